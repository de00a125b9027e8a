import type { Sentence } from "../../job.ts";
import type { RowKind } from "./classifyRow.ts";

type LeftOut = Exclude<RowKind["kind"], "data">;

const rowWords: Readonly<Record<LeftOut | "hidden", Sentence>> = {
  columnNumbers: { vi: "dòng đánh số cột, không đọc", en: "line of column numbers, not read" },
  units: { vi: "dòng đơn vị tính, không đọc", en: "line of units, not read" },
  repeatedHeader: { vi: "dòng tiêu đề lặp lại, không đọc", en: "the header repeated, not read" },
  total: { vi: "dòng tổng, không nạp, chỉ dùng để đối chiếu", en: "totals, not loaded, only compared" },
  group: { vi: "dòng tên nhóm, không nạp", en: "headings of groups, not loaded" },
  title: { vi: "dòng chỉ có một ô chữ, không nạp", en: "rows with one cell of text, not loaded" },
  note: { vi: "ghi chú và phần ký dưới bảng, không nạp", en: "notes and signatures below the table, not loaded" },
  numberOnly: { vi: "dòng chỉ có số thứ tự, không nạp", en: "rows with nothing but a number, not loaded" },
  hidden: { vi: "dòng bị ẩn, vẫn được đọc", en: "hidden rows, read all the same" },
};

const cellWords = {
  noResult: { vi: "ô công thức chưa có kết quả, coi là trống", en: "formulas without a result, read as empty" },
  error: { vi: "ô báo lỗi, coi là trống", en: "cells with an error, read as empty" },
  unshown: {
    vi: "ô số ở cột mã hay chữ mà định dạng hiển thị không đọc được, hoặc quá 15 chữ số (Excel không giữ đủ), coi là trống",
    en: "numbers in a column of codes or texts, shown in a format that is not read, or of more than 15 digits (which Excel does not keep), read as empty",
  },
  mergedNumber: {
    vi: "ô số gộp qua nhiều dòng, chỉ tính cho dòng đầu",
    en: "numbers merged over several rows, counted in the first only",
  },
  outside: { vi: "ô nằm ngoài các cột có tên, không đọc", en: "cells outside the named columns, not read" },
} as const satisfies Record<string, Sentence>;

/** "12, 25–27" */
const ranges = (numbers: readonly number[]): string => {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
};

/** As many addresses as somebody reads; the count says how many there are. */
const listedCells = 100;

const listed = (addresses: readonly string[]): string =>
  addresses.length <= listedCells
    ? addresses.join(", ")
    : `${addresses.slice(0, listedCells).join(", ")}, … (${addresses.length})`;

/** What a sheet's reading left out or doubted, gathered while it is read. */
export interface SheetNotes {
  readonly row: (kind: keyof typeof rowWords, number: number) => void;
  readonly cell: (kind: keyof typeof cellWords, address: string) => void;
  /** One sentence for each kind, with the sheet's name and the numbers of rows or cells as Excel shows them. */
  readonly sentences: (sheet: string) => Sentence[];
}

const addTo = <Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
};

export const createSheetNotes = (): SheetNotes => {
  const rows = new Map<keyof typeof rowWords, number[]>();
  const cells = new Map<keyof typeof cellWords, string[]>();
  return {
    row: (kind, number) => addTo(rows, kind, number),
    cell: (kind, address) => addTo(cells, kind, address),
    sentences: (sheet) => [
      ...[...rows].map(([kind, numbers]) => ({
        vi: `Trang "${sheet}", dòng ${ranges(numbers)}: ${rowWords[kind].vi}`,
        en: `Sheet "${sheet}", rows ${ranges(numbers)}: ${rowWords[kind].en}`,
      })),
      ...[...cells].map(([kind, addresses]) => ({
        vi: `Trang "${sheet}", ô ${listed(addresses)}: ${cellWords[kind].vi}`,
        en: `Sheet "${sheet}", cells ${listed(addresses)}: ${cellWords[kind].en}`,
      })),
    ],
  };
};
