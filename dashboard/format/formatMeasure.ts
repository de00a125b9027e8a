import type { CubeValue } from "../data/loadCube.ts";
import { asNumber } from "../data/readValue.ts";
import type { MeasureMeta } from "../data/viewCatalogue.ts";
import { type Format, isSmallQuotient, MISSING } from "./createFormat.ts";

/** A figure as text by its unit: abbreviated for reading at a glance, or in full. */
export function formatMeasure(
  value: CubeValue,
  meta: Pick<MeasureMeta, "unit">,
  format: Format,
  style: "short" | "full",
): string {
  if (meta.unit === "date") return typeof value === "string" && value !== "" ? format.day(value) : MISSING;
  const amount = asNumber(value);
  if (amount === null) return MISSING;
  if (meta.unit === "percent") return format.percent(amount);
  if (isSmallQuotient(amount)) return format.decimal(amount);
  return style === "short" ? format.compact(amount) : format.integer(amount);
}
