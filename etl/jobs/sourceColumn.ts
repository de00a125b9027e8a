import type { SourceColumn } from "../job.ts";
import type { ColumnType } from "../sources/columnType.ts";

/** A column of a source, optional unless said otherwise. */
export const sourceColumn = (
  name: string,
  type: ColumnType,
  aliases: readonly string[],
  vi: string,
  en: string,
  example: string,
  required = false,
): SourceColumn => ({ name, type, aliases, required, description: { vi, en }, example });
