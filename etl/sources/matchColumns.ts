import { reasonColumn } from "../commonColumns.ts";
import type { Job, Sentence, SourceColumn } from "../job.ts";
import { RefusedFile } from "../RefusedFile.ts";
import { type ColumnType, isNumeric } from "./columnType.ts";
import { createHeaderMatcher, type Header, headerText } from "./matchHeaders.ts";
import { refuseScaledUnit } from "./refuseSource.ts";
import { scaledUnitBehind } from "./rowKinds.ts";

export interface MatchedColumns {
  /** Canonical name to the position (from 0) of its column in the file. */
  readonly positions: ReadonlyMap<string, number>;
  /** Columns of the file that the job does not know; they are not read. */
  readonly extra: readonly string[];
}

export type ColumnsOfJob = Pick<Job, "name" | "columns" | "anyOf" | "form">;

/** Types of the job's columns by their position among a file's columns, which have names of one level. */
export const typesOf = (
  job: Pick<ColumnsOfJob, "columns">,
  names: readonly string[],
): ReadonlyMap<number, ColumnType> => {
  const { positions } = createHeaderMatcher(job.columns)(names.map((name) => [name]));
  return new Map(
    job.columns.flatMap(({ name, type }): (readonly [number, ColumnType])[] => {
      const position = positions.get(name);
      return position === undefined ? [] : [[position, type]];
    }),
  );
};

/** A file without columns that the job must have. */
export class MissingColumns extends RefusedFile {
  readonly headers: readonly Header[];

  constructor(sentence: Sentence, remedy: Sentence, headers: readonly Header[]) {
    super(sentence, remedy);
    this.headers = headers;
  }
}

/** As many names as somebody reads. */
const listedHeaders = 40;

const named = (column: SourceColumn): string =>
  column.aliases.length === 0 ? `"${column.name}"` : `"${column.name}" (${column.aliases.join(", ")})`;

/**
 * A column of figures in thousands or millions answers to no name, so that it would be left out without a word.
 * @throws RefusedFile naming it
 */
const refuseScaledColumns = (
  job: ColumnsOfJob,
  headers: readonly Header[],
  positions: ReadonlyMap<string, number>,
  fileName: string,
): void => {
  const read = new Set(positions.values());
  const match = createHeaderMatcher(job.columns);
  for (const [position, header] of headers.entries()) {
    const scaled = read.has(position) ? undefined : scaledUnitBehind(headerText(header));
    // English names end in their unit: amount_million_vnd stands for amount_vnd.
    const names = scaled === undefined ? [] : [scaled.name, `${scaled.name} vnd`];
    const [name] = names.flatMap((each) => [...match([[each]]).positions.keys()]);
    const column = positions.has(name ?? "") ? undefined : job.columns.find((each) => each.name === name);
    if (column === undefined || !isNumeric(column.type)) continue;
    throw refuseScaledUnit(fileName, headerText(header));
  }
};

/**
 * Finds the job's columns in a file's header, by name, in any order.
 * @throws RefusedFile naming each missing required column, what was found instead, and the fix
 */
export const matchColumns = (job: ColumnsOfJob, headers: readonly Header[], fileName: string): MatchedColumns => {
  const { positions, doubles } = createHeaderMatcher(job.columns)(headers);
  for (const [name, [one, other]] of doubles) {
    const [first, second] = [headerText(headers[one] ?? []), headerText(headers[other] ?? [])];
    throw new RefusedFile(
      {
        vi: `Tệp ${fileName} có hai cột cùng nghĩa ${name}: "${first}" và "${second}"`,
        en: `${fileName} has two columns that both mean ${name}: "${first}" and "${second}"`,
      },
      { vi: "xóa hoặc đổi tên một trong hai cột", en: "remove or rename one of the two" },
    );
  }

  refuseScaledColumns(job, headers, positions, fileName);
  const missing = job.columns.filter((column) => column.required && !positions.has(column.name)).map(named);
  for (const group of job.anyOf ?? []) {
    if (!group.some((name) => positions.has(name))) missing.push(group.map((name) => `"${name}"`).join(" / "));
  }
  if (missing.length > 0) {
    const names = headers.map((header) => headerText(header).trim()).filter((text) => text !== "");
    const more = names.length > listedHeaders ? `, … (${names.length})` : "";
    const found =
      `${names
        .slice(0, listedHeaders)
        .map((text) => `"${text.slice(0, 100)}"`)
        .join(", ")}${more}` || "∅";
    throw new MissingColumns(
      {
        vi: `Tệp ${fileName} thiếu cột bắt buộc: ${missing.join("; ")}. Các cột tìm thấy: ${found}`,
        en: `${fileName} lacks a required column: ${missing.join("; ")}. Columns found: ${found}`,
      },
      {
        vi: `đặt tên cột như tệp mẫu: npm run etl -- template ${job.name}`,
        en: `name the columns as in the template: npm run etl -- template ${job.name}`,
      },
      headers,
    );
  }
  const read = new Set(positions.values());
  const extra = headers
    .filter((_, position) => !read.has(position))
    .map((header) => headerText(header).trim())
    .filter((text) => text !== "" && text !== reasonColumn);
  return { positions, extra };
};
