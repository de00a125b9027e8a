import type { MeasureMeta } from "../data/viewCatalogue.ts";

/** A measure's description for tests: a share, the more the better, without target. */
export const aMeasureMeta = <M extends string>(overrides: Partial<MeasureMeta> & { name: M }): MeasureMeta<M> => ({
  view: "vaccination",
  title: { vi: "Tỷ lệ", en: "Rate" },
  description: { vi: "", en: "" },
  unit: "percent",
  isRate: (overrides.unit ?? "percent") === "percent",
  additive: false,
  better: "up",
  missing: "gap",
  numerator: "",
  denominator: null,
  source: "",
  notBy: [],
  target: null,
  ...overrides,
});
