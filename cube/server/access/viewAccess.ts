import type { Permission } from "./permissions.ts";

/** What a view's figures are, and which of its dimensions tell no area from another: the nation's totals may be divided by them. */
interface ViewAccess {
  readonly permission: Permission;
  /** `all`: the view is about the nation alone. `none`: without an area its rows mix those of several. */
  readonly open: readonly string[] | "all" | "none";
}

const facility = ["facility_type", "ownership", "grade", "managing_level"];

/** Every public view. A dimension that is not named here tells areas apart, for all that is known. */
export const viewAccess: Readonly<Record<string, ViewAccess>> = {
  vaccination: {
    permission: "figures",
    open: [
      "state",
      "error_class",
      "cohort",
      "id_kind",
      "age_group",
      "sex",
      "vaccine_code",
      "vaccine_name",
      "dose_number",
    ],
  },
  resources: { permission: "figures", open: [...facility, "equipment_type"] },
  payments: { permission: "figures", open: [...facility, "method"] },
  services: { permission: "figures", open: facility },
  public_services: { permission: "figures", open: ["procedure_code", "procedure_name", "handling_level"] },
  connections: { permission: "figures", open: [...facility, "stream"] },
  population: { permission: "figures", open: ["year", "sex", "age_group", "residence", "population_basis"] },
  targets: { permission: "targets", open: "none" },
  programme: { permission: "targets", open: "all" },
  data_quality: {
    permission: "quality",
    open: [
      "source",
      "source_name",
      "source_name_en",
      "rule_code",
      "rule_sentence",
      "rule_sentence_en",
      "rule_severity",
      "finding_state",
    ],
  },
  reconciliation: { permission: "quality", open: "all" },
};
