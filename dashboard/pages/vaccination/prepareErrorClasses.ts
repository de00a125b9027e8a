import type { Row } from "../../data/viewCatalogue.ts";

export const wrongClasses = [
  "wrong_birth_date",
  "wrong_name",
  "wrong_name_and_birth_date",
  "id_not_found",
  "wrong_other",
] as const;
export const unverifiableClasses = ["no_id", "malformed_id", "not_matched"] as const;
export type ErrorClass = (typeof wrongClasses)[number] | (typeof unverifiableClasses)[number];

export interface ErrorClassBar {
  errorClass: ErrorClass;
  kind: "wrong" | "unverifiable";
  value: number | null;
  /** Share of all that is to clean. */
  share: number | null;
}

type Part = Row<"vaccination", "error_class" | "doses_to_clean" | "subjects_to_clean">;

/** The eight classes of records to clean, the most frequent first; the three unverifiable ones after the five wrong ones. */
export function prepareErrorClasses(rows: readonly Part[], count: "doses" | "subjects"): ErrorClassBar[] {
  const measure = count === "doses" ? "doses_to_clean" : "subjects_to_clean";
  const values = new Map<string, number | null>(rows.map((row) => [row.error_class, row[measure]]));
  // The classes divide a whole that is known: one that no row names has nobody in it.
  const absent = [...values.values()].some((value) => value !== null) ? 0 : null;
  const classes = [...wrongClasses, ...unverifiableClasses];
  const total = classes.reduce((sum, name) => sum + (values.get(name) ?? 0), 0);
  const bars = (names: readonly ErrorClass[], kind: ErrorClassBar["kind"]) =>
    names
      .map((errorClass): ErrorClassBar => {
        const value = values.get(errorClass) ?? absent;
        return { errorClass, kind, value, share: value === null || total <= 0 ? null : value / total };
      })
      .sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  return [...bars(wrongClasses, "wrong"), ...bars(unverifiableClasses, "unverifiable")];
}
