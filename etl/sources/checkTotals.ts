import { numberIn } from "./numberIn.ts";

/** A number of a totals row that is not the sum of the rows it stands for. */
export interface TotalDifference {
  readonly row: number;
  readonly column: string;
  readonly told: number;
  readonly summed: number;
}

type Numbers = Map<string, number>;
/** Values of a row by the job's column. */
export type RowValues = ReadonlyMap<string, string>;

interface OpenGroup {
  readonly row: number;
  readonly told: Numbers;
  readonly sums: Numbers;
}

export type GroupLevel = "whole" | "letter" | "roman";
const groupLevels: readonly GroupLevel[] = ["whole", "letter", "roman"];

const numbersOf = (values: RowValues): Numbers => {
  const numbers: Numbers = new Map();
  for (const [column, text] of values) {
    const number = numberIn(text);
    if (number !== undefined) numbers.set(column, number);
  }
  return numbers;
};

const differences = (row: number, told: Numbers, sums: Numbers): TotalDifference[] =>
  [...told].flatMap(([column, number]) => {
    const summed = sums.get(column) ?? 0;
    // Fractions are added up in binary.
    return Math.abs(number - summed) <= 1e-9 * Math.max(1, Math.abs(number))
      ? []
      : [{ row, column, told: number, summed: Number(summed.toPrecision(15)) }];
  });

export interface TotalsCheck {
  readonly addRow: (values: RowValues) => void;
  /** A totals row: it stands for the rows since the last one of its kind, since the sheet's first, or since the file's first. */
  readonly addTotal: (row: number, values: RowValues, label: "grand" | "part") => void;
  /** A line whose numbers stand for the rows below it. */
  readonly addGroup: (row: number, values: RowValues, level: GroupLevel) => void;
  readonly endSheet: () => void;
}

/**
 * Adds up the rows of sheets and compares with what their totals rows state. Which rows a total stands for is not written in a
 * sheet: of the possible sums the one that agrees in most columns is held against it.
 */
export const createTotalsCheck = (onDifference: (difference: TotalDifference) => void): TotalsCheck => {
  const sums: Record<"part" | "sheet" | "file", Numbers> = { part: new Map(), sheet: new Map(), file: new Map() };
  const groups = new Map<GroupLevel, OpenGroup>();
  const tell = (row: number, told: Numbers, candidates: readonly Numbers[]): void => {
    const found = candidates.map((each) => differences(row, told, each));
    const best = found.reduce((least, one) => (one.length < least.length ? one : least), found[0] ?? []);
    for (const difference of best) onDifference(difference);
  };
  const close = (level: GroupLevel): void => {
    for (const each of groupLevels.slice(groupLevels.indexOf(level))) {
      const group = groups.get(each);
      if (group !== undefined) tell(group.row, group.told, [group.sums]);
      groups.delete(each);
    }
  };
  return {
    addRow: (values) => {
      const numbers = numbersOf(values);
      for (const sum of [sums.part, sums.sheet, sums.file, ...[...groups.values()].map((group) => group.sums)]) {
        for (const [column, number] of numbers) sum.set(column, (sum.get(column) ?? 0) + number);
      }
    },
    addTotal: (row, values, label) => {
      const order = label === "part" ? [sums.part, sums.sheet, sums.file] : [sums.sheet, sums.file, sums.part];
      tell(row, numbersOf(values), order);
      sums.part = new Map();
    },
    addGroup: (row, values, level) => {
      close(level);
      groups.set(level, { row, told: numbersOf(values), sums: new Map() });
    },
    endSheet: () => {
      close("whole");
      sums.part = new Map();
      sums.sheet = new Map();
    },
  };
};
