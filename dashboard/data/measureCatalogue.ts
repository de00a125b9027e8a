import { vaccinationMeasures } from "../api/vaccination.generated.ts";
import type { Language } from "../messages/catalogues.ts";
import type { MeasureName } from "./measureNames.ts";

export type MeasureUnit = "dose" | "subject" | "person" | "percent" | "per_day" | "date";

/** What the Cube model says of one measure. */
export interface MeasureMeta {
  name: MeasureName;
  title: Record<Language, string>;
  description: Record<Language, string>;
  unit: MeasureUnit;
  better: "up" | "down" | "none";
  missing: "gap" | "zero";
  target: { value: number; legalBasis: string } | null;
}
export type MeasureCatalogue = (name: MeasureName) => MeasureMeta;

/** Names, units and targets as the model defines them, generated from it. */
export const measureCatalogue: MeasureCatalogue = (name) => {
  const { title_vi, title_en, description_vi, description_en, unit, better, missing, target } =
    vaccinationMeasures[`vaccination.${name}`];
  return {
    name,
    title: { vi: title_vi, en: title_en },
    description: { vi: description_vi, en: description_en },
    unit,
    better,
    missing,
    target: target === null ? null : { value: target.value, legalBasis: target.legal_basis },
  };
};
