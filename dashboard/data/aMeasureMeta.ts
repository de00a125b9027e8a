import type { MeasureMeta } from "./measureCatalogue.ts";

/** A measure's description for tests: a share, the more the better, without target. */
export const aMeasureMeta = (overrides: Partial<MeasureMeta> = {}): MeasureMeta => ({
  name: "verified_dose_rate",
  title: { vi: "Tỷ lệ", en: "Rate" },
  description: { vi: "", en: "" },
  unit: "percent",
  better: "up",
  missing: "gap",
  target: null,
  ...overrides,
});
