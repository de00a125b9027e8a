import type { CubeValue } from "./loadCube.ts";
import type { MeasureUnit } from "./viewCatalogue.ts";

/** Cube sends numbers as numbers or, to keep 64 bits, as strings. Missing stays missing. */
export function asNumber(value: CubeValue): number | null {
  if (value === null || value === undefined || value === "" || typeof value === "boolean") return null;
  const amount = Number(value);
  return Number.isFinite(amount) ? amount : null;
}

const asText = (value: CubeValue) => (value === null || value === undefined ? "" : String(value));

/** Day of a time, YYYY-MM-DD; null where there is none. */
function asDay(value: CubeValue): string | null {
  const day = asText(value).slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
}

/** A value of Cube's as what the model says it is: the unit of a measure, the type of a dimension. */
export function readValue(kind: MeasureUnit | "string" | "number" | "time", value: CubeValue): string | number | null {
  if (kind === "date" || kind === "time") return asDay(value);
  return kind === "string" ? asText(value) : asNumber(value);
}
