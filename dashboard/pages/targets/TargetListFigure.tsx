import { BulletBar } from "../../charts/BulletBar.tsx";
import { Figure } from "../../charts/Figure.tsx";
import { gridPainter } from "../../charts/gridPainter.ts";
import { StateMark } from "../../charts/StateMark.tsx";
import { useText } from "../../messages/useText.ts";
import { WhyButton } from "../../why/WhyButton.tsx";
import type { Target } from "./prepareTargets.ts";
import { type useTargetsOfArea, targets as view } from "./targets.ts";
import { whyTarget } from "./whyTarget.ts";
import { writeOutlook, writeRate, writeValue } from "./writeTarget.ts";

interface Props {
  bundle: ReturnType<typeof useTargetsOfArea>;
  targets: readonly Target[];
}

/** Every target of the area: where it stands, when it would be reached, what it would take, who answers for it. */
export function TargetListFigure({ bundle, targets }: Props) {
  const { t, format, language } = useText();
  const titleOf = (measure: Parameters<typeof view.meta>[0]) => view.meta(measure).title[language];
  const asOf = format.day(bundle.frame.asOf);
  return (
    <Figure
      title={t("targets.list")}
      unit={t("targets.unit")}
      period={t("period.asOf", { day: asOf })}
      table={
        bundle.data && {
          columns: [
            { label: t("targets.indicator"), kind: "text" },
            { label: t("targets.state"), kind: "text" },
            { label: titleOf("current_value"), kind: "text" },
            { label: titleOf("target_value"), kind: "text" },
            { label: titleOf("gap"), kind: "text" },
            { label: titleOf("pace"), kind: "text" },
            { label: titleOf("required_daily_rate"), kind: "text" },
            { label: titleOf("forecast_date"), kind: "day" },
            { label: titleOf("days_late"), kind: "number" },
            { label: t("targets.deadline"), kind: "day" },
            { label: t("targets.valueDate"), kind: "day" },
            { label: t("targets.owner"), kind: "text" },
            { label: t("targets.basis"), kind: "text" },
          ],
          rows: targets.map((target) => [
            target.name,
            t(`figureState.${target.state}`),
            writeValue(target.row.current_value, target, format),
            writeValue(target.row.target_value, target, format),
            writeRate(target.row.gap, target, format, t),
            writeRate(target.row.pace, target, format, t),
            writeRate(target.row.required_daily_rate, target, format, t),
            target.row.forecast_date,
            target.row.days_late,
            target.row.deadline,
            target.row.value_date,
            target.row.owner,
            target.row.legal_basis,
          ]),
        }
      }
      painter={gridPainter({
        nameTitle: t("targets.indicator"),
        columns: [
          { title: titleOf("current_value") },
          { title: titleOf("target_value") },
          { title: t("targets.state"), weight: 2 },
          { title: t("targets.deadline") },
          { title: t("targets.paceNow") },
          { title: t("targets.paceNeeded") },
          { title: t("targets.owner"), weight: 1.6 },
        ],
        rows: targets.map((target) => ({
          name: target.name,
          cells: [
            { lines: [writeValue(target.row.current_value, target, format)] },
            { lines: [writeValue(target.row.target_value, target, format)] },
            {
              lines: [t(`figureState.${target.state}`), writeOutlook(target, format, t)],
              ...(target.state === "late" ? { ground: "warn" as const } : {}),
            },
            { lines: [format.day(target.row.deadline || null)] },
            { lines: [writeRate(target.row.pace, target, format, t)] },
            { lines: [writeRate(target.row.required_daily_rate, target, format, t)] },
            { lines: [target.row.owner || t("targets.noOwner")] },
          ],
        })),
        nameWeight: 2.4,
      })}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      awaited={880}
      isEmpty={targets.length === 0}
      emptyMessage={t("targets.none", { day: asOf })}
      className="span-12"
    >
      <ol className="aims">
        {targets.map((target) => (
          <TargetItem key={target.code} target={target} />
        ))}
      </ol>
    </Figure>
  );
}

function TargetItem({ target }: { target: Target }) {
  const { t, format } = useText();
  const { row, state } = target;
  const value = writeValue(row.current_value, target, format);
  const isToGo = state === "late" || state === "onTrack";
  return (
    <li className="aim">
      <div className="aim-what">
        <h3>{target.name}</h3>
        <p>{t("targets.ownedBy", { owner: row.owner || t("targets.noOwner") })}</p>
        <p>{row.legal_basis}</p>
      </div>
      <div className="aim-stand">
        <p className="aim-value">
          <b>{value}</b>{" "}
          <span>
            {t(target.isFalling ? "targets.atMost" : "targets.of", {
              target: writeValue(row.target_value, target, format),
            })}
          </span>
          <WhyButton cell={whyTarget(target)} of={target.name} />
        </p>
        <BulletBar share={row.progress} target={1} />
        <p>{row.value_date ? t("targets.valueOf", { day: format.day(row.value_date) }) : t("state.missing")}</p>
      </div>
      <div className="aim-outlook">
        <StateMark state={state} detail={t(`targets.detail.${state}`)} />
        <p className="aim-verdict">{writeOutlook(target, format, t)}</p>
        <p>{t("targets.due", { day: format.day(row.deadline || null) })}</p>
      </div>
      <dl className="aim-pace">
        <dt>{t("targets.paceNow")}</dt>
        <dd>{writeRate(row.pace, target, format, t)}</dd>
        <dt>{t("targets.paceNeeded")}</dt>
        <dd>{isToGo || state === "noData" ? writeRate(row.required_daily_rate, target, format, t) : "—"}</dd>
      </dl>
    </li>
  );
}
