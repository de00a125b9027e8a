import type { TestData } from "../../warehouse/testing/openTestWarehouse.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { type Change, publish, writeChanges, writeRows } from "./changes.ts";

/** Phường Trúc Bạch, quận Ba Đình, Hà Nội (now Phường Ba Đình). */
export const trucBach = 63_000_004;
/** Phường Bến Nghé, quận 1, TP. Hồ Chí Minh (now Phường Sài Gòn). */
export const benNghe = 63_026_740;
/** TP. Hồ Chí Minh, commune not known. */
export const saiGonUnknown = 63_200_079;

export const provinceOf = (place: number): number =>
  place === trucBach ? 63_200_001 : place >= 63_200_000 ? place : 63_200_079;

const reports: Change[] = [
  { place: 63_200_001, day: "2022-01-01", population: 200 },
  { place: 63_200_001, day: "2022-03-01", doses_administered: 100 },
  { place: 63_200_001, day: "2022-04-01", doses_administered: 50 },
  { place: 63_200_079, day: "2022-03-01", doses_administered: 60 },
];

const subject = (change: Partial<Change> & { day: string }): Change => ({
  place: trucBach,
  id_kind: "cccd",
  sex: "female",
  age_group: "30-49",
  ...change,
});

/** From one state to another on a day: −1 and +1, for subjects and their doses (two each). */
const move = (day: string, subjects: number, from: Partial<Change>, to: Partial<Change>, cleansed = 0): Change[] => [
  subject({ day, ...from, subjects_sent: -subjects }),
  subject({ day, ...from, doses_sent: -2 * subjects }),
  subject({ day, ...to, subjects_sent: subjects, subjects_cleansed: cleansed }),
  subject({ day, ...to, doses_sent: 2 * subjects }),
];

const baseline = { cohort: "baseline" };
const noId = { id_kind: "none" };

/**
 * Hà Nội: 10 people with 20 doses, entered 2022-03-10, 8 people with 16 doses sent on the 12th: five with an ID (s1–s5), three without
 * (s6–s8). Results on the 20th: s1, s2 right; s3–s5 wrong name; s6–s8 no ID. The baseline is the end of the 24th: s3–s8.
 * s3 turns right on 04-05 and wrong again (birth date) on 04-10; s4, s5 turn right on 04-15; s2 turns wrong (ID not found) on 04-20.
 */
const haNoi: Change[] = [
  subject({
    day: "2022-03-05",
    doses_injected: 20,
    vaccine_code: "pfizer",
    dose_number: 1,
    facility_code: "F1",
    sex: "unknown",
    age_group: "unknown",
  }),
  subject({
    day: "2022-03-10",
    doses_recorded: 20,
    vaccine_code: "pfizer",
    dose_number: 1,
    facility_code: "F1",
    sex: "unknown",
    age_group: "unknown",
  }),
  subject({
    day: "2022-03-10",
    subjects_recorded: 10,
    people_with_1_dose: 10,
    people_with_2_doses: 6,
    people_with_3_doses: 4,
  }),
  subject({ day: "2022-03-12", state: "pending", subjects_sent: 5 }),
  subject({ day: "2022-03-12", state: "pending", doses_sent: 10 }),
  subject({ day: "2022-03-12", state: "pending", ...noId, subjects_sent: 3 }),
  subject({ day: "2022-03-12", state: "pending", ...noId, doses_sent: 6 }),
  ...move("2022-03-20", 2, { state: "pending" }, { state: "right" }),
  ...move("2022-03-20", 3, { state: "pending" }, { state: "wrong_name" }),
  ...move("2022-03-20", 3, { state: "pending", ...noId }, { state: "no_id", ...noId }),
  ...move("2022-03-25", 3, { state: "wrong_name" }, { state: "wrong_name", ...baseline }),
  ...move("2022-03-25", 3, { state: "no_id", ...noId }, { state: "no_id", ...baseline, ...noId }),
  ...move("2022-04-05", 1, { state: "wrong_name", ...baseline }, { state: "right", ...baseline }, 1),
  ...move(
    "2022-04-10",
    1,
    { state: "right", ...baseline },
    { state: "wrong_birth_date", cohort: "baseline_relapsed" },
    -1,
  ),
  subject({ day: "2022-04-12", certificates_signed: 4 }),
  ...move("2022-04-15", 2, { state: "wrong_name", ...baseline }, { state: "right", ...baseline }, 2),
  ...move("2022-04-20", 1, { state: "right" }, { state: "id_not_found" }, -1),
];

/** TP. Hồ Chí Minh: five people with a dose each, none sent; and one whose commune nobody knows. */
const saiGon: Change[] = [
  {
    place: benNghe,
    day: "2022-04-01",
    doses_injected: 5,
    vaccine_code: "astrazeneca",
    dose_number: 1,
    facility_code: "F2",
  },
  {
    place: benNghe,
    day: "2022-04-02",
    doses_recorded: 5,
    vaccine_code: "astrazeneca",
    dose_number: 1,
    facility_code: "F2",
  },
  { place: benNghe, day: "2022-04-02", subjects_recorded: 5, people_with_1_dose: 5, sex: "male", age_group: "65+" },
  {
    place: saiGonUnknown,
    day: "2022-04-03",
    doses_injected: 1,
    doses_recorded: 1,
    vaccine_code: "astrazeneca",
    dose_number: 1,
    facility_code: "F2",
  },
  { place: saiGonUnknown, day: "2022-04-03", subjects_recorded: 1, people_with_1_dose: 1 },
];

/** A country small enough to count by hand, published until 2022-04-30. */
const loadSmallCountry = async (warehouse: Warehouse): Promise<void> => {
  await writeChanges(warehouse, 1001, reports, provinceOf);
  await writeChanges(warehouse, 1002, [...haNoi, ...saiGon], provinceOf);
  await writeRows(warehouse, "mart.dim_facilities", [
    {
      load_id: 1003,
      facility_code: "F1",
      name: "Trạm y tế Trúc Bạch",
      type: "tram_y_te",
      commune_code: "00004",
      place_key: trucBach,
      valid_from: "2022-03-02",
    },
    // Its earlier name: the one in force last is shown.
    {
      load_id: 1003,
      facility_code: "F1",
      name: "Trạm y tế phường Trúc Bạch",
      type: "tram_y_te",
      commune_code: "00004",
      place_key: trucBach,
      valid_to: "2022-03-01",
    },
  ]);
  // Results of checks come from a source of their own, known from the beginning; they stand among the changes of the doses.
  const checks = { firstDate: "2022-03-05", lastDate: "2022-04-30" };
  await publish(warehouse, { number: 0, loadId: 1000, job: "verifications", ...checks });
  await publish(warehouse, {
    number: 1,
    loadId: 1001,
    job: "administered",
    firstDate: "2022-03-01",
    lastDate: "2022-04-01",
  });
  await publish(warehouse, {
    number: 2,
    loadId: 1003,
    job: "facilities",
    firstDate: "1970-01-01",
    lastDate: "1970-01-01",
  });
  await publish(warehouse, { number: 3, loadId: 1002, job: "doses", firstDate: "2022-03-05", lastDate: "2022-04-30" });
};

/** The same for several test files. */
export const smallCountry: TestData = { name: "smallCountry", load: loadSmallCountry };
