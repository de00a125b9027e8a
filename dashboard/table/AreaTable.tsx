import { Suspense, useCallback, useMemo, useState } from "react";
import { lazyPart } from "../app/lazyPart.ts";
import { useView } from "../app/ViewProvider.tsx";
import { Figure } from "../charts/Figure.tsx";
import type { FigureTable } from "../charts/figureTable.ts";
import { rowsOf } from "../charts/RowsMenu.tsx";
import type { CubeView } from "../data/defineView.ts";
import { type Narrowing, untoldBy } from "../data/narrowing.ts";
import type { Bundle } from "../data/useBundle.ts";
import { usePeers } from "../data/usePeers.ts";
import type { FigureRow, ViewName } from "../data/viewCatalogue.ts";
import { formatMeasure } from "../format/formatMeasure.ts";
import { sayDimensions } from "../messages/dimensionWords.ts";
import { useText } from "../messages/useText.ts";
import type { PeerTotals } from "../peers/usePeerRows.ts";
import { parseAreaCode } from "../url/areaRef.ts";
import { tableSorts } from "../url/choices.ts";
import { cellOf } from "../url/whyCell.ts";
import type { GridGroup, GridRow } from "./AreaGrid.tsx";
import { gridWords } from "./gridWords.ts";
import { groupMeasures, type MeasureGroup } from "./groupMeasures.ts";
import { prepareAreaTable } from "./prepareAreaTable.ts";
import { usePeerGridRows } from "./usePeerGridRows.ts";

/** Row id of the whole: no unit has this code. */
const WHOLE = "whole";
const NO_AREA = { code: "", name: "" } as const;
const AreaGrid = lazyPart(() => import("./AreaGrid.tsx"));

interface Props<V extends ViewName> {
  of: CubeView<V>;
  /** How the page arranges the columns. */
  layout?: readonly MeasureGroup[];
  bundle: Bundle<{ children: readonly FigureRow[] }>;
  totals: Bundle<{ current: FigureRow | undefined }>;
  /** Areas to compare with. */
  peers: PeerTotals;
  /** Said in the title, and to whoever asks where a figure comes from. */
  narrowed?: Narrowing | undefined;
}
const NO_LAYOUT: readonly MeasureGroup[] = [];

/** Every measure of every unit directly below the chosen area, and of those that it is compared with. */
export function AreaTable<V extends ViewName>({ of, layout = NO_LAYOUT, bundle, totals, peers, narrowed }: Props<V>) {
  const { t, format, language } = useText();
  const { view, href, go } = useView();
  const [order, setOrder] = useState<(() => GridRow[]) | null>(null);
  const columns = useMemo(() => of.placesBelow(bundle.frame), [of, bundle.frame]);
  const names = useMemo(() => of.measures.map(({ name }): string => name), [of]);

  const { only } = bundle.frame;
  const told = useMemo(() => of.measures.filter((meta) => untoldBy(meta, only).length === 0), [of, only]);
  const untold = new Set(of.measures.flatMap((meta) => untoldBy(meta, only)));
  const groups = useMemo(
    () =>
      groupMeasures(told, layout).map(
        (group): GridGroup => ({
          title: t(group.title),
          columns: group.measures.map((meta) => ({
            id: meta.name,
            title: meta.title[language],
            description: meta.description[language],
            isNumber: meta.unit !== "date",
            write: (value) => formatMeasure(value, meta, format, "full"),
          })),
        }),
      ),
    [told, layout, t, format, language],
  );
  const compared = usePeers();
  const isCompared = compared.peers.length > 0;
  const rows = useMemo(() => {
    if (!bundle.data || !columns) return [];
    const told = prepareAreaTable(bundle.data.children, columns, names);
    // Figures of the unknown unit alone are the area's own once more: beside other areas they tell nothing.
    if (isCompared && told.every(({ isUnknown }) => isUnknown)) return [];
    return told.map((row): GridRow => {
      const area = row.isUnknown ? undefined : parseAreaCode(row.code);
      return {
        code: row.code || "?",
        name: row.isUnknown ? t("area.unknown") : row.name,
        isUnknown: row.isUnknown,
        href: area ? href({ area }) : null,
        values: row.values,
      };
    });
  }, [bundle.data, columns, names, isCompared, href, t]);
  const whole = useMemo((): GridRow => {
    const [row] = prepareAreaTable(totals.data?.current ? [totals.data.current] : [], NO_AREA, names);
    // Beside others it has a name; while its figures are those of the area before, the name is not theirs.
    const isNamed = isCompared && totals.data?.frame.area.code === compared.here.area.code;
    const own = isNamed ? compared.here.name : t("table.whole");
    const name = view.area.level === "nation" ? t("area.nation") : own;
    return { code: WHOLE, name, isUnknown: false, href: null, values: row?.values ?? new Map() };
  }, [totals.data, names, view.area.level, isCompared, compared, t]);
  const peerRows = usePeerGridRows(peers, totals, of.measures);
  const onOpen = useCallback(
    (code: string) => {
      const area = parseAreaCode(code);
      if (area) go({ area });
    },
    [go],
  );
  const onSort = useCallback(
    (text: string) => {
      const sort = tableSorts(of.name).find((known) => known === text);
      if (sort && sort !== view.sort) go({ sort }, { replace: true });
    },
    [of, go, view.sort],
  );
  const level = columns?.level ?? "province";
  const onWhy = useCallback(
    ({ code }: GridRow, column: string) => {
      const peer = compared.peers.find(({ area }) => area.code === code)?.area;
      // The whole is the area of the screen.
      const area = code === WHOLE ? null : (peer ?? { level, code });
      const cell = cellOf({ view: of.name, name: column }, { area, where: narrowed?.where ?? [] });
      if (cell) go({ why: cell });
    },
    [of, level, narrowed, compared, go],
  );
  const why = useMemo(() => ({ title: t("why.title"), onWhy }), [t, onWhy]);
  const onReady = useCallback((read: () => GridRow[]) => setOrder(() => read), []);
  const toTable = (shown: readonly GridRow[]): FigureTable => {
    const all = groups.flatMap((group) => group.columns);
    return {
      columns: [
        { label: t("table.code"), kind: "text" },
        { label: t("table.name"), kind: "text" },
        ...all.map((column) => ({ label: column.title, kind: "number" as const })),
      ],
      rows: shown.map((row) => [
        row.code === WHOLE ? bundle.frame.area.code : row.code,
        row.name,
        ...all.map((column) => row.values.get(column.id) ?? null),
      ]),
    };
  };
  const isAlone = columns === null || (bundle.data !== undefined && rows.length === 0);
  const title = isAlone
    ? t("table.compared", { name: compared.here.name })
    : t("table.title", { level: t(`level.${level}`) });
  // Where there is nothing below the area and nothing beside it, there is no table to draw.
  if (columns === null && peerRows.length === 0) return null;

  return (
    <Figure
      title={narrowed === undefined ? title : t("figure.narrowed", { title, to: narrowed.to })}
      unit={t("table.unit")}
      period={t("period.asOf", { day: format.day(bundle.frame.asOf) })}
      table={bundle.data && toTable(rows)}
      csvTable={() => toTable([...(peerRows.length > 0 ? [whole, ...peerRows] : []), ...(order?.() ?? rows)])}
      isTableOnly
      isOld={bundle.isOld || peers.isOld}
      error={bundle.error ?? peers.error}
      retry={bundle.error ? bundle.retry : peers.retry}
      isEmpty={rows.length + peerRows.length === 0}
      emptyMessage={t("table.empty")}
      className="span-12"
      anchor={rowsOf.areas}
      notes={
        <>
          {peerRows.length > 0 && <p>{t("peers.rows", { name: compared.here.name })}</p>}
          <p>
            {t("table.hint")}{" "}
            {untold.size > 0 &&
              t("only.columnsUntold", {
                count: of.measures.length - told.length,
                dimensions: sayDimensions([...untold], t),
              })}
          </p>
        </>
      }
    >
      <Suspense fallback={<div className="skeleton" role="status" aria-label={t("state.loading")} />}>
        <AreaGrid
          rows={rows}
          whole={whole}
          peers={peerRows}
          nameTitle={t("table.name")}
          nameWidth={nameWidth(peerRows)}
          groups={groups}
          sort={view.sort}
          words={gridWords(language)}
          unknownHint={t("area.unknownHint")}
          onSort={onSort}
          onOpen={onOpen}
          why={why}
          onReady={onReady}
        />
      </Suspense>
    </Figure>
  );
}

const NAME = { usual: 210, most: 320, letter: 7, edges: 24 };
/** As wide as "so với …" needs, in pixels, within bounds. */
const nameWidth = (rows: readonly GridRow[]): number =>
  Math.min(NAME.most, Math.max(NAME.usual, ...rows.map(({ name }) => name.length * NAME.letter + NAME.edges)));
