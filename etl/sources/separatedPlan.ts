import type { Readable } from "node:stream";
import type { Header } from "./matchHeaders.ts";
import { quoteLiteral, type SourcePlan } from "./sourcePlan.ts";

interface SeparatedContent {
  readonly headers: readonly Header[];
  readonly formatName: string;
  readonly delimiter: string;
  readonly skippedLines: number;
  /** Empty fields behind the header's that rows may have, as a comma at the end of every line makes them. */
  readonly emptyFieldsBehind?: number;
  readonly openBody: (onBytes: (chunk: Buffer) => void) => Readable;
  readonly lateWarnings?: SourcePlan["lateWarnings"];
  readonly lateFindings?: SourcePlan["lateFindings"];
}

/** So many equal fields tell a line that repeats the header. */
const headerFields = 3;

/** SQL: the row is the header once more. Of a header of several lines that is not told. */
const isHeader = ({ headers, skippedLines }: SeparatedContent, field: (position: number) => string): string => {
  const names = headers.flatMap((header, position) => {
    const [name = "", below] = header;
    return name === "" || below !== undefined ? [] : [`${field(position)} = ${quoteLiteral(name)}`];
  });
  return skippedLines === 0 || names.length < 2 ? "false" : names.slice(0, headerFields).join(" AND ");
};

/**
 * Separated text, read by ClickHouse's CSV. Rows may have any number of fields: a row with too few leaves the last column
 * NULL, one with too many fills an overflow, and both are told from empty fields, so that no row is lost or shifted unseen.
 */
export const separatedPlan = (content: SeparatedContent): SourcePlan => {
  const last = content.headers.length - 1;
  const column = (position: number): string => `c${position + 1}`;
  const overflow = Array.from({ length: (content.emptyFieldsBehind ?? 0) + 1 }, (_, index) => `overflow${index + 1}`);
  const isOver = [...overflow.slice(0, -1).map((name) => `ifNull(${name}, '') != ''`), `isNotNull(${overflow.at(-1)})`];
  const isEmpty = [
    ...content.headers.map((_, position) =>
      position === last ? `ifNull(${column(position)}, '') = ''` : `${column(position)} = ''`,
    ),
    ...overflow.map((name) => `ifNull(${name}, '') = ''`),
  ];
  return {
    headers: content.headers,
    formatName: content.formatName,
    format: "CSV",
    inputColumn: (position) => (position === last ? `ifNull(${column(position)}, '')` : column(position)),
    structure: () =>
      [
        ...content.headers.map((_, position) =>
          position === last ? `${column(position)} Nullable(String)` : `${column(position)} String`,
        ),
        ...overflow.map((name) => `${name} Nullable(String)`),
      ].join(", "),
    shapeFault: () =>
      `multiIf(isNull(${column(last)}), 1, ${isOver.join(" OR ")}, 2, ${isHeader(content, column)}, 5, 0)`,
    isBlankRow: isEmpty.join(" AND "),
    settings: {
      format_csv_delimiter: content.delimiter,
      format_csv_null_representation: "\u0001",
      format_csv_allow_single_quotes: 0,
      format_csv_allow_double_quotes: 1,
      input_format_csv_skip_first_lines: content.skippedLines,
      input_format_csv_allow_variable_number_of_columns: 1,
      input_format_csv_empty_as_default: 0,
      input_format_csv_skip_trailing_empty_lines: 1,
      input_format_csv_detect_header: 0,
      input_format_defaults_for_omitted_fields: 1,
    },
    openBody: content.openBody,
    lateWarnings: content.lateWarnings ?? (() => []),
    lateFindings: content.lateFindings ?? (() => []),
  };
};
