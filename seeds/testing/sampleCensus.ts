import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A row by header. */
export type Row = Readonly<Record<string, string>>;

/** What an honest reader counts in a folder of sample files, by the rules of docs/data-model.md. For tests. */
export interface Census {
  readonly dosesRecorded: number;
  readonly dosesSent: number;
  readonly subjectsRecorded: number;
  readonly subjectsSent: number;
  /** subjects and sent doses by state of the last check */
  readonly subjectsByState: Readonly<Record<string, number>>;
  readonly dosesByState: Readonly<Record<string, number>>;
  readonly certificates: number;
  /** last cumulative report of every province, added up */
  readonly dosesAdministered: number;
  readonly rejectedRows: number;
}

const LAST_DAY = "2022-06-30";
const FIRST_DAY = "2021-03-08";

/** Reads CSV of any of the sample's delimiters: quotes, CRLF and BOM. Rows of another width come with the key `?`. */
export function readTable(path: string): Row[] {
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/u, "");
  const lines = text.split(/\r?\n/u).filter((line) => line !== "");
  const delimiter = [",", ";", "\t"].find((candidate) => lines[0]?.includes(candidate)) ?? ",";
  const [header = [], ...rows] = lines.map((line) => splitLine(line, delimiter));
  return rows.map((values) => ({
    ...Object.fromEntries(header.map((column, index) => [column, values[index] ?? ""])),
    ...(values.length === header.length ? {} : { "?": String(values.length) }),
  }));
}

function splitLine(line: string, delimiter: string): string[] {
  if (!line.includes('"')) return line.split(delimiter);
  const pattern = new RegExp(`(?:^|${delimiter})(?:"((?:[^"]|"")*)"|([^${delimiter}"]*))`, "gu");
  return [...line.matchAll(pattern)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}

/** ISO day of dd/mm/yyyy, ISO or an Excel serial; empty if it is none. */
export function isoDay(text: string): string {
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(text);
  if (slashed) return realDay(`${slashed[3]}-${slashed[2]?.padStart(2, "0")}-${slashed[1]?.padStart(2, "0")}`);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return realDay(text);
  if (!/^\d{5}$/u.test(text)) return "";
  return new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10);
}

function realDay(iso: string): string {
  const parsed = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso) ? iso : "";
}

const isCampaignDay = (day: string): boolean => day >= FIRST_DAY && day <= LAST_DAY;

export function doseTables(folder: string): Row[] {
  return readdirSync(folder)
    .filter((name) => /^doses.*\.csv$/u.test(name))
    .sort()
    .flatMap((name) => readTable(join(folder, name)));
}

/** Rows that can be counted: identity, days of giving and entry that can be, each dose id once. */
export function acceptedDoses(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const { ma_mui_tiem = "", ma_doi_tuong = "", ngay_tiem = "", ngay_nhap = "", ngay_gui = "" } = row;
    if (row["?"] || !ma_mui_tiem.trim() || !ma_doi_tuong.trim() || seen.has(ma_mui_tiem)) return false;
    if (!isCampaignDay(isoDay(ngay_tiem)) || !isCampaignDay(isoDay(ngay_nhap))) return false;
    if (ngay_gui !== "" && !isCampaignDay(isoDay(ngay_gui))) return false;
    seen.add(ma_mui_tiem);
    return true;
  });
}

const RESULTS: Readonly<Record<string, string>> = {
  "Xác thực đúng": "right",
  "Sai ngày sinh": "wrong_birth_date",
  "Sai họ tên": "wrong_name",
  "Sai họ tên và ngày sinh": "wrong_name_and_birth_date",
  "Số định danh không có trong hệ thống": "id_not_found",
  "Sai thông tin khác": "wrong_other",
  "Không có CCCD/CMTND": "no_id",
  "Sai định dạng CCCD/CMTND": "malformed_id",
  "Có đủ thông tin mà không khớp ai": "not_matched",
};
/** Best first: of two results on one day the worse counts. */
const ORDER = [
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

/** Result of each person's last check on or before `day`. */
export function lastResults(rows: readonly Row[], day: string): Map<string, string> {
  const last = new Map<string, { day: string; result: string }>();
  for (const { ma_doi_tuong = "", ngay_xac_thuc = "", ket_qua = "" } of rows) {
    const checked = isoDay(ngay_xac_thuc);
    const result = RESULTS[ket_qua] ?? ket_qua;
    if (!ma_doi_tuong || !checked || checked > day || !ORDER.includes(result)) continue;
    const known = last.get(ma_doi_tuong);
    const isWorse = known?.day === checked && ORDER.indexOf(result) > ORDER.indexOf(known.result);
    if (!known || checked > known.day || isWorse) last.set(ma_doi_tuong, { day: checked, result });
  }
  return new Map([...last].map(([person, { result }]) => [person, result]));
}

/** The state of the sample at the end of `day`. */
export function takeCensus(folder: string, day = LAST_DAY): Census {
  const all = doseTables(folder);
  const doses = acceptedDoses(all).filter(({ ngay_nhap = "" }) => isoDay(ngay_nhap) <= day);
  const sent = doses.filter(({ ngay_gui = "" }) => ngay_gui !== "" && isoDay(ngay_gui) <= day);
  const people = new Set(doses.map(({ ma_doi_tuong = "" }) => ma_doi_tuong));
  const sentPeople = new Set(sent.map(({ ma_doi_tuong = "" }) => ma_doi_tuong));
  const results = lastResults(readTable(join(folder, "verifications.csv")), day);
  const stateOf = (person: string): string => results.get(person) ?? "pending";
  const signed = readTable(join(folder, "certificates.csv")).filter(({ ma_doi_tuong = "", ngay_ky = "" }) => {
    return people.has(ma_doi_tuong) && isoDay(ngay_ky) !== "" && isoDay(ngay_ky) <= day;
  });
  return {
    dosesRecorded: doses.length,
    dosesSent: sent.length,
    subjectsRecorded: people.size,
    subjectsSent: sentPeople.size,
    subjectsByState: tally([...sentPeople].map(stateOf)),
    dosesByState: tally(sent.map(({ ma_doi_tuong = "" }) => stateOf(ma_doi_tuong))),
    certificates: new Set(signed.map(({ ma_doi_tuong }) => ma_doi_tuong)).size,
    dosesAdministered: lastReports(readTable(join(folder, "administered.csv")), day),
    rejectedRows: all.length - acceptedDoses(all).length,
  };
}

function lastReports(rows: readonly Row[], day: string): number {
  const last = new Map<string, { day: string; doses: number }>();
  for (const { ma_tinh = "", ngay = "", tong_so_mui = "" } of rows) {
    const reported = isoDay(ngay);
    if (reported > day || reported < (last.get(ma_tinh)?.day ?? "")) continue;
    last.set(ma_tinh, { day: reported, doses: Number(tong_so_mui.replaceAll(".", "")) });
  }
  return [...last.values()].reduce((sum, { doses }) => sum + doses, 0);
}

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
