import { useText } from "../../messages/useText.ts";
import { STALLED_AFTER_DAYS, type WorkState, workStates } from "./prepareWork.ts";

/** Its shape says who must act where colour cannot. */
const glyphs: Record<WorkState, string> = { never: "◆", stalled: "◆", moving: "▼", clean: "●", noData: "○" };

interface Props {
  counts: Readonly<Record<WorkState, number>>;
  chosen: WorkState | null;
  onChoose(state: WorkState | null): void;
}

/** How many units stand in each state; choosing one leaves only those in the list. */
export function WorkStateChoice({ counts, chosen, onChoose }: Props) {
  const { t, format } = useText();
  const all = workStates.reduce((sum, state) => sum + counts[state], 0);
  return (
    <fieldset className="work-states">
      <legend className="visually-hidden">{t("worklist.states")}</legend>
      <button type="button" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        <b>{format.integer(all)}</b> <span>{t("worklist.state.all")}</span>
      </button>
      {workStates
        .filter((state) => counts[state] > 0)
        .map((state) => (
          <button
            key={state}
            type="button"
            className={`work-${state}`}
            aria-pressed={chosen === state}
            onClick={() => onChoose(chosen === state ? null : state)}
          >
            <b>{format.integer(counts[state])}</b>{" "}
            <span>
              <span aria-hidden="true">{glyphs[state]} </span>
              {t(`worklist.state.${state}`, { days: STALLED_AFTER_DAYS })}
            </span>
          </button>
        ))}
    </fieldset>
  );
}
