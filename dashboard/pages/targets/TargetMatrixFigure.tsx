import { useMemo, useState } from "react";
import { ChoicePicker } from "../../app/ChoicePicker.tsx";
import { Figure } from "../../charts/Figure.tsx";
import { gridPainter } from "../../charts/gridPainter.ts";
import { Matrix } from "../../charts/Matrix.tsx";
import { StateMark } from "../../charts/StateMark.tsx";
import { UnitLink } from "../../charts/UnitLink.tsx";
import { useText } from "../../messages/useText.ts";
import { WhyButton } from "../../why/WhyButton.tsx";
import { furthestBehind, prepareMatrix } from "./prepareMatrix.ts";
import { prepareTargets, type Target } from "./prepareTargets.ts";
import type { useTargetsBelow } from "./targets.ts";
import { whyTarget } from "./whyTarget.ts";
import { writeOutlook, writeValue } from "./writeTarget.ts";

/** The units below the area: who is furthest behind on a target, and how each stands on each. */
export function TargetMatrixFigure({ bundle }: { bundle: ReturnType<typeof useTargetsBelow> }) {
  const { t, format, language } = useText();
  const { data } = bundle;
  const targets = useMemo(() => prepareTargets(data?.rows ?? [], language), [data, language]);
  const { columns, units } = useMemo(() => prepareMatrix(targets), [targets]);
  const level = t(`level.${bundle.frame.area.level === "nation" ? "province" : "commune"}`);
  const title = t("targets.matrix", { level });
  const asOf = format.day(bundle.frame.asOf);
  return (
    <Figure
      title={title}
      unit={t("targets.unit")}
      period={t("period.asOf", { day: asOf })}
      table={
        data && {
          columns: [
            { label: t("table.code"), kind: "text" },
            { label: t("table.name"), kind: "text" },
            ...columns.map(({ name }) => ({ label: name, kind: "text" as const })),
          ],
          rows: units.map((unit) => [
            unit.code,
            unit.name,
            ...unit.cells.map((cell) =>
              cell === null
                ? null
                : `${writeValue(cell.row.current_value, cell, format)} · ${t(`figureState.${cell.state}`)}`,
            ),
          ]),
        }
      }
      painter={gridPainter({
        nameTitle: t("table.name"),
        columns: columns.map(({ name }) => ({ title: name })),
        rows: units.map((unit) => ({
          name: unit.name,
          cells: unit.cells.map((cell) =>
            cell === null
              ? { lines: [t("targets.notSet")], ground: "missing" }
              : {
                  lines: [writeValue(cell.row.current_value, cell, format), t(`figureState.${cell.state}`)],
                  ...(cell.state === "late" ? { ground: "warn" } : {}),
                },
          ),
        })),
      })}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      awaited={860}
      isEmpty={units.length === 0}
      emptyMessage={
        bundle.frame.structure === "then" ? t("targets.onlyToday") : t("targets.noneBelow", { level, day: asOf })
      }
      className="span-12"
    >
      <FurthestBehind targets={targets} columns={columns} />
      <Matrix
        label={title}
        nameTitle={t("table.name")}
        columns={columns}
        units={units}
        isFoldable={bundle.frame.area.level !== "nation"}
        nameOf={(unit) => <UnitLink {...unit} />}
        cellOf={(unit, index) => (
          <TargetCell
            target={unit.cells[index] ?? null}
            isStop={unit.cells.findIndex((cell) => cell !== null) === index}
          />
        )}
      />
    </Figure>
  );
}

function TargetCell({ target, isStop }: { target: Target | null; isStop: boolean }) {
  const { t, format } = useText();
  if (target === null) {
    return (
      <td>
        <span className="missing">{t("targets.notSet")}</span>
      </td>
    );
  }
  const { state, row } = target;
  return (
    <td data-state={state}>
      {row.current_value !== null && <b>{writeValue(row.current_value, target, format)}</b>}{" "}
      <StateMark state={state} detail={writeOutlook(target, format, t)} />
      <WhyButton cell={whyTarget(target)} of={`${target.areaName}, ${target.name}`} isOneOfMany={!isStop} />
    </td>
  );
}

type Columns = ReturnType<typeof prepareMatrix>["columns"];

function FurthestBehind({ targets, columns }: { targets: readonly Target[]; columns: Columns }) {
  const { t, format } = useText();
  const [asked, setAsked] = useState<string | null>(null);
  const mostLate = targets.find(({ state }) => state === "late")?.code;
  const chosen = columns.find(({ code }) => code === (asked ?? mostLate)) ?? columns[0];
  if (!chosen) return null;
  const behind = furthestBehind(targets, chosen.code);
  return (
    <section className="aim-behind">
      <h3>{t("targets.furthest")}</h3>
      <ChoicePicker
        name={t("targets.indicator")}
        value={chosen.code}
        options={columns.map(({ code, name }) => ({ value: code, label: name }))}
        onChoose={setAsked}
      />
      {behind.length === 0 ? (
        <p>{t("targets.noneLate")}</p>
      ) : (
        <ol>
          {behind.map((target) => (
            <li key={target.areaCode}>
              <WhyButton cell={whyTarget(target)} of={`${target.areaName}, ${target.name}`} />
              <UnitLink code={target.areaCode} name={target.areaName} />
              <b>{writeValue(target.row.current_value, target, format)}</b>
              <span>{writeOutlook(target, format, t)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
