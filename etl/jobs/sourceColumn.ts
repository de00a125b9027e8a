import type { SourceColumn } from "../job.ts";
import type { ColumnType } from "../sources/columnType.ts";

/** A column of a source, optional unless said otherwise. @param more true: it is required */
export const sourceColumn = (
  name: string,
  type: ColumnType,
  aliases: readonly string[],
  vi: string,
  en: string,
  example: string,
  more: true | Partial<SourceColumn> = {},
): SourceColumn => ({
  name,
  type,
  aliases,
  required: more === true,
  description: { vi, en },
  example,
  ...(more === true ? {} : more),
});
