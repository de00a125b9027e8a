/** Position (from 0) of the column that an address such as `AB12` names; undefined: no address. */
export const columnOf = (address: string): number | undefined => {
  let column = 0;
  for (const letter of address) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column === 0 ? undefined : column - 1;
};

/** Letters of a column by its position from 0: 27 is AB. */
export const columnLetters = (column: number): string =>
  (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));

export interface CellRange {
  /** Row numbers as Excel shows them. */
  readonly top: number;
  readonly bottom: number;
  /** Columns from 0. */
  readonly left: number;
  readonly right: number;
}

/** A range such as `A1:C3`. */
export const cellRangeOf = (text: string): CellRange | undefined => {
  const [first = "", last = first] = text.replaceAll("$", "").split(":");
  const [left, right] = [columnOf(first), columnOf(last)];
  const [top, bottom] = [Number(first.replace(/\D/g, "")), Number(last.replace(/\D/g, ""))];
  return left === undefined || right === undefined || top === 0 || bottom === 0
    ? undefined
    : { top, bottom, left, right };
};
