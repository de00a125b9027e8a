import { stillInForce } from "../../warehouse/validity.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { type Change, writeChanges, writeRows } from "./changes.ts";
import { benNghe, provinceOf, trucBach } from "./smallCountry.ts";

/** Nothing known of the place. */
export const nowhere = 63_300_000;
const haNoi = 63_200_001;
const hoChiMinh = 63_200_079;

/** The findings' keys: any text that stays the same. */
export const keys = {
  facility: "k-facility",
  commune: "k-commune",
  dateMissing: "k-missing",
  dateInvalid: "k-invalid",
};

const load = (number: number, job: string, batch: string, filesOf: string, lastDate: string) => ({
  publication: {
    publication_number: number,
    load_id: 5000 + number,
    run_id: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    job,
    batch_code: batch,
    dataset: "real",
    sample_scale: 1,
    is_withdrawal: false,
    row_count: 1,
    first_date: "2022-04-30",
    last_date: lastDate,
    files: [{ name: `${batch}.csv`, sha256: "0".repeat(64), bytes: 1 }],
    published_at: `2022-07-${String(number).padStart(2, "0")} 03:00:00.000`,
  },
  filesOf,
});

/** Who is expected to send what: hospitals' services late, payments never, provinces daily, doses each week. */
const expected = [
  {
    job: "services",
    sender: "facility",
    facility_type: "hospital",
    ownership: "public",
    rhythm: "monthly",
    days_due: 10,
  },
  { job: "payments", sender: "facility", facility_type: "hospital", ownership: "public", rhythm: "daily", days_due: 1 },
  { job: "administered", sender: "province", rhythm: "daily", days_due: 1 },
  { job: "doses", sender: "ministry", rhythm: "weekly", days_due: 3 },
].map((source) => ({
  load_id: 5001,
  facility_type: "",
  ownership: "",
  valid_from: "2022-04-01",
  valid_to: stillInForce,
  ...source,
}));

const facility = (code: string, place: number, more: Record<string, string> = {}) => ({
  load_id: 5002,
  facility_code: code,
  name: code,
  place_key: place,
  facility_type: "hospital",
  ownership: "public",
  valid_to: stillInForce,
  ...more,
});

/** Of May, five public hospitals are expected: F1 to F5. */
const facilities = [
  ...["F1", "F2", "F3"].map((code) => facility(code, trucBach)),
  ...["F4", "F5"].map((code) => facility(code, benNghe)),
  facility("F6", trucBach, { ownership: "private" }),
  facility("F7", trucBach, { facility_type: "health_station" }),
  facility("F8", benNghe, { valid_from: "2022-06-01" }),
  facility("F9", benNghe, { valid_to: "2022-04-30" }),
];

const service = (loadId: number, code: string, month: string, place = trucBach) => ({
  load_id: loadId,
  source: "form",
  facility_code: code,
  place_key: place,
  month,
  outpatient_visits: 10,
});
/** F2 reports May late, in a file of 25 June; the private F6 is not expected; a facility that no list knows reports, too. */
const services = [
  service(5003, "F1", "2022-04-01"),
  service(5003, "F1", "2022-05-01"),
  service(5003, "F4", "2022-05-01", benNghe),
  service(5003, "F6", "2022-05-01"),
  service(5007, "F2", "2022-05-01"),
  service(5007, "F99", "2022-05-01"),
];

const report = (place: number, day: string) => ({
  load_id: 5004,
  place_key: place,
  report_date: day,
  dose_number: 0,
  cumulative_doses: 100,
  file_name: "administered.csv",
  row_number: 1,
});
/** TP. Hồ Chí Minh is silent after the 17th. */
const reports = [
  report(hoChiMinh, "2022-06-17"),
  ...["2022-06-17", "2022-06-18", "2022-06-19"].map((day) => report(haNoi, day)),
];

const checked = (day: string, state: string, subjects: number): Change => ({
  place: trucBach,
  day,
  state,
  subjects_sent: subjects,
});
/** Six checked on the 14th: three right, two wrong, one unverifiable; two wait. One turns right on the 18th. */
const register: Change[] = [
  { place: trucBach, day: "2022-06-13", doses_recorded: 8 },
  checked("2022-06-13", "pending", 8),
  checked("2022-06-14", "pending", -6),
  checked("2022-06-14", "right", 3),
  checked("2022-06-14", "wrong_name", 2),
  checked("2022-06-14", "no_id", 1),
  checked("2022-06-18", "wrong_name", -1),
  checked("2022-06-18", "right", 1),
];

const loads = [
  load(1, "expected_sources", "expected_sources", "2022-06-01", "1970-01-01"),
  load(2, "facilities", "facilities", "2022-05-31", "1970-01-01"),
  load(3, "services", "services", "2022-06-15", "2022-05-31"),
  load(4, "administered", "administered", "2022-06-20", "2022-06-19"),
  load(5, "doses", "doses", "2022-06-12", "2022-06-10"),
  load(6, "doses", "doses", "2022-06-20", "2022-06-18"),
  load(7, "services", "services-late", "2022-06-25", "2022-05-31"),
  load(8, "dossiers", "dossiers-may", "2022-06-12", "2022-05-31"),
  load(9, "dossiers", "dossiers-may", "2022-06-24", "2022-05-31"),
  load(10, "dossiers", "dossiers-june", "2022-06-20", "2022-06-30"),
];

const counts = (
  number: number,
  place: number,
  [received, accepted, doubtful, fields, filled]: readonly [number, number, number, number, number],
) => ({
  load_id: 5000 + number,
  job: loads[number - 1]?.publication.job,
  as_of_date: loads[number - 1]?.filesOf,
  place_key: place,
  received_count: received,
  accepted_count: accepted,
  accepted_with_findings_count: doubtful,
  rejected_count: received - accepted,
  field_count: fields,
  filled_field_count: filled,
});
/**
 * Doses: 10 rows, 7 accepted (2 with findings), 3 rejected; loaded again with 12 rows, 11 accepted. Dossiers of May: 2 of 4, all 4
 * when corrected; of June, told before its end: one.
 */
const quality = [
  counts(2, trucBach, [9, 9, 0, 0, 0]),
  counts(3, trucBach, [4, 4, 0, 44, 4]),
  counts(4, haNoi, [3, 3, 0, 0, 0]),
  counts(4, hoChiMinh, [1, 1, 0, 0, 0]),
  counts(5, trucBach, [5, 4, 1, 32, 31]),
  counts(5, benNghe, [3, 2, 0, 16, 16]),
  counts(5, nowhere, [2, 1, 1, 8, 7]),
  counts(6, trucBach, [7, 6, 1, 48, 47]),
  counts(6, benNghe, [5, 5, 0, 40, 40]),
  counts(7, trucBach, [2, 2, 0, 22, 2]),
  counts(8, haNoi, [4, 2, 0, 0, 0]),
  counts(9, haNoi, [4, 4, 0, 0, 0]),
  counts(10, haNoi, [1, 1, 0, 0, 0]),
];

const finding = (number: number, rule: string, severity: string, place: number, key: string) => ({
  load_id: 5000 + number,
  job: "doses",
  as_of_date: loads[number - 1]?.filesOf,
  rule_code: rule,
  severity,
  sentence_vi: "Câu",
  sentence_en: "Sentence",
  file_name: "doses.csv",
  place_key: place,
  finding_key: key,
  finding_count: 1,
});
const findings = [
  finding(5, "facility_missing", "finding", trucBach, keys.facility),
  finding(5, "commune_unknown", "finding", nowhere, keys.commune),
  finding(5, "injected_date_missing", "reject", trucBach, keys.dateMissing),
  finding(5, "injected_date_invalid", "reject", benNghe, keys.dateInvalid),
  finding(5, "entered_date_missing", "reject", benNghe, keys.dateInvalid),
  finding(6, "facility_missing", "finding", trucBach, keys.facility),
  finding(6, "injected_date_missing", "reject", trucBach, keys.dateMissing),
];

export const setState = (warehouse: Warehouse, key: string, state: string, at: string): Promise<unknown> =>
  writeRows(warehouse, "ops.finding_states", [
    { finding_key: key, job: "doses", rule_code: "", place_key: 0, state, note: "", changed_at: at },
  ]);

/** Ten loads whose quality can be counted by hand, published from 1 to 10 July 2022. */
export const loadSmallQuality = async (warehouse: Warehouse): Promise<void> => {
  await writeRows(warehouse, "mart.dim_expected_sources", expected);
  await writeRows(warehouse, "mart.dim_facilities", facilities);
  await writeRows(warehouse, "mart.fct_services", services);
  await writeRows(warehouse, "mart.fct_administered_reports", reports);
  await writeChanges(warehouse, 5006, register, provinceOf);
  await writeRows(warehouse, "mart.agg_quality_by_load", quality);
  await writeRows(warehouse, "mart.agg_findings_by_load", findings);
  await writeRows(
    warehouse,
    "ops.publications",
    loads.map(({ publication }) => publication),
  );
};
