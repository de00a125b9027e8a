import { parse } from "csv-parse/sync";

/** Cells of small separated text, trimmed, line by line; quoted cells may hold separators, quotes and line breaks. Empty lines are left out. */
export const parseSeparatedText = (text: string, delimiter: string): string[][] =>
  parse(text, {
    ...{ delimiter, bom: true, trim: true, relax_quotes: true, relax_column_count: true },
    skip_records_with_empty_values: true,
    // What is quoted is not trimmed otherwise.
    cast: (text: string) => text.trim(),
  });
