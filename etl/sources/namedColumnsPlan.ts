import type { Readable } from "node:stream";
import { quoteIdentifier, type SourcePlan } from "./sourcePlan.ts";

/** A column as ClickHouse is to decode it. */
export interface NamedColumn {
  readonly name: string;
  /** Type in `input(…)`. */
  readonly type: string;
  /** SQL: the text that the landing table gets for a value (see givenText.ts). */
  readonly text: (value: string) => string;
  /** SQL: the value is none of a column's. Undefined: every value is one. */
  readonly isUnfit?: ((value: string) => string) | undefined;
}

export interface NamedColumnsContent {
  readonly columns: readonly NamedColumn[];
  readonly openBody: (onBytes: (chunk: Buffer) => void) => Readable;
}

/** A format whose rows carry the names of their columns, decoded by ClickHouse: no row has too few or too many fields. */
export const namedColumnsPlan = (
  { columns, openBody }: NamedColumnsContent,
  { formatName, format, settings }: Pick<SourcePlan, "formatName" | "format" | "settings">,
): SourcePlan => {
  const nameAt = (position: number): string => quoteIdentifier(columns[position]?.name ?? "");
  return {
    headers: columns.map(({ name }) => [name]),
    formatName,
    format,
    inputColumn: (position) => columns[position]?.text(nameAt(position)) ?? "''",
    structure: (positions) =>
      positions.map((position) => `${nameAt(position)} ${columns[position]?.type ?? "String"}`).join(", "),
    shapeFault: (positions) => {
      const unfit = positions.flatMap((position) => columns[position]?.isUnfit?.(nameAt(position)) ?? []);
      return unfit.length === 0 ? "0" : `if(${unfit.join(" OR ")}, 3, 0)`;
    },
    // Columns of the file may be called what the job's are, and are meant wherever both could be.
    settings: { ...settings, prefer_column_name_to_alias: 1 },
    openBody,
    lateWarnings: () => [],
    lateFindings: () => [],
  };
};
