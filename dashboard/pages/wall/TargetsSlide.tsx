import { BulletBar } from "../../charts/BulletBar.tsx";
import { StateMark } from "../../charts/StateMark.tsx";
import { useText } from "../../messages/useText.ts";
import type { Target } from "../targets/prepareTargets.ts";
import { writeOutlook, writeValue } from "../targets/writeTarget.ts";

/** Some of the targets, the most urgent first: where each stands and when it would be reached. */
export function TargetsSlide({ targets }: { targets: readonly Target[] }) {
  const { t, format } = useText();
  return (
    <ol className="wall-targets">
      {targets.map((target) => (
        <li key={target.code}>
          <h2>{target.name}</h2>
          <p className="wall-target-value">
            <b>{writeValue(target.row.current_value, target, format)}</b>{" "}
            <span>
              {t(target.isFalling ? "targets.atMost" : "targets.of", {
                target: writeValue(target.row.target_value, target, format),
              })}
            </span>
          </p>
          <BulletBar share={target.row.progress} target={1} />
          <p className="wall-due">
            <StateMark state={target.state} detail={t(`targets.detail.${target.state}`)} />
            <span>{t("targets.due", { day: format.day(target.row.deadline || null) })}</span>
          </p>
          <p className="wall-outlook">{writeOutlook(target, format, t)}</p>
        </li>
      ))}
    </ol>
  );
}
