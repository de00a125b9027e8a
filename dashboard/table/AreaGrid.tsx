import {
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  type ColDef,
  type ColGroupDef,
  ColumnApiModule,
  ColumnHoverModule,
  type GridApi,
  LocaleModule,
  ModuleRegistry,
  PinnedRowModule,
  RowStyleModule,
  TooltipModule,
  themeQuartz,
} from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import { useMemo, useRef } from "react";
import { isPlainClick } from "../app/ViewLink.tsx";
import { usePrinting } from "../theme/usePrinting.ts";
import { FigureCell, type FigureCellWords } from "./FigureCell.ts";
import { PrintedTable } from "./PrintedTable.tsx";
import { compareCells, type TableValue } from "./prepareAreaTable.ts";

// The only file that imports AG Grid, and only the parts that are used. Loaded when the first table is.
ModuleRegistry.registerModules([
  ClientSideRowModelModule,
  ClientSideRowModelApiModule,
  ColumnApiModule,
  CellStyleModule,
  RowStyleModule,
  ColumnApiModule,
  ColumnHoverModule,
  LocaleModule,
  PinnedRowModule,
  TooltipModule,
]);

export interface GridRow {
  code: string;
  name: string;
  /** Where the row leads; null for the unknown member. */
  href: string | null;
  isUnknown: boolean;
  values: ReadonlyMap<string, TableValue>;
  /** What cells say in place of their written value. */
  texts?: ReadonlyMap<string, string>;
}
export interface GridColumn {
  id: string;
  title: string;
  description: string;
  isNumber: boolean;
  /** What stands in it is a word about the row, and no figure. */
  isWord?: boolean;
  /** In pixels, where the usual width does not fit. */
  width?: number;
  write(value: TableValue): string;
  /** Length of a bar behind the figure, from 0 to 1. */
  barOf?(value: TableValue): number | null;
}
export interface GridGroup {
  title: string;
  columns: GridColumn[];
}
interface Props {
  rows: readonly GridRow[];
  /** The area that the rows are parts of, kept on top; null where the rows are parts of no area. */
  whole: GridRow | null;
  /** Other areas to compare with, kept below the whole. */
  peers?: readonly GridRow[];
  nameTitle: string;
  /** In pixels, where names are longer than those of units. */
  nameWidth?: number;
  groups: readonly GridGroup[];
  /** Column id, with a leading minus for descending. */
  sort: string;
  words: Readonly<Record<string, string>>;
  unknownHint: string;
  onSort(sort: string): void;
  onOpen(code: string): void;
  /** Asks where the figure of a row comes from; undefined where the figures are of no one measure. */
  why?: FigureCellWords;
  /** Gives the page the table in its present order, for the CSV. */
  onReady(order: () => GridRow[]): void;
}

const NO_ROWS: readonly GridRow[] = [];
const theme = themeQuartz.withParams({
  fontFamily: "inherit",
  fontSize: 13,
  headerFontSize: 12,
  headerFontWeight: 600,
  rowHeight: 30,
  headerHeight: 58,
  spacing: 5,
  backgroundColor: "var(--surface)",
  foregroundColor: "var(--text)",
  headerBackgroundColor: "var(--sunken)",
  headerTextColor: "var(--text)",
  borderColor: "var(--hairline)",
  accentColor: "var(--accent)",
  rowHoverColor: "var(--hover)",
  columnHoverColor: "var(--hover)",
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  browserColorScheme: "inherit",
});

/** Draws the table it is given: sorting, keyboard and a name column that stays. Decides nothing about figures. */
export default function AreaGrid(props: Props) {
  const {
    rows,
    whole,
    peers = NO_ROWS,
    nameTitle,
    nameWidth = 210,
    groups,
    sort,
    words,
    unknownHint,
    why,
    onSort,
    onOpen,
    onReady,
  } = props;
  const api = useRef<GridApi<GridRow>>(null);
  const isPrinting = usePrinting();
  const columns = useMemo(
    () => [
      nameColumn(nameTitle, nameWidth, sort, unknownHint, onOpen),
      ...groups.map((group) => toGroup(group, sort, why)),
    ],
    [nameTitle, nameWidth, groups, sort, unknownHint, why, onOpen],
  );
  const pinned = useMemo(() => [...(whole ? [whole] : []), ...peers], [whole, peers]);
  const height = 58 + 28 + 30 * (rows.length + pinned.length) + 18;
  return (
    <>
      {isPrinting && (
        <PrintedTable
          rows={[...pinned, ...(api.current ? inOrder(api.current) : rows)]}
          nameTitle={nameTitle}
          groups={groups}
        />
      )}
      <div className="grid-box" style={{ blockSize: Math.min(640 + 30 * peers.length, height) }}>
        <AgGridReact<GridRow>
          theme={theme}
          rowData={[...rows]}
          pinnedTopRowData={pinned}
          groupHeaderHeight={28}
          columnDefs={columns}
          getRowId={({ data }) => data.code}
          localeText={words}
          sortingOrder={["desc", "asc"]}
          columnHoverHighlight
          suppressNoRowsOverlay
          suppressMovableColumns
          suppressDragLeaveHidesColumns
          enableCellTextSelection
          ensureDomOrder
          tooltipShowDelay={400}
          rowClassRules={{
            "row-unknown": ({ data }) => data?.isUnknown === true,
            "row-whole": ({ data }) => data !== undefined && data.code === whole?.code,
            "row-peer": ({ data, node }) => node.rowPinned === "top" && data?.code !== whole?.code,
          }}
          onGridReady={(event) => {
            api.current = event.api;
            onReady(() => inOrder(event.api));
          }}
          onRowClicked={({ data, event }) => {
            const isLink = event?.target instanceof HTMLElement && event.target.closest("a, button");
            const isSelecting = (window.getSelection()?.toString() ?? "") !== "";
            if (data?.href && !isLink && !isSelecting) onOpen(data.code);
          }}
          onCellContextMenu={({ data, column, event }) => {
            if (!why || !data || column.getColId() === "name") return;
            event?.preventDefault();
            why.onWhy(data, column.getColId());
          }}
          onCellKeyDown={(cell) => {
            const { data, event } = cell;
            const isWhy =
              event instanceof KeyboardEvent && event.key.toLowerCase() === "v" && !event.ctrlKey && !event.metaKey;
            if (isWhy && data && "column" in cell) why?.onWhy(data, cell.column.getColId());
            if (event instanceof KeyboardEvent && event.key === "Enter" && data?.href) onOpen(data.code);
          }}
          onSortChanged={({ source }) => {
            if (source === "api" || source === "gridOptionsChanged") return;
            const sorted = api.current?.getColumnState().find((column) => column.sort);
            if (sorted) onSort(sorted.sort === "desc" ? `-${sorted.colId}` : sorted.colId);
          }}
        />
      </div>
    </>
  );
}

function inOrder(api: GridApi<GridRow>): GridRow[] {
  const ordered: GridRow[] = [];
  api.forEachNodeAfterFilterAndSort((node) => node.data && ordered.push(node.data));
  return ordered;
}

const sortOf = (id: string, sort: string) => (sort === id ? "asc" : sort === `-${id}` ? "desc" : null);

function nameColumn(
  title: string,
  width: number,
  sort: string,
  hint: string,
  onOpen: (code: string) => void,
): ColDef<GridRow> {
  return {
    colId: "name",
    headerName: title,
    pinned: "left",
    width: window.innerWidth < 600 ? Math.round(width * 0.63) : width,
    tooltipValueGetter: ({ data }) => data?.name ?? "",
    sort: sortOf("name", sort),
    valueGetter: ({ data }) => data?.name ?? "",
    comparator: (a: string, b: string, nodeA, nodeB, isDescending) =>
      compareCells(
        { value: a, isUnknown: nodeA.data?.isUnknown ?? false },
        { value: b, isUnknown: nodeB.data?.isUnknown ?? false },
        isDescending,
      ),
    cellRenderer: ({ data }: { data: GridRow | undefined }) =>
      data?.href ? (
        <a
          href={data.href}
          tabIndex={-1}
          onClick={(event) => {
            if (!isPlainClick(event)) return;
            event.preventDefault();
            onOpen(data.code);
          }}
        >
          {data.name}
        </a>
      ) : (
        <span {...(data?.isUnknown ? { title: hint } : {})}>
          {data?.isUnknown && <span aria-hidden="true">? </span>}
          {data?.name}
        </span>
      ),
  };
}

const barStyle = (share: number | null) =>
  share === null
    ? null
    : { backgroundImage: `linear-gradient(to right, var(--accent-soft) ${share * 100}%, transparent ${share * 100}%)` };

function toGroup(group: GridGroup, sort: string, why: FigureCellWords | undefined): ColGroupDef<GridRow> {
  return {
    headerName: group.title,
    children: group.columns.map(
      (column): ColDef<GridRow> => ({
        colId: column.id,
        headerName: column.title,
        headerTooltip: column.description,
        width: column.width ?? 132,
        wrapHeaderText: true,
        sort: sortOf(column.id, sort),
        headerClass: column.isNumber ? "ag-right-aligned-header" : "",
        cellClass: ({ value }) => [
          ...(column.isNumber ? ["ag-right-aligned-cell"] : []),
          ...(value === null ? ["cell-missing"] : []),
        ],
        cellStyle: ({ value, node }) => barStyle(node.rowPinned ? null : (column.barOf?.(value) ?? null)),
        valueGetter: ({ data }) => data?.values.get(column.id) ?? null,
        valueFormatter: ({ value, data }) => data?.texts?.get(column.id) ?? column.write(value),
        ...(why && !column.isWord ? { cellRenderer: FigureCell, cellRendererParams: why } : {}),
        comparator: (a: TableValue, b: TableValue, nodeA, nodeB, isDescending) =>
          compareCells(
            { value: a, isUnknown: nodeA.data?.isUnknown ?? false },
            { value: b, isUnknown: nodeB.data?.isUnknown ?? false },
            isDescending,
          ),
      }),
    ),
  };
}
