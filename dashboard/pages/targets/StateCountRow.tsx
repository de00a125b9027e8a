import { StateMark } from "../../charts/StateMark.tsx";
import { useText } from "../../messages/useText.ts";
import { countStates, stateOrder, type Target } from "./prepareTargets.ts";

/** How many targets stand in each state. */
export function StateCountRow({ targets, isLoading }: { targets: readonly Target[]; isLoading: boolean }) {
  const { t, format } = useText();
  if (isLoading) {
    return (
      <div className="aim-counts skeleton" role="status">
        <p>{t("targets.computing")}</p>
      </div>
    );
  }
  if (targets.length === 0) return null;
  const counts = countStates(targets);
  return (
    <ul className="aim-counts" aria-label={t("targets.counts")}>
      {stateOrder.map((state) => (
        <li key={state}>
          <b>{format.integer(counts[state])}</b>
          <StateMark state={state} detail={t(`targets.detail.${state}`)} />
        </li>
      ))}
    </ul>
  );
}
