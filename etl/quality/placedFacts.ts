import type { LoadTable } from "../publication/dropPartition.ts";

/** Facts of which each stands for one accepted row of the source, and has its place. */
export interface PlacedFacts {
  readonly table: LoadTable;
  /** SQL over the facts, where the table has others beside these. */
  readonly where?: string;
  /** SQL conditions over the facts: true where a field was told and understood. Fields that every accepted row has are left out. */
  readonly filledFields: readonly string[];
}

const isCommuneKnown = "place_key % 1000000 < 100000";
const told = (...counts: readonly string[]): string[] => counts.map((count) => `${count} >= 0`);
const named = (...texts: readonly string[]): string[] => texts.map((text) => `${text} != ''`);
const known = (...enums: readonly string[]): string[] => enums.map((each) => `${each} != 'unknown'`);

/**
 * By job. Rows of jobs that are not here count at the nation's unknown place: their facts have no place (a person's checks and
 * certificates count where the person lives, which a row does not say), or are not rows of the file (claims).
 */
export const placedFacts: Readonly<Record<string, PlacedFacts>> = {
  doses: {
    table: "mart.fct_doses",
    filledFields: [
      "id_kind != 'none'",
      "birth_year != 0",
      ...known("sex"),
      isCommuneKnown,
      ...named("facility_code", "vaccine_code", "lot_number"),
      "dose_number != 0",
    ],
  },
  administered: { table: "mart.fct_administered_reports", where: "dose_number = 0", filledFields: [] },
  facilities: {
    table: "mart.dim_facilities",
    filledFields: [...named("name"), ...known("facility_type", "ownership", "grade", "managing_level"), isCommuneKnown],
  },
  resources: {
    table: "mart.fct_resources",
    filledFields: told(
      ...["doctors", "assistant_doctors", "nurses", "midwives", "pharmacists", "beds_planned", "beds_actual"],
    ),
  },
  payments: {
    table: "mart.fct_payments",
    filledFields: [...known("method_code"), ...told("transaction_count", "amount_vnd")],
  },
  services: {
    table: "mart.fct_services",
    filledFields: told(
      ...["outpatient_visits", "insured_visits", "inpatient_admissions", "inpatient_days", "surgeries", "deliveries"],
      ...["lab_tests", "imaging", "telehealth_consultations", "chip_id_visits", "chip_id_successes"],
    ),
  },
  connections: {
    table: "mart.fct_connections",
    filledFields: told("sent_count", "accepted_count", "rejected_count", "complete_field_count"),
  },
  dossiers: {
    table: "mart.fct_dossiers",
    filledFields: told("received_count", "online_count", "resolved_count", "on_time_count"),
  },
};
