import { useMemo, useState } from "react";
import { ChoicePicker } from "../../app/ChoicePicker.tsx";
import { ViewLink } from "../../app/ViewLink.tsx";
import { Figure } from "../../charts/Figure.tsx";
import { StateMark } from "../../charts/StateMark.tsx";
import { useText } from "../../messages/useText.ts";
import { parseAreaCode } from "../../url/areaRef.ts";
import { furthestBehind, type MatrixUnit, prepareMatrix } from "./prepareMatrix.ts";
import { prepareTargets, type Target } from "./prepareTargets.ts";
import type { useTargetsBelow } from "./targets.ts";
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
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={units.length === 0}
      emptyMessage={
        bundle.frame.structure === "then" ? t("targets.onlyToday") : t("targets.noneBelow", { level, day: asOf })
      }
      className="span-12"
    >
      <FurthestBehind targets={targets} columns={columns} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="data-table aim-matrix" tabIndex={0} aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("table.name")}</th>
              {columns.map(({ code, name }) => (
                <th key={code} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <UnitRow key={unit.code} unit={unit} columns={columns} />
            ))}
          </tbody>
        </table>
      </section>
    </Figure>
  );
}

type Columns = ReturnType<typeof prepareMatrix>["columns"];

function UnitRow({ unit, columns }: { unit: MatrixUnit; columns: Columns }) {
  const { t, format } = useText();
  return (
    <tr>
      <th scope="row">
        <UnitLink code={unit.code} name={unit.name} />
      </th>
      {columns.map(({ code }, index) => {
        const cell = unit.cells[index] ?? null;
        return (
          <td key={code} data-state={cell?.state}>
            {cell === null ? (
              <span className="missing">{t("targets.notSet")}</span>
            ) : (
              <>
                {cell.row.current_value !== null && <b>{writeValue(cell.row.current_value, cell, format)}</b>}
                <StateMark state={cell.state} detail={writeOutlook(cell, format, t)} />
              </>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function UnitLink({ code, name }: { code: string; name: string }) {
  const area = parseAreaCode(code);
  return area ? <ViewLink to={{ area }}>{name}</ViewLink> : name;
}

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
