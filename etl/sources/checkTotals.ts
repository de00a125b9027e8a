import { marksIn, numberIn } from "./numberIn.ts";
import { type Mark, marks, partingMark } from "./numberMarks.ts";

/** A number of a totals row that is not the sum of the rows it stands for. */
export interface TotalDifference {
  readonly sheet: string;
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

const numbersOf = (values: RowValues, parting: Mark | undefined): Numbers => {
  const numbers: Numbers = new Map();
  for (const [column, text] of values) {
    const number = numberIn(text, parting);
    if (number !== undefined) numbers.set(column, number);
  }
  return numbers;
};

type Difference = Omit<TotalDifference, "sheet">;

const differences = (row: number, told: Numbers, sums: Numbers): Difference[] =>
  [...told].flatMap(([column, number]) => {
    const summed = sums.get(column) ?? 0;
    // Fractions are added up in binary.
    return Math.abs(number - summed) <= 1e-9 * Math.max(1, Math.abs(number))
      ? []
      : [{ row, column, told: number, summed: Number(summed.toPrecision(15)) }];
  });

interface OneReading {
  readonly addRow: (values: RowValues) => void;
  /** A totals row: it stands for the rows since the last one of its kind, since the sheet's first, or since the file's first. */
  readonly addTotal: (row: number, values: RowValues, label: "grand" | "part") => void;
  /** A line whose numbers stand for the rows below it. */
  readonly addGroup: (row: number, values: RowValues, level: GroupLevel) => void;
  readonly endSheet: () => void;
}

/** Adds up and compares the numbers as they are where one mark parts the thousands of all columns, or none does. */
const createReading = (parting: Mark | undefined, onDifference: (difference: Difference) => void): OneReading => {
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
      const numbers = numbersOf(values, parting);
      for (const sum of [sums.part, sums.sheet, sums.file, ...[...groups.values()].map((group) => group.sums)]) {
        for (const [column, number] of numbers) sum.set(column, (sum.get(column) ?? 0) + number);
      }
    },
    addTotal: (row, values, label) => {
      const order = label === "part" ? [sums.part, sums.sheet, sums.file] : [sums.sheet, sums.file, sums.part];
      tell(row, numbersOf(values, parting), order);
      sums.part = new Map();
    },
    addGroup: (row, values, level) => {
      close(level);
      groups.set(level, { row, told: numbersOf(values, parting), sums: new Map() });
    },
    endSheet: () => {
      close("whole");
      sums.part = new Map();
      sums.sheet = new Map();
    },
  };
};

export interface TotalsCheck extends OneReading {
  readonly beginSheet: (name: string) => void;
  /** What was found, when all rows were added: only then it is known which mark parts thousands in a column. */
  readonly differences: () => readonly TotalDifference[];
}

/**
 * Adds up the rows of sheets and compares with what their totals rows tell. Which rows a total stands for is not written in a
 * sheet: of the possible sums the one that agrees in most columns is held against it. Numbers are read as those of the load are
 * (see settleNumbers.ts), from all numbers of the file's column.
 */
export const createTotalsCheck = (): TotalsCheck => {
  const found: (TotalDifference & { readonly parting: Mark | undefined })[] = [];
  const said = new Map<string, number>();
  let sheet = "";
  const readings = [undefined, ...marks].map((parting) =>
    createReading(parting, (difference) => found.push({ ...difference, sheet, parting })),
  );
  const listen = (values: RowValues): void => {
    for (const [column, text] of values) said.set(column, (said.get(column) ?? 0) | marksIn(text));
  };
  return {
    beginSheet: (name) => {
      sheet = name;
    },
    addRow: (values) => {
      listen(values);
      for (const reading of readings) reading.addRow(values);
    },
    addTotal: (row, values, label) => {
      listen(values);
      for (const reading of readings) reading.addTotal(row, values, label);
    },
    addGroup: (row, values, level) => {
      listen(values);
      for (const reading of readings) reading.addGroup(row, values, level);
    },
    endSheet: () => {
      for (const reading of readings) reading.endSheet();
    },
    differences: () => found.filter(({ column, parting }) => parting === partingMark(said.get(column) ?? 0)),
  };
};
