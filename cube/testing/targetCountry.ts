import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { type Change, publish, writeChanges, writeRows } from "./changes.ts";

const trucBach = 63_000_004;
const benNghe = 63_026_740;

const provinceOf = (place: number): number =>
  place === benNghe ? 63_200_079 : Math.floor(place / 1_000_000) * 1_000_000 + 200_001;

const moved = (place: number, day: string, count: number, from: string, to: string, cleansed = 0): Change[] => [
  { place, day, state: from, subjects_sent: -count },
  { place, day, state: to, subjects_sent: count, subjects_cleansed: cleansed },
];

/**
 * Hà Nội: 100 people sent on 1 March 2022; on the 15th 30 right and 70 wrong names, of which 28 turn right on 10 April. TP. Hồ Chí Minh: 100
 * sent, 50 right on 15 March, of which 14 turn wrong on 20 April. 29 certificates on 5 April.
 */
const changes: Change[] = [
  ...[trucBach, benNghe].map((place) => ({ place, day: "2022-03-01", subjects_recorded: 100 })),
  ...[trucBach, benNghe].map((place) => ({ place, day: "2022-03-01", state: "pending", subjects_sent: 100 })),
  ...moved(trucBach, "2022-03-15", 30, "pending", "right"),
  ...moved(trucBach, "2022-03-15", 70, "pending", "wrong_name"),
  ...moved(benNghe, "2022-03-15", 50, "pending", "right"),
  { place: trucBach, day: "2022-04-05", certificates_signed: 29 },
  ...moved(trucBach, "2022-04-10", 28, "wrong_name", "right", 28),
  ...moved(benNghe, "2022-04-20", 14, "right", "wrong_birth_date", -14),
];

const indicator = (code: string, measure: string, more: object = {}): object => ({
  ...{ load_id: 2002, indicator_code: code, name_vi: `Chỉ số ${code}`, name_en: code, measure, filter_member: "" },
  ...{ filter_values: [], period: "as_of", better: "up", unit: "percent", ...more },
});

const indicators = [
  indicator("verified", "vaccination.verified_subject_rate"),
  indicator("wrong", "vaccination.subjects_wrong", { better: "down", unit: "subject" }),
  indicator("wrong_birth_date", "vaccination.subjects_wrong", {
    ...{ filter_member: "vaccination.error_class", filter_values: ["wrong_birth_date"] },
    ...{ better: "down", unit: "subject" },
  }),
  indicator("cleansed_in_month", "vaccination.subjects_cleansed_in_period", { period: "month", unit: "subject" }),
  indicator("platform_users", ""),
  indicator("mistyped", "vaccination.no_such_rate"),
];

const nation = 63_300_000;
const haNoi = 63_200_001;
const saiGon = 63_200_079;

const target = (
  code: string,
  indicatorCode: string,
  place: number,
  deadline: string,
  value: number,
  more: object = {},
) => ({
  ...{ load_id: 2003, target_code: code, indicator_code: indicatorCode, place_key: place, applies_to: "area" },
  ...{ valid_from: "2022-03-01", deadline, target_value: value, legal_basis: "QĐ 1", owner: "Cục A", ...more },
});

const targets = [
  target("nation", "verified", nation, "2022-12-31", 0.45),
  target("each-province", "verified", nation, "2022-06-30", 0.95, { applies_to: "provinces" }),
  target("ha-noi", "verified", haNoi, "2022-05-31", 0.95),
  target("ha-noi-communes", "verified", haNoi, "2022-12-31", 0.5, { applies_to: "communes" }),
  target("wrong", "wrong", nation, "2022-07-01", 28),
  target("wrong-birth-date", "wrong_birth_date", nation, "2022-07-01", 0),
  target("cleansed", "cleansed_in_month", nation, "2022-12-31", 20),
  target("overdue", "verified", nation, "2022-04-15", 0.9),
  target("overdue-falling", "verified", saiGon, "2022-04-15", 0.9),
  target("users", "platform_users", nation, "2022-12-31", 0.6),
  target("mistyped", "mistyped", nation, "2022-12-31", 0.6),
];

/** A country whose targets can be counted by hand, until 30 April 2022. Publication 4 changes the target `nation` from 20 April on. */
export const loadTargetCountry = async (warehouse: Warehouse): Promise<void> => {
  await writeChanges(warehouse, 2001, changes, provinceOf);
  await writeRows(warehouse, "mart.dim_indicators", indicators);
  await writeRows(warehouse, "mart.fct_targets", [
    ...targets,
    target("nation", "verified", nation, "2022-12-31", 0.5, { load_id: 2004, valid_from: "2022-04-20" }),
  ]);
  const days = { firstDate: "2022-03-01", lastDate: "2022-04-30" };
  // Results of checks come from a source of their own, known from the beginning; they stand among the changes of the doses.
  await publish(warehouse, { number: 0, loadId: 2000, job: "verifications", ...days });
  await publish(warehouse, { number: 1, loadId: 2001, job: "doses", ...days });
  await publish(warehouse, {
    number: 2,
    loadId: 2002,
    job: "indicators",
    firstDate: "1970-01-01",
    lastDate: "1970-01-01",
  });
  await publish(warehouse, { number: 3, loadId: 2003, job: "targets", ...days });
  await publish(warehouse, { number: 4, loadId: 2004, job: "targets", ...days });
};

/** After the reform: 100 people of phường Ba Đình, all right, on 1 August 2025. */
export const loadAfterReform = async (warehouse: Warehouse, number: number): Promise<void> => {
  const sent: Change = {
    place: 34_000_004,
    day: "2025-08-01",
    state: "right",
    subjects_sent: 100,
    subjects_recorded: 100,
  };
  await writeChanges(warehouse, 2009, [sent], provinceOf);
  await publish(warehouse, { number, loadId: 2009, job: "doses", firstDate: "2025-08-01", lastDate: "2025-08-31" });
};
