import type { FigureRow } from "./viewCatalogue.ts";

/** A figure of a row of any view; null where it is missing, or is no number. */
export function numberIn(row: FigureRow | undefined, name: string): number | null {
  const value = row?.[name];
  return typeof value === "number" ? value : null;
}

export function textIn(row: FigureRow | undefined, name: string): string {
  const value = row?.[name];
  return value === null || value === undefined ? "" : String(value);
}
