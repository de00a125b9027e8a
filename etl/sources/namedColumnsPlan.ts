import type { Readable } from "node:stream";
import { quoteIdentifier, type SourcePlan } from "./sourcePlan.ts";

export interface NamedColumnsContent {
  headers: readonly string[];
  openBody: (onBytes: (chunk: Buffer) => void) => Readable;
}

/** A format whose rows carry the names of their columns, decoded by ClickHouse: no row can have the wrong shape. */
export const namedColumnsPlan = (
  { headers, openBody }: NamedColumnsContent,
  { formatName, format, settings }: Pick<SourcePlan, "formatName" | "format" | "settings">,
): SourcePlan => {
  const column = (position: number): string => quoteIdentifier(headers[position] ?? "");
  return {
    headers: headers.map((name) => [name]),
    formatName,
    format,
    inputColumn: column,
    structure: (positions) => positions.map((position) => `${column(position)} String`).join(", "),
    shapeFault: "0",
    settings,
    openBody,
    lateWarnings: () => [],
    lateFindings: () => [],
  };
};
