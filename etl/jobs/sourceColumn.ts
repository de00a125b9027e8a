import type { SourceColumn } from "../job.ts";

/** A column of a source, optional unless said otherwise. */
export const sourceColumn = (
  name: string,
  aliases: readonly string[],
  vi: string,
  en: string,
  example: string,
  required = false,
): SourceColumn => ({ name, aliases, required, description: { vi, en }, example });
