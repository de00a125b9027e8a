import type { CubeRow, CubeValue } from "./loadCube.ts";
import type { MeasureName } from "./measureNames.ts";

export const VIEW = "vaccination";
export const member = (name: string) => `${VIEW}.${name}`;

/** Cube sends numbers as numbers or, to keep 64 bits, as strings. Missing stays missing. */
export function asNumber(value: CubeValue): number | null {
  if (value === null || value === undefined || value === "" || typeof value === "boolean") return null;
  const amount = Number(value);
  return Number.isFinite(amount) ? amount : null;
}

export function numberOf(row: CubeRow | undefined, measure: MeasureName): number | null {
  return asNumber(row?.[member(measure)]);
}

export function textOf(row: CubeRow | undefined, name: string): string {
  const value = row?.[member(name)];
  return value === null || value === undefined ? "" : String(value);
}

/** Day of a time dimension, YYYY-MM-DD; null where there is none. */
export function dayOf(row: CubeRow | undefined, name: string): string | null {
  const day = textOf(row, name).slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
}
