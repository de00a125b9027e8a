import type { CubeValue } from "../data/loadCube.ts";
import type { MeasureMeta, MeasureUnit } from "../data/measureCatalogue.ts";
import { asNumber } from "../data/readRow.ts";
import { type Format, MISSING } from "./createFormat.ts";

const isRate = (unit: MeasureUnit) => unit === "percent";

/** A figure as text by its unit: abbreviated for reading at a glance, or in full. */
export function formatMeasure(value: CubeValue, meta: MeasureMeta, format: Format, style: "short" | "full"): string {
  if (meta.unit === "date") return typeof value === "string" && value !== "" ? format.day(value) : MISSING;
  const amount = asNumber(value);
  if (amount === null) return MISSING;
  if (isRate(meta.unit)) return format.percent(amount);
  if (meta.unit === "per_day" && Math.abs(amount) < 100) return format.decimal(amount);
  return style === "short" ? format.compact(amount) : format.integer(amount);
}
