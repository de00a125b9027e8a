import { Suspense, useCallback, useMemo, useState } from "react";
import { lazyPart } from "../../app/lazyPart.ts";
import { CountChoice } from "../../charts/CountChoice.tsx";
import { Figure } from "../../charts/Figure.tsx";
import type { FigureTable } from "../../charts/figureTable.ts";
import { rowsOf } from "../../charts/RowsMenu.tsx";
import { keptOf } from "../../data/narrowing.ts";
import type { Bundle } from "../../data/useBundle.ts";
import { useText } from "../../messages/useText.ts";
import type { GridGroup, GridRow } from "../../table/AreaGrid.tsx";
import { gridWords } from "../../table/gridWords.ts";
import type { TableValue } from "../../table/prepareAreaTable.ts";
import { unverifiableClasses, wrongClasses } from "../vaccination/prepareErrorClasses.ts";
import { vaccination } from "../vaccination/vaccination.ts";
import {
  countWork,
  STALLED_AFTER_DAYS,
  type Worklist,
  type WorkState,
  type WorkUnit,
  workStates,
} from "./prepareWork.ts";
import type { Work } from "./worklist.ts";

const AreaGrid = lazyPart(() => import("../../table/AreaGrid.tsx"));
const WHOLE = "whole";
const glyphs: Record<WorkState, string> = { never: "◆", stalled: "◆", moving: "▼", clean: "●", noData: "○" };
/** Stands for a day that never was: before all others, where the reader looks for the longest silent. */
const NEVER = "";
const LATE = "◆";
const isLate = (value: TableValue) => typeof value === "number" && value > STALLED_AFTER_DAYS;

interface Props {
  work: Work;
  bundle: Bundle<object>;
  list: Worklist;
  title: string;
  nameTitle: string;
  emptyMessage: string;
  note: string;
  /** Where a unit's row leads; null: nowhere. */
  hrefOf(unit: WorkUnit): string | null;
  onOpen(code: string): void;
}

/** What is left by unit: how much, since when nothing was corrected, when it would be done, and what is wrong. */
export function WorkFigure({ work, bundle, list, title, nameTitle, emptyMessage, note, hrefOf, onOpen }: Props) {
  const { t, format, language } = useText();
  const [sort, setSort] = useState("-left");
  const [state, setState] = useState<WorkState | null>(null);
  const [order, setOrder] = useState<(() => GridRow[]) | null>(null);
  const counts = useMemo(() => countWork(list.units), [list]);
  const asked = state !== null && counts[state] > 0 ? state : null;
  const isPlaces = work.left === "subjects_to_clean";
  const { compare, only } = bundle.frame;

  const groups = useMemo((): GridGroup[] => {
    const integer = (value: TableValue) => format.integer(typeof value === "number" ? value : null);
    const day = (value: TableValue) => format.day(typeof value === "string" ? value : null);
    const most = Math.max(1, ...list.units.map((unit) => (unit.isUnknown ? 0 : (unit.left ?? 0))));
    const mostOfClass = Math.max(
      1,
      ...list.units.flatMap((unit) => (unit.isUnknown ? [] : [...unit.classes.values()])),
    );
    const bar = (length: number) => (value: TableValue) =>
      typeof value === "number" ? Math.min(1, value / length) : null;
    const ofMeasure = (measure: Parameters<typeof vaccination.meta>[0]) => {
      const meta = vaccination.meta(measure);
      return { title: meta.title[language], description: meta.description[language] };
    };
    // Of a class that the page is not narrowed to nothing was asked.
    const chosen = keptOf(only, "error_class");
    const isAsked = (errorClass: string) => chosen.length === 0 || chosen.includes(errorClass);
    const ofClass = (errorClass: (typeof wrongClasses)[number] | (typeof unverifiableClasses)[number]) => ({
      id: errorClass,
      title: t(`errorClass.${errorClass}`),
      description: t(`errorClass.${errorClass}`),
      isNumber: true,
      width: 112,
      write: integer,
      barOf: bar(mostOfClass),
    });
    const all: GridGroup[] = [
      {
        title: t("worklist.group.left"),
        columns: [
          { id: "left", ...ofMeasure(work.left), isNumber: true, width: 140, write: integer, barOf: bar(most) },
          {
            id: "change",
            title: t("worklist.change", { day: format.day(compare) }),
            description: t("worklist.changeHint"),
            isNumber: true,
            width: 112,
            write: (value) => (typeof value === "number" ? format.signedCompact(value) : format.integer(null)),
          },
          ...(isPlaces
            ? []
            : [
                {
                  id: "share",
                  title: t("worklist.shareOfSent"),
                  description: t("worklist.shareOfSent"),
                  isNumber: true,
                  width: 104,
                  write: (value: TableValue) => format.percent(typeof value === "number" ? value : null),
                },
              ]),
        ],
      },
      {
        title: t("worklist.group.progress"),
        columns: [
          {
            id: "newest",
            ...ofMeasure(work.newest),
            isNumber: false,
            width: 128,
            write: (value) => (value === NEVER ? `${LATE} ${t("worklist.never")}` : day(value)),
          },
          {
            id: "daysSince",
            title: t("worklist.daysSince"),
            description: t("worklist.daysSinceHint"),
            isNumber: true,
            width: 96,
            write: (value) => (isLate(value) ? `${LATE} ${integer(value)}` : integer(value)),
          },
          ...(isPlaces
            ? [
                {
                  id: "pace",
                  ...ofMeasure("cleansing_rate"),
                  isNumber: true,
                  width: 96,
                  write: (value: TableValue) =>
                    typeof value === "number" ? format.decimal(value) : format.integer(null),
                },
                { id: "forecast", ...ofMeasure("cleansing_forecast_date"), isNumber: false, width: 118, write: day },
              ]
            : []),
        ],
      },
      { title: t("errorKind.wrong"), columns: wrongClasses.filter(isAsked).map(ofClass) },
      { title: t("errorKind.unverifiable"), columns: unverifiableClasses.filter(isAsked).map(ofClass) },
    ];
    return all.filter(({ columns }) => columns.length > 0);
  }, [list, work, isPlaces, compare, only, t, format, language]);

  const toRow = useCallback(
    (unit: WorkUnit, code: string, name: string): GridRow => ({
      code,
      name,
      isUnknown: unit.isUnknown && code !== WHOLE,
      href: code === WHOLE || unit.isUnknown ? null : hrefOf(unit),
      values: new Map<string, TableValue>([
        ["left", unit.left],
        ["change", unit.change],
        ["share", unit.share],
        ["newest", unit.state === "never" ? NEVER : unit.newest],
        ["daysSince", unit.daysSince],
        ["pace", unit.pace],
        ["forecast", unit.forecast],
        // A unit that is told of has nobody in the classes that no row names.
        ...[...wrongClasses, ...unverifiableClasses].map((name): [string, TableValue] => [
          name,
          unit.classes.get(name) ?? (unit.left === null ? null : 0),
        ]),
      ]),
    }),
    [hrefOf],
  );
  const rows = useMemo(
    () =>
      list.units
        .filter((unit) => asked === null || (unit.state === asked && !unit.isUnknown))
        .map((unit) => toRow(unit, unit.code || "?", unit.isUnknown ? t("area.unknown") : unit.name)),
    [list, asked, toRow, t],
  );
  const whole = useMemo(() => (list.whole ? toRow(list.whole, WHOLE, t("table.whole")) : null), [list, toRow, t]);
  const onReady = useCallback((read: () => GridRow[]) => setOrder(() => read), []);
  const toTable = (shown: readonly GridRow[]): FigureTable => {
    const columns = groups.flatMap((group) => group.columns);
    return {
      columns: [
        { label: t("table.code"), kind: "text" },
        { label: nameTitle, kind: "text" },
        ...columns.map(({ title: label, isNumber }) => ({
          label,
          kind: isNumber ? ("number" as const) : ("text" as const),
        })),
      ],
      rows: shown.map((row) => [
        row.code,
        row.name,
        ...columns.map(({ id }) => {
          const value = row.values.get(id) ?? null;
          return value === NEVER ? t("worklist.never") : value;
        }),
      ]),
    };
  };

  const nameOf = (each: WorkState) => t(`worklist.state.${each}`, { days: STALLED_AFTER_DAYS });
  return (
    <Figure
      // A part of a list says so, in its file too.
      title={asked === null ? title : `${title} · ${nameOf(asked)}`}
      unit={t(isPlaces ? "unit.subjects" : "unit.doses")}
      period={t("period.asOf", { day: format.day(bundle.frame.asOf) })}
      table={bundle.data && toTable(rows)}
      csvTable={() => toTable(order?.() ?? rows)}
      isTableOnly
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      awaited={713}
      isEmpty={list.units.length === 0}
      emptyMessage={emptyMessage}
      className="span-12"
      anchor={isPlaces ? rowsOf.areas : rowsOf.facilities}
      notes={<p>{note}</p>}
    >
      <CountChoice<WorkState>
        name={t("worklist.states")}
        allLabel={t("worklist.state.all")}
        options={workStates.map((each) => ({
          state: each,
          label: nameOf(each),
          count: counts[each],
          glyph: glyphs[each],
          isWarning: each === "never" || each === "stalled",
        }))}
        chosen={asked}
        onChoose={setState}
      />
      <Suspense fallback={<div className="skeleton grid-skeleton" role="status" aria-label={t("state.loading")} />}>
        <AreaGrid
          rows={rows}
          whole={whole}
          nameTitle={nameTitle}
          nameWidth={isPlaces ? 210 : 300}
          groups={groups}
          sort={sort}
          words={gridWords(language)}
          unknownHint={t("area.unknownHint")}
          onSort={setSort}
          onOpen={onOpen}
          onReady={onReady}
        />
      </Suspense>
    </Figure>
  );
}
