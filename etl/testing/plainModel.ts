import { structureOfPlace } from "../../warehouse/areas/placeKey.ts";
import { dayAfter, dayBefore } from "../../warehouse/validity.ts";
import type { Grain } from "../publication/rollupColumns.ts";
import { rollupMeasures } from "../publication/rollupColumns.ts";

/**
 * "The life of a subject" written a second time, plainly and slowly, for tests to compare the SQL with: what holds at the
 * end of one day is worked out from the facts alone, without changes, stretches or sums over loads.
 */

export interface PlainDose {
  person: number;
  dose: number;
  order: number;
  placeKey: number;
  idKind: string;
  sex: string;
  birthYear: number;
  facility: string;
  vaccine: string;
  number: number;
  injected: string;
  entered: string;
  sent: string | undefined;
}
export interface PlainCheck {
  person: number;
  order: number;
  day: string;
  result: string;
}
export interface PlainCertificate {
  person: number;
  day: string;
}
export interface PlainReport {
  placeKey: number;
  order: number;
  day: string;
  doses: number;
}
export interface PlainPopulation {
  placeKey: number;
  order: number;
  year: number;
  population: number;
  adults: number;
}
/** The facts of all current loads; `order` is the rank of the fact's publication. */
export interface PlainFacts {
  doses: PlainDose[];
  checks: PlainCheck[];
  certificates: PlainCertificate[];
  reports: PlainReport[];
  populations: PlainPopulation[];
}

/** Results, the worse the later. */
export const results = [
  "right",
  "wrong_birth_date",
  "wrong_name",
  "wrong_name_and_birth_date",
  "id_not_found",
  "wrong_other",
  "no_id",
  "malformed_id",
  "not_matched",
];

type Measure = (typeof rollupMeasures)[number];
type Figures = Map<string, number[]>;

const isToClean = (state: string): boolean => state !== "right" && state !== "pending";

const ageGroup = (birthYear: number, year: number): string => {
  const age = year - birthYear;
  if (birthYear === 0 || age < 0) return "unknown";
  const bounds: [number, string][] = [
    [5, "0-4"],
    [12, "5-11"],
    [18, "12-17"],
    [30, "18-29"],
    [50, "30-49"],
    [65, "50-64"],
  ];
  return bounds.find(([bound]) => age < bound)?.[1] ?? "65+";
};

const groupBy = <T, K>(items: T[], keyOf: (item: T) => K): T[][] => {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
};
const last = <T>(items: T[], compare: (one: T, other: T) => number): T | undefined => items.toSorted(compare).at(-1);

/** Every figure as of the end of a day: key of dimensions (as `readRollup` writes it) to measures. */
export const figuresAt = (
  day: string,
  grain: Grain,
  facts: PlainFacts,
  baseline: string,
  provinceKeyOf: (placeKey: number) => number,
): Figures => {
  const figures: Figures = new Map();
  interface Where {
    placeKey: number;
    idKind?: string;
    age?: string;
    sex?: string;
    state?: string;
    cohort?: string;
    dose?: PlainDose;
  }
  const add = (measure: Measure, amount: number, where: Where): void => {
    const {
      placeKey,
      state = "none",
      cohort = "none",
      idKind = "none",
      age = "unknown",
      sex = "unknown",
      dose,
    } = where;
    const detail =
      grain === "detail"
        ? [age, sex, dose?.vaccine ?? "", dose?.number ?? 0, dose?.facility ?? ""]
        : ["unknown", "unknown", "", 0, ""];
    const place = grain === "province" ? provinceKeyOf(placeKey) : placeKey;
    const key = [place, state, cohort, idKind, ...detail].join("|");
    const values = figures.get(key) ?? rollupMeasures.map(() => 0);
    values[rollupMeasures.indexOf(measure)] = (values[rollupMeasures.indexOf(measure)] ?? 0) + amount;
    figures.set(key, values);
  };

  const countedDoses = groupBy(facts.doses, (dose) => `${dose.person} ${dose.dose}`).flatMap(
    (rows) => last(rows, (one, other) => one.order - other.order) ?? [],
  );
  for (const doses of groupBy(countedDoses, (dose) => dose.person)) {
    const home = last(
      doses,
      (one, other) => one.entered.localeCompare(other.entered) || one.number - other.number || one.dose - other.dose,
    );
    if (home === undefined) continue;
    const lastYear = Math.max(...doses.map((dose) => Number(dose.injected.slice(0, 4))));
    const subject = {
      placeKey: home.placeKey,
      idKind: home.idKind,
      sex: home.sex,
      age: ageGroup(home.birthYear, lastYear),
    };
    const checks = facts.checks.filter((check) => check.person === home.person);
    const stateOn = (when: string): string =>
      last(
        checks.filter((check) => check.day <= when),
        (one, other) =>
          one.day.localeCompare(other.day) ||
          one.order - other.order ||
          results.indexOf(one.result) - results.indexOf(other.result),
      )?.result ?? "pending";
    const firstSent = doses.flatMap((dose) => dose.sent ?? []).toSorted()[0];
    const cohortOn = (when: string): string => {
      if (when <= baseline || firstSent === undefined || firstSent > baseline) return "none";
      if (!isToClean(stateOn(baseline))) return "none";
      let hasBeenRight = false;
      for (let each = dayAfter(baseline); each < when; each = dayAfter(each))
        hasBeenRight ||= stateOn(each) === "right";
      return hasBeenRight && isToClean(stateOn(when)) ? "baseline_relapsed" : "baseline";
    };

    const entered = doses.map((dose) => dose.entered).toSorted();
    if ((entered[0] ?? "9") <= day) add("subjects_recorded", 1, subject);
    if ((entered[0] ?? "9") <= day) add("people_with_1_dose", 1, subject);
    if ((entered[1] ?? "9") <= day) add("people_with_2_doses", 1, subject);
    if ((entered[2] ?? "9") <= day) add("people_with_3_doses", 1, subject);
    const signed = new Set(
      facts.certificates.filter((each) => each.person === home.person && each.day <= day).map((each) => each.day),
    );
    add("certificates_signed", signed.size, subject);

    const now = { ...subject, state: stateOn(day), cohort: cohortOn(day) };
    if (firstSent !== undefined && firstSent <= day) {
      add("subjects_sent", 1, now);
      for (let when = dayAfter(firstSent); when <= day; when = dayAfter(when)) {
        const [from, to] = [stateOn(dayBefore(when)), stateOn(when)];
        if (isToClean(from) && to === "right") {
          add("subjects_cleansed", 1, { ...subject, state: from, cohort: cohortOn(when) });
        }
        if (from === "right" && isToClean(to)) {
          add("subjects_cleansed", -1, { ...subject, state: to, cohort: cohortOn(when) });
        }
      }
    }
    for (const dose of doses) {
      if (dose.injected <= day) add("doses_injected", 1, { ...subject, dose });
      if (dose.entered <= day) add("doses_recorded", 1, { ...subject, dose });
      if (dose.sent !== undefined && dose.sent <= day) add("doses_sent", 1, { ...now, dose });
    }
  }

  for (const reports of groupBy(
    facts.reports.filter((each) => each.day <= day),
    (each) => each.placeKey,
  )) {
    const newest = last(reports, (one, other) => one.day.localeCompare(other.day) || one.order - other.order);
    if (newest !== undefined) add("doses_administered", newest.doses, newest);
  }
  const until = facts.populations.filter((each) => `${each.year}-01-01` <= day);
  // The structure of 34 provinces is the later one: once it has figures, it counts alone.
  const structureOf = ({ placeKey }: PlainPopulation): number => structureOfPlace(placeKey);
  const structure = Math.min(...until.map(structureOf));
  const known = until.filter((each) => structureOf(each) === structure);
  for (const years of groupBy(known, (each) => each.placeKey)) {
    const newestOfYear = groupBy(years, (each) => each.year).flatMap(
      (rows) => last(rows, (one, other) => one.order - other.order) ?? [],
    );
    const newest = last(newestOfYear, (one, other) => one.year - other.year);
    const withAdults = last(
      newestOfYear.filter((each) => each.adults > 0),
      (one, other) => one.year - other.year,
    );
    if (newest !== undefined) add("population", newest.population, { placeKey: newest.placeKey });
    if (withAdults !== undefined) add("population_18_plus", withAdults.adults, { placeKey: withAdults.placeKey });
  }
  for (const [key, values] of figures) if (values.every((value) => value === 0)) figures.delete(key);
  return figures;
};
