import { addDays, type BaseFacts, type Cut, type Fact, type Figures, minus, quotient, sum } from "./baseFacts.ts";
import { facilitiesOf, lastDayOf, termsOf } from "./facilitiesOf.ts";
import { resourceReportsOf } from "./resourceReportsOf.ts";

const types = {
  ct_scanners: "ct_scanner",
  mri_scanners: "mri",
  x_ray_units: "x_ray",
  ultrasound_units: "ultrasound",
  ventilators: "ventilator",
  dialysis_machines: "dialysis",
  operating_rooms: "operating_room",
};
const staffAndBeds = [
  ...["doctors", "assistant_doctors", "nurses", "midwives", "pharmacists", "beds_planned", "beds_actual"],
] as const;

const lastUpdate = (reports: readonly Fact[]): string =>
  reports
    .map((fact) => fact.text("updated_date"))
    .sort()
    .at(-1) ?? "";

export const resourceFigures = (facts: BaseFacts, cut: Cut, people: number | null): Figures => {
  const { to, publication, holds } = cut;
  const terms = termsOf(facts, publication);
  const facilities = facilitiesOf(facts, cut);
  const reports = resourceReportsOf(facts, publication, to);
  const begun = facts.days(["resources"], publication);
  const isKnown = begun !== undefined && to >= begun.first;
  const isPublic = (facility: Fact): boolean => facility.text("ownership") === "public";
  const isUpdated = (facility: Fact): boolean =>
    lastUpdate(reports.get(facility.text("facility_code")) ?? []) >= addDays(to, -30);
  const count = (some: readonly Fact[]): number | null => (facilities.length === 0 ? null : some.length);
  const updated = (some: readonly Fact[]): number | null => (isKnown ? count(some.filter(isUpdated)) : null);
  // A facility's newest month, until the facility closes.
  const carried = [...reports].flatMap(([code, told]) => {
    const latest = told.at(-1);
    const lastDay = lastDayOf(terms, code, to);
    if (latest === undefined) return [];
    return lastDay === undefined || lastDay >= to || lastDay < latest.text("updated_date") ? [{ latest, told }] : [];
  });
  const here = carried.filter(({ latest }) => holds(latest.number("place_key")));
  const updates = here.map(({ told }) => lastUpdate(told)).sort();
  const staff = Object.fromEntries(
    staffAndBeds.map((name) => [name, sum(here.map(({ latest }) => latest.told(name)))]),
  );
  const devices = facts
    .inForce("mart.fct_equipment", publication)
    .filter(
      (fact) =>
        holds(fact.number("place_key")) &&
        carried.some(({ latest }) =>
          ["load", "facility_code", "month"].every((column) => latest.text(column) === fact.text(column)),
        ),
    );
  const all = (fact: Fact): number | undefined => {
    const [inOrder, broken] = [fact.told("in_order_count"), fact.told("broken_count")];
    return inOrder === undefined || broken === undefined ? undefined : inOrder + broken;
  };
  const equipment = sum(devices.map(all));
  const per = (part: number | null | undefined, of: number): number | null =>
    quotient((part ?? null) === null ? null : Number(part) * of, people);
  const publics = facilities.filter(isPublic);
  return {
    facilities: count(facilities),
    public_facilities: count(publics),
    facilities_updated: updated(facilities),
    facilities_not_updated: minus(count(facilities), updated(facilities)),
    public_facilities_updated: updated(publics),
    public_facilities_not_updated: minus(count(publics), updated(publics)),
    facility_update_rate: quotient(updated(publics), count(publics)),
    facilities_reporting: here.length === 0 ? null : here.length,
    oldest_update_date: updates[0] ?? null,
    newest_update_date: updates.at(-1) ?? null,
    ...staff,
    equipment,
    equipment_in_order: sum(devices.map((fact) => fact.told("in_order_count"))),
    equipment_broken: sum(devices.map((fact) => fact.told("broken_count"))),
    equipment_in_order_rate: quotient(
      sum(devices.map((fact) => (fact.told("broken_count") === undefined ? undefined : fact.told("in_order_count")))),
      equipment,
    ),
    ...Object.fromEntries(
      Object.entries(types).map(([name, code]) => [
        name,
        sum(devices.filter((fact) => fact.text("equipment_code") === code).map(all)),
      ]),
    ),
    people_represented: people,
    doctors_per_10k: per(staff.doctors, 10_000),
    beds_per_10k: per(staff.beds_actual, 10_000),
    equipment_per_million: per(equipment, 1_000_000),
  };
};
