import { Suspense, useCallback, useMemo, useState } from "react";
import { lazyPart } from "../app/lazyPart.ts";
import { useView } from "../app/ViewProvider.tsx";
import { CountChoice } from "../charts/CountChoice.tsx";
import { Figure } from "../charts/Figure.tsx";
import type { FigureTable } from "../charts/figureTable.ts";
import { rowsOf } from "../charts/RowsMenu.tsx";
import type { Bundle } from "../data/useBundle.ts";
import type { FigureRow, ViewName } from "../data/viewCatalogue.ts";
import { formatMeasure } from "../format/formatMeasure.ts";
import { sayCode } from "../messages/dimensionWords.ts";
import { useText } from "../messages/useText.ts";
import type { GridColumn, GridGroup, GridRow } from "../table/AreaGrid.tsx";
import { gridWords } from "../table/gridWords.ts";
import type { TableValue } from "../table/prepareAreaTable.ts";
import { cellOf } from "../url/whyCell.ts";
import { type FacilitySpec, specWithin } from "./facilitySpec.ts";
import { countFacilities, type FacilityState, facilityStates, prepareFacilities } from "./prepareFacilities.ts";

const AreaGrid = lazyPart(() => import("../table/AreaGrid.tsx"));
const glyphs: Record<FacilityState, string> = {
  never: "◆",
  silent: "◆",
  notInPeriod: "◆",
  unlisted: "?",
  updated: "●",
};

interface Props<V extends ViewName> {
  spec: FacilitySpec<V>;
  bundle: Bundle<{ rows: readonly FigureRow[] }>;
}

/** Every facility of the area, those to be asked for their figures first. */
export function FacilityFigure<V extends ViewName>({ spec: whole, bundle }: Props<V>) {
  const { t, format, language } = useText();
  const { view, href, go } = useView();
  const onOpen = useCallback((code: string) => go({ page: "facility", code }), [go]);
  const [sort, setSort] = useState("");
  const [order, setOrder] = useState<(() => GridRow[]) | null>(null);
  const onReady = useCallback((read: () => GridRow[]) => setOrder(() => read), []);
  const { frame, data } = bundle;
  const spec = useMemo(() => specWithin(whole, frame.only), [whole, frame.only]);
  const { reported } = spec;
  const facilities = useMemo(() => prepareFacilities(data?.rows ?? [], spec, frame.asOf), [data, spec, frame.asOf]);
  const isCounted = reported?.by === "count";
  const counts = useMemo(() => countFacilities(facilities), [facilities]);
  // A state that nobody here is in, asked for by the address, shows all.
  const asked = view.facilities !== null && counts[view.facilities] > 0 ? view.facilities : null;

  const onWhy = useCallback(
    ({ code }: GridRow, column: string) => {
      const name = column === "newest" && reported !== null ? reported.measure : column;
      const cell = cellOf({ view: spec.view.name, name }, { where: [["facility_code", [code]]] });
      if (cell) go({ why: cell });
    },
    [spec, reported, go],
  );
  const why = useMemo(() => ({ title: t("why.title"), onWhy }), [t, onWhy]);

  const groups = useMemo((): GridGroup[] => {
    const ofText = (id: string, title: string, width: number): GridColumn => ({
      id,
      title,
      description: title,
      isNumber: false,
      isWord: true,
      width,
      write: (value) => (typeof value === "string" ? value : ""),
    });
    const newest =
      reported?.by === "day"
        ? [
            {
              ...ofText("newest", spec.view.meta(reported.measure).title[language], 116),
              isWord: false,
              write: (value: TableValue) => format.day(typeof value === "string" ? value : null),
            },
          ]
        : [];
    const reporting: GridGroup = {
      title: t("facility.reporting"),
      columns: [ofText("state", t("facility.update"), isCounted ? 206 : 182), ...newest],
    };
    return [
      ...(reported === null ? [] : [reporting]),
      {
        title: t("facility.kind"),
        columns: [
          ofText("type", t("facility.type"), 126),
          ofText("ownership", t("facility.ownership"), 120),
          ofText("grade", t("facility.grade"), 130),
        ],
      },
      {
        title: t("group.all"),
        columns: spec.columns.map((name) => {
          const meta = spec.view.meta(name);
          return {
            id: meta.name,
            title: meta.title[language],
            description: meta.description[language],
            isNumber: meta.unit !== "date",
            width: 124,
            write: (value) => formatMeasure(value, meta, format, "full"),
          };
        }),
      },
      { title: "", columns: [ofText("code", t("facility.code"), 110)] },
    ];
  }, [spec, reported, isCounted, t, format, language]);

  const rows = useMemo(() => {
    return facilities
      .filter((each) => asked === null || each.state === asked)
      .map(
        (each): GridRow => ({
          code: each.code,
          name: each.name,
          isUnknown: false,
          href: href({ page: "facility", code: each.code }),
          values: new Map<string, TableValue>([
            [
              "state",
              each.state &&
                `${glyphs[each.state]} ${t(`facility.state.${isCounted && each.state === "updated" ? "inPeriod" : each.state}`)}`,
            ],
            ["newest", each.newest],
            ["type", sayCode("facility_type", each.type, t)],
            ["ownership", sayCode("ownership", each.ownership, t)],
            ["grade", sayCode("grade", each.grade, t)],
            ["code", each.code],
            ...spec.columns.map((name): [string, TableValue] => [name, each.row[name] ?? null]),
          ]),
        }),
      );
  }, [facilities, asked, spec, isCounted, href, t]);
  const toTable = (shown: readonly GridRow[]): FigureTable => {
    const columns = groups.flatMap((group) => group.columns);
    return {
      columns: [
        { label: t("facility.name"), kind: "text" },
        ...columns.map(({ title: label, isNumber }) => ({
          label,
          kind: isNumber ? ("number" as const) : ("text" as const),
        })),
      ],
      rows: shown.map((row) => [row.name, ...columns.map(({ id }) => row.values.get(id) ?? null)]),
    };
  };
  const isNation = frame.area.level === "nation";
  const [from, to] = frame.period;

  const nameOf = (each: FacilityState) => t(`facility.states.${isCounted && each === "updated" ? "inPeriod" : each}`);
  return (
    <Figure
      // A part of a list says so, in its file too.
      title={asked === null ? t("facility.table") : `${t("facility.table")} · ${nameOf(asked)}`}
      unit={t("table.unit")}
      period={t("period.range", { from: format.day(from), to: format.day(to) })}
      table={data && toTable(rows)}
      csvTable={() => toTable(order?.() ?? rows)}
      isTableOnly
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      awaited={713}
      isEmpty={facilities.length === 0}
      emptyMessage={t(isNation ? "facility.chooseProvince" : frame.only.length > 0 ? "only.empty" : "facility.none")}
      className="span-12"
      anchor={rowsOf.facilities}
      notes={
        <p>
          {reported !== null && t("facility.tableNote")} {whole.expected === null && t("facility.onlyReporting")}{" "}
          {whole.expected !== null && spec.expected === null && t("only.rows")}
        </p>
      }
    >
      {reported !== null && (
        <CountChoice<FacilityState>
          name={t("facility.states")}
          allLabel={t("worklist.state.all")}
          options={facilityStates.map((each) => ({
            state: each,
            label: nameOf(each),
            count: counts[each],
            glyph: glyphs[each],
            isWarning: each !== "updated",
          }))}
          chosen={asked}
          onChoose={(state) => go({ facilities: state }, { replace: true })}
        />
      )}
      <Suspense fallback={<div className="skeleton grid-skeleton" role="status" aria-label={t("state.loading")} />}>
        <AreaGrid
          rows={rows}
          whole={null}
          nameTitle={t("facility.name")}
          nameWidth={300}
          groups={groups}
          sort={sort}
          words={gridWords(language)}
          unknownHint=""
          onSort={setSort}
          onOpen={onOpen}
          why={why}
          onReady={onReady}
        />
      </Suspense>
    </Figure>
  );
}
