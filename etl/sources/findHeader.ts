import type { ColumnsOfJob } from "./matchColumns.ts";
import { createHeaderMatcher, type Header } from "./matchHeaders.ts";
import { isNumber } from "./numberIn.ts";
import { isBlankRow, isColumnNumberRow, isUnitRow } from "./rowKinds.ts";
import type { CellRange } from "./xlsx/cellAddress.ts";

/** A row at the top of a sheet or file. */
export interface HeadRow {
  readonly number: number;
  readonly cells: readonly string[];
}

export interface FoundHeader {
  /** Numbers of its first and last row. */
  readonly top: number;
  readonly bottom: number;
  /** Name of each column, from the first. */
  readonly headers: readonly Header[];
  /** How many of the job's columns it names. */
  readonly score: number;
}

/** Title lines above a header, and the lines of a header, that are looked at. */
const deepestHeader = 60;
const tallestHeader = 4;

const isNumeric = (text: string): boolean => isNumber(text) || /^\d+[/-]\d+([/-]\d+)?/.test(text.trim());

/** The names of columns that a block of rows gives. */
const headersOf = (block: readonly HeadRow[], all: readonly HeadRow[], merges: readonly CellRange[]): Header[] => {
  const bottom = block.at(-1)?.number ?? 0;
  const own = (row: number, column: number): string =>
    all.find((one) => one.number === row)?.cells[column]?.trim() ?? "";
  const mergeAt = (row: number, column: number): CellRange | undefined =>
    merges.find((merge) => merge.top <= row && row <= merge.bottom && merge.left <= column && column <= merge.right);
  const widths = block.flatMap(({ number, cells }) => [
    cells.length,
    ...merges.filter((merge) => merge.top <= number && number <= merge.bottom).map((merge) => merge.right + 1),
  ]);
  const hasBelow = (row: number, column: number): boolean =>
    block.some(({ number }) => number > row && own(number, column) !== "");
  const level = (row: number, column: number): string => {
    const text = own(row, column);
    if (text !== "") return text;
    const merge = mergeAt(row, column);
    // What is merged over several columns down to the last line of the header is the name of the first of them.
    if (merge !== undefined) {
      return column > merge.left && merge.bottom >= bottom ? "" : own(merge.top, merge.left);
    }
    if (row === bottom || !hasBelow(row, column)) return "";
    // An export to text keeps only the first cell of those merged: the others take its name if it is that of a group.
    for (let left = column - 1; left >= 0; left--) {
      if (own(row, left) !== "") return hasBelow(row, left) ? own(row, left) : "";
    }
    return "";
  };
  const headers = Array.from({ length: Math.max(0, ...widths) }, (_, column) =>
    block.map(({ number }) => level(number, column)),
  );
  while (headers.length > 0 && isBlankRow(headers.at(-1) ?? [])) headers.pop();
  return headers;
};

/** A line of a header below its first: words only, and not one in every column. */
const mayContinue = (row: HeadRow, above: HeadRow): boolean =>
  row.cells.every((text) => text.trim() === "" || !isNumeric(text)) &&
  !isColumnNumberRow(row.cells) &&
  !isUnitRow(row.cells) &&
  Array.from({ length: Math.max(row.cells.length, above.cells.length) }).some(
    (_, column) => (row.cells[column]?.trim() ?? "") === "" || (above.cells[column]?.trim() ?? "") === "",
  );

/** The row only names columns that the header so far leaves without a name of their own, or as the first of a group. */
const namesTheNameless = (row: HeadRow, headers: readonly Header[], bottomCells: readonly string[]): boolean => {
  const isNameless = (column: number): boolean =>
    isBlankRow(headers[column] ?? []) || (bottomCells[column]?.trim() ?? "") === "";
  const filled = row.cells.flatMap((text, column) => (text.trim() === "" ? [] : [column]));
  return (
    filled.length > 1 &&
    filled.some((column) => isBlankRow(headers[column] ?? [])) &&
    filled.every((column) => isNameless(column) || isBlankRow(headers[column + 1] ?? []))
  );
};

/**
 * Finds the header among the first rows: the row, or the few rows one below another, that name most of the job's columns.
 * Undefined: all rows are blank. Where no row names any, the first with text is taken, so that its text can be reported.
 */
export const findHeader = (
  job: Pick<ColumnsOfJob, "columns">,
  rows: readonly HeadRow[],
  merges: readonly CellRange[] = [],
): FoundHeader | undefined => {
  const head = rows.filter((row) => !isBlankRow(row.cells)).slice(0, deepestHeader);
  const lastRow = head.at(-1)?.number ?? 0;
  const near = merges.filter((merge) => merge.top <= lastRow);
  const match = createHeaderMatcher(job.columns);
  const read = (start: number, height: number): FoundHeader | undefined => {
    const block = head.slice(start, start + height);
    const [first, last] = [block[0], block.at(-1)];
    if (first === undefined || last === undefined || block.length < height) return undefined;
    const headers = headersOf(block, head, near);
    return { top: first.number, bottom: last.number, headers, score: match(headers).positions.size };
  };

  let best = read(0, 1);
  let place = { start: 0, height: 1 };
  for (const start of head.keys()) {
    for (let height = 1; height <= tallestHeader; height++) {
      const [row, above] = [head[start + height - 1], head[start + height - 2]];
      if (row === undefined || (height > 1 && (above === undefined || !mayContinue(row, above)))) break;
      const found = read(start, height);
      const isBetter =
        found !== undefined &&
        (best === undefined || found.score > best.score || (found.score === best.score && height < place.height));
      if (isBetter) {
        best = found;
        place = { start, height };
      }
    }
  }
  // The same names once more below, in another spelling: of the two lines the lower one ends the header.
  for (;;) {
    const start = place.start + place.height;
    const again = head[start]?.number === (best?.bottom ?? 0) + 1 ? read(start, 1) : undefined;
    if (best === undefined || best.score < 2 || again === undefined || again.score < best.score) break;
    best = again;
    place = { start, height: 1 };
  }
  for (;;) {
    const next = head[place.start + place.height];
    const bottomRow = head[place.start + place.height - 1];
    if (best === undefined || best.score === 0 || next === undefined || bottomRow === undefined) return best;
    const { top, bottom } = best;
    const reaches = near.some(
      (merge) =>
        merge.top >= top && merge.top <= bottom && merge.bottom >= next.number && merge.bottom < top + tallestHeader,
    );
    const mayGrow = mayContinue(next, bottomRow) && namesTheNameless(next, best.headers, bottomRow.cells);
    const taller = reaches || mayGrow ? read(place.start, place.height + 1) : undefined;
    if (taller === undefined || taller.score < best.score) return best;
    best = taller;
    place = { start: place.start, height: place.height + 1 };
  }
};
