import {
  type BaseFacts,
  type Cut,
  distinct,
  type Fact,
  type Figures,
  monthEnd,
  newest,
  quotient,
  sum,
} from "./baseFacts.ts";
import { facilitiesOf } from "./facilitiesOf.ts";
import { resourceReportsOf } from "./resourceReportsOf.ts";

const counts = [
  ...["outpatient_visits", "insured_visits", "inpatient_admissions", "inpatient_days", "surgeries", "deliveries"],
  ...["lab_tests", "imaging", "telehealth_consultations", "chip_id_visits", "chip_id_successes"],
] as const;
const examining = ["hospital", "health_centre", "health_station", "clinic"];

export const serviceFigures = (facts: BaseFacts, cut: Cut, people: number | null): Figures => {
  const { from, to, publication, holds } = cut;
  const jobs = ["services", "claims"];
  // The golden scenarios have forms only; claims beside forms are in services.test.ts.
  const reports = newest(
    facts.inForce("mart.fct_services", publication, jobs),
    (fact) => `${fact.text("source")} ${fact.text("facility_code")} ${fact.text("month")}`,
  ).filter((fact) => monthEnd(fact.text("month")) >= from && monthEnd(fact.text("month")) <= to);
  const here = reports.filter((fact) => holds(fact.number("place_key")));
  const both = (one: string, other: string) =>
    here.filter((fact) => fact.told(one) !== undefined && fact.told(other) !== undefined);
  const total = (some: readonly Fact[], column: string): number | null => sum(some.map((fact) => fact.told(column)));
  const quotientOf = (part: string, whole: string): number | null =>
    quotient(total(both(part, whole), part), total(both(part, whole), whole));
  const bedsOf = (fact: Fact): number | undefined =>
    resourceReportsOf(facts, publication, monthEnd(fact.text("month")))
      .get(fact.text("facility_code"))
      ?.at(-1)
      ?.told("beds_actual");
  const withBeds = here.filter((fact) => fact.told("inpatient_days") !== undefined && (bedsOf(fact) ?? 0) > 0);
  const bedDays = sum(withBeds.map((fact) => Number(bedsOf(fact)) * Number(monthEnd(fact.text("month")).slice(8))));
  const facilities = facilitiesOf(facts, cut).filter((fact) => examining.includes(fact.text("facility_type")));
  const codesWith = (isSo: (visits: number) => boolean): Set<string> =>
    new Set(
      reports.flatMap((fact) => {
        const visits = fact.told("chip_id_visits");
        return visits !== undefined && isSo(visits) ? [fact.text("facility_code")] : [];
      }),
    );
  const inList = (codes: ReadonlySet<string>): number =>
    facilities.filter((fact) => codes.has(fact.text("facility_code"))).length;
  // Where no facility reports its look-ups, nobody knows how many use chip IDs.
  const lookingUp = inList(codesWith(() => true)) === 0 ? null : inList(codesWith((visits) => visits > 0));
  const count = facilities.length === 0 ? null : facilities.length;
  const insured = total(here, "insured_visits");
  return {
    ...Object.fromEntries(counts.map((name) => [name, total(here, name)])),
    chip_id_success_rate: quotientOf("chip_id_successes", "chip_id_visits"),
    facilities_reporting: distinct(here.map((fact) => fact.text("facility_code"))),
    facility_months_reported: here.length === 0 ? null : here.length,
    newest_report_date:
      here
        .map((fact) => monthEnd(fact.text("month")))
        .sort()
        .at(-1) ?? null,
    insured_facilities:
      insured === null
        ? null
        : new Set(
            here.filter((fact) => (fact.told("insured_visits") ?? 0) > 0).map((fact) => fact.text("facility_code")),
          ).size,
    examining_facilities: count,
    chip_id_facilities: lookingUp,
    chip_id_facility_rate: quotient(lookingUp, count),
    people_represented: people,
    visits_per_person: quotient(total(here, "outpatient_visits"), people),
    bed_days: bedDays,
    inpatient_days_in_beds: total(withBeds, "inpatient_days"),
    bed_occupancy_rate: quotient(total(withBeds, "inpatient_days"), bedDays),
    average_length_of_stay: quotientOf("inpatient_days", "inpatient_admissions"),
  };
};
