import type { Sentence } from "../job.ts";
import { RefusedFile } from "../RefusedFile.ts";
import type { FileFinding } from "../sources/fileFinding.ts";
import type { ColumnsOfJob } from "../sources/matchColumns.ts";
import type { Header } from "../sources/matchHeaders.ts";
import { normaliseHeader } from "../sources/normaliseHeader.ts";
import type { Book } from "../sources/xlsx/readBook.ts";
import { sheetRows } from "../sources/xlsx/sheetRows.ts";
import { choicesSheet, type FormStamp, formVersion, instructionsSheet, parseStamp, stampSheet } from "./formStamp.ts";
import { monthIn } from "./monthIn.ts";

/** Holds a filled-in form against what was given out, row by row. */
export interface FormCheck {
  readonly isOwnSheet: (name: string) => boolean;
  /**
   * Given the line of names that the columns were found by, and the line above it.
   * @throws RefusedFile where one of the two was changed, or columns were moved, added or removed
   */
  readonly checkHeader: (names: readonly Header[], headings: readonly string[]) => void;
  /** Given the rows in order, with the number that each has if it is kept. False: a line that was not filled in. */
  readonly keep: (values: ReadonlyMap<string, string>, row: number) => boolean;
  readonly findings: () => readonly FileFinding[];
  readonly warnings: () => readonly Sentence[];
}

const refuse = (vi: string, en: string, job: string): RefusedFile =>
  new RefusedFile(
    { vi, en },
    {
      vi: `lấy lại biểu mẫu: npm run etl -- template ${job} --area <mã> --month <tháng>; hoặc chép số liệu sang tệp không phải biểu mẫu`,
      en: `take the form anew: npm run etl -- template ${job} --area <code> --month <month>; or copy the figures to a file that is no form`,
    },
  );

const readStamp = async (book: Book): Promise<FormStamp | "altered" | undefined> => {
  const sheet = book.sheets.find(({ name }) => name === stampSheet);
  if (sheet === undefined) return undefined;
  const rows: string[][] = [];
  for await (const batch of sheetRows(book, sheet)) for (const row of batch) rows[row.number - 1] = [...row.cells];
  return parseStamp(Array.from(rows, (row) => row ?? []));
};

/**
 * Looks whether a workbook is a form that this product gave out. Undefined: it is not.
 * @throws RefusedFile for a form of another job or version, or whose hidden sheet was changed
 */
export const openFormCheck = async (
  book: Book,
  job: Pick<ColumnsOfJob, "name">,
  fileName: string,
): Promise<FormCheck | undefined> => {
  const stamp = await readStamp(book);
  if (stamp === undefined) return undefined;
  if (stamp === "altered" || stamp.version !== formVersion) {
    throw refuse(
      `Trang ẩn ${stampSheet} của biểu mẫu ${fileName} bị sửa, hoặc của phiên bản khác`,
      `The hidden sheet ${stampSheet} of the form ${fileName} was changed, or is of another version`,
      job.name,
    );
  }
  if (stamp.job !== job.name) {
    throw new RefusedFile(
      {
        vi: `Tệp ${fileName} là biểu mẫu của loại dữ liệu "${stamp.job}", không phải "${job.name}"`,
        en: `${fileName} is a form of the job "${stamp.job}", not of "${job.name}"`,
      },
      { vi: `npm run etl -- run ${stamp.job} ${fileName}`, en: `npm run etl -- run ${stamp.job} ${fileName}` },
    );
  }
  return createFormCheck(stamp, fileName);
};

const firstDifference = (one: readonly string[], other: readonly string[]): number | undefined => {
  const length = Math.max(one.length, other.length);
  const at = Array.from({ length }, (_, index) => index);
  return at.find((index) => normaliseHeader(one[index] ?? "") !== normaliseHeader(other[index] ?? ""));
};

/** The check of a form with this stamp. */
export const createFormCheck = (stamp: FormStamp, fileName: string): FormCheck => {
  const names = new Map(stamp.facilities.map(({ code, name }) => [code, name]));
  const filledIn = new Set(["facility_code", "facility_name", stamp.monthColumn]);
  const entries = stamp.columns.filter((column) => !filledIn.has(column));
  const seen = new Set<string>();
  const found: FileFinding[] = [];
  const isListed = stamp.rows === "facilities";
  return {
    isOwnSheet: (name) => [stampSheet, choicesSheet, instructionsSheet].includes(name),
    checkHeader: (names, headings) => {
      const lines = [
        { found: names.map((header) => header.findLast((level) => level !== "") ?? ""), given: stamp.columns },
        { found: headings, given: stamp.headings },
      ];
      for (const { found: line, given } of lines) {
        const at = firstDifference(line, given);
        if (at === undefined) continue;
        const [is, was] = [line[at] ?? "", given[at] ?? ""];
        throw refuse(
          `Tiêu đề của biểu mẫu ${fileName} bị sửa: cột ${at + 1} là "${is}", biểu mẫu đã giao là "${was}"`,
          `The header of the form ${fileName} was changed: column ${at + 1} is "${is}", in the form given out "${was}"`,
          stamp.job,
        );
      }
    },
    keep: (values, row) => {
      const text = (column: string): string => values.get(column)?.trim() ?? "";
      const code = text("facility_code");
      const name = names.get(code);
      const isRepeated = seen.has(code);
      if (name !== undefined) seen.add(code);
      if (isListed && name !== undefined && !isRepeated && entries.every((column) => text(column) === "")) {
        found.push({ rule: "form_row_empty", row: 0, detail: code });
        return false;
      }
      if (stamp.columns.includes("facility_code") && name === undefined) {
        found.push({ rule: "form_row_added", row, detail: code });
      } else if (
        name !== undefined &&
        text("facility_name") !== "" &&
        normaliseHeader(text("facility_name")) !== normaliseHeader(name)
      ) {
        found.push({ rule: "form_row_altered", row, detail: code });
      }
      const month = monthIn(text(stamp.monthColumn));
      if (month !== undefined && month !== stamp.month) {
        found.push({ rule: "form_month_differs", row, detail: `${month} ≠ ${stamp.month}` });
      }
      return true;
    },
    findings: () => [
      ...found,
      ...(isListed ? stamp.facilities : [])
        .filter(({ code }) => !seen.has(code))
        .map(({ code }) => ({ rule: "form_row_missing", row: 0, detail: code })),
    ],
    warnings: () => [
      {
        vi: `${fileName} là biểu mẫu đã giao: đơn vị ${stamp.area} (cơ cấu ${stamp.structure} tỉnh), tháng ${stamp.month}, ${stamp.facilities.length} cơ sở`,
        en: `${fileName} is a form given out: area ${stamp.area} (structure of ${stamp.structure} provinces), month ${stamp.month}, ${stamp.facilities.length} facilities`,
      },
    ],
  };
};
