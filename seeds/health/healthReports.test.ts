import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateSeeds, type SeedSummary } from "../generateSeeds.ts";
import { PROVINCE_POPULATIONS } from "../provincePopulations.ts";
import { parseSeedOptions, type SampleFile } from "../seedOptions.ts";
import { isoDay, type Row, readTable } from "../testing/sampleCensus.ts";
import { BED_TOTALS, CASHLESS, CHIP_ID, HOSPITAL_COUNTS, STAFF_TOTALS } from "./healthTotals.ts";

const SCALE = 200;
const FILES: SampleFile[] = [
  ...(["facilities", "population", "resources", "services", "payments"] as const),
  ...(["connections", "procedures", "dossiers"] as const),
];
const folder = mkdtempSync(join(tmpdir(), "health-seeds-"));
const tables = new Map<string, Row[]>();
/** A file of the sample, read once. */
function table(name: string): Row[] {
  const rows = tables.get(name) ?? readTable(join(folder, `${name}.csv`));
  tables.set(name, rows);
  return rows;
}
let summary: SeedSummary;
beforeAll(async () => {
  summary = await write({ scale: SCALE, out: folder, only: FILES });
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(options: Record<string, unknown>): Promise<SeedSummary> {
  const parsed = parseSeedOptions(options);
  if ("problems" in parsed) throw new Error(parsed.problems.join(" "));
  return generateSeeds(parsed.options);
}

/** A count as a reader takes it: thousands dots do not count; NaN where it was not told or cannot be read. */
const count = (text = ""): number => (/^[\d. ]+$/u.test(text) ? Number(text.replaceAll(".", "")) : Number.NaN);
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + (value || 0), 0);
const totalOf = (totals: Readonly<Partial<Record<string, number>>>): number => sum(Object.values(totals).map(Number));

/** yyyy-mm of any of the ways in which provinces write a month; empty if it is none of the sample's. */
const monthOf = (text = ""): string => {
  const known = months.get(text) ?? readMonth(text);
  months.set(text, known);
  return known;
};
const months = new Map<string, string>();
function readMonth(text: string): string {
  const day = isoDay(text).slice(0, 7);
  const [, first = "", second = ""] = /^(?:tháng )?(\d{1,4})[/-](\d{1,4})$/u.exec(text.trim()) ?? [];
  const [year, month] = first.length === 4 ? [first, second] : [second, first];
  const iso = day || `${year}-${month.padStart(2, "0")}`;
  return iso >= "2021-07" && iso <= "2022-06" && Number(iso.slice(5)) <= 12 ? iso : "";
}

/** Rows that count: the first of each unit. */
function counted(rows: readonly Row[], unit: (row: Row) => string): Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = unit(row);
    if (row.ma_co_so === "" || seen.has(key)) return false;
    return Boolean(seen.add(key));
  });
}

const reports = new Map<string, Row[]>();
function byFacilityAndMonth(name: string): Row[] {
  const readable = (): Row[] => table(name).filter(({ thang }) => monthOf(thang) !== "");
  const rows = reports.get(name) ?? counted(readable(), ({ ma_co_so, thang }) => `${ma_co_so} ${monthOf(thang)}`);
  reports.set(name, rows);
  return rows;
}
const dirt = (kind: string): number => summary.dirt[kind] ?? 0;

describe("the list of facilities", () => {
  it("has as many hospitals as published, under names of no institution", () => {
    const hospitals = counted(table("facilities"), ({ ma_co_so = "" }) => ma_co_so).filter(
      ({ loai_co_so = "" }) => loai_co_so.toLowerCase() === "bệnh viện",
    );
    expect(hospitals).toHaveLength(sum(Object.values(HOSPITAL_COUNTS)));
    expect(hospitals.filter(({ tuyen }) => tuyen === "trung ương")).toHaveLength(HOSPITAL_COUNTS.central);
    expect(hospitals.filter(({ ten_co_so = "" }) => ten_co_so !== "" && !ten_co_so.includes(" mẫu "))).toEqual([]);
    expect(new Set(hospitals.map(({ hang }) => hang))).toEqual(
      new Set(["đặc biệt", "I", "II", "III", "IV", "không xếp hạng", ""]),
    );
  });

  it("gives a hospital that rose a row for each of its grades", () => {
    const risen = table("facilities").filter(({ hieu_luc_tu, ma_co_so }) => hieu_luc_tu === "01/01/2022" && ma_co_so);
    expect(risen.length).toBeGreaterThan(10);
    const before = new Set(
      table("facilities")
        .filter(({ hieu_luc_den }) => hieu_luc_den === "31/12/2021")
        .map(({ ma_co_so }) => ma_co_so),
    );
    expect(risen.filter(({ ma_co_so }) => !before.has(ma_co_so))).toEqual([]);
  });
});

describe("resources", () => {
  it("come near the published totals on the last day, with what was last told", () => {
    const last = new Map<string, Row>();
    for (const row of byFacilityAndMonth("resources")) {
      const known = last.get(row.ma_co_so ?? "");
      if (!known || monthOf(row.thang) > monthOf(known.thang)) last.set(row.ma_co_so ?? "", row);
    }
    const rows = [...last.values()];
    const doctors = sum(rows.map(({ bac_si }) => count(bac_si)));
    const beds = sum(rows.map(({ giuong_thuc_ke }) => count(giuong_thuc_ke)));
    for (const ratio of [doctors / totalOf(STAFF_TOTALS[0] ?? {}), beds / totalOf(BED_TOTALS)]) {
      expect(ratio).toBeGreaterThan(0.98);
      expect(ratio).toBeLessThan(1.02);
    }
  });

  it("are updated by more and more facilities, never by all", () => {
    const months = byFacilityAndMonth("resources").map(({ thang }) => monthOf(thang));
    const july = months.filter((month) => month === "2021-07").length;
    const june = months.filter((month) => month === "2022-06").length;
    expect(june).toBeGreaterThan(july * 1.1);
    expect(june).toBeLessThan(12_000);
  });

  it("are told again for May by a later file, with other figures", () => {
    const first = new Map(byFacilityAndMonth("resources").map((row) => [`${row.ma_co_so} ${monthOf(row.thang)}`, row]));
    const later = table("resources_restated_2022-05");
    expect(new Set(later.map(({ thang }) => monthOf(thang)))).toEqual(new Set(["2022-05"]));
    const pairs = later.map((row) => [row, first.get(`${row.ma_co_so} 2022-05`)] as const);
    const changed = pairs.filter(([row, before]) => before && row.giuong_thuc_ke !== before.giuong_thuc_ke);
    expect(changed.length).toBeGreaterThan(later.length / 3);
    expect(pairs.filter(([, before]) => before === undefined).length).toBeGreaterThan(0);
  });
});

describe("services", () => {
  it("have no more insured than visits and no more days than beds, but for the dirt counted", () => {
    const rows = byFacilityAndMonth("services");
    const insured = rows.filter((row) => count(row.luot_kham_bhyt) > count(row.luot_kham_ngoai_tru));
    expect(insured).toHaveLength(dirt("services.insured_above_visits"));
    const wins = rows.filter((row) => count(row.luot_tra_cuu_cccd_thanh_cong) > count(row.luot_tra_cuu_cccd));
    expect(wins).toHaveLength(dirt("services.successes_above_attempts"));
    const beds = new Map(
      byFacilityAndMonth("resources").map((row) => [
        `${row.ma_co_so} ${monthOf(row.thang)}`,
        count(row.giuong_thuc_ke),
      ]),
    );
    const full = rows.filter((row) => {
      const month = monthOf(row.thang);
      const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
      return (
        count(row.so_ngay_dieu_tri_noi_tru) > (beds.get(`${row.ma_co_so} ${month}`) ?? Number.POSITIVE_INFINITY) * days
      );
    });
    expect(full.length).toBeGreaterThan(0);
    expect(full.length).toBeLessThanOrEqual(dirt("services.days_above_capacity"));
  });

  it("fill the beds by three fifths or more, for stays of days", () => {
    const rows = byFacilityAndMonth("services").filter((row) => count(row.so_ngay_dieu_tri_noi_tru) > 0);
    const stay =
      sum(rows.map((row) => count(row.so_ngay_dieu_tri_noi_tru))) / sum(rows.map((row) => count(row.luot_nhap_vien)));
    expect(stay).toBeGreaterThan(5);
    expect(stay).toBeLessThan(7.5);
    const june = rows.filter((row) => monthOf(row.thang) === "2022-06");
    const occupancy = sum(june.map((row) => count(row.so_ngay_dieu_tri_noi_tru))) / (totalOf(BED_TOTALS) * 30);
    expect(occupancy).toBeGreaterThan(0.65);
    expect(occupancy).toBeLessThan(0.95);
  });

  it("dip in the month of Tết", () => {
    const visits = (month: string): number =>
      sum(
        byFacilityAndMonth("services")
          .filter((row) => monthOf(row.thang) === month)
          .map((row) => count(row.luot_kham_ngoai_tru)),
      );
    expect(visits("2022-02")).toBeLessThan(visits("2022-01") * 0.95);
    expect(visits("2022-03")).toBeGreaterThan(visits("2022-02") * 1.1);
  });

  it("look people up by chip ID as the Ministry's paper tells", () => {
    const rows = byFacilityAndMonth("services");
    expect(rows.filter((row) => monthOf(row.thang) < "2022-03" && row.luot_tra_cuu_cccd !== "")).toEqual([]);
    const june = rows.filter((row) => monthOf(row.thang) === "2022-06" && count(row.luot_tra_cuu_cccd) > 0);
    expect(june.length).toBeGreaterThan(4000);
    expect(june.length).toBeLessThanOrEqual(CHIP_ID.facilities);
    const successes = sum(rows.map((row) => count(row.luot_tra_cuu_cccd_thanh_cong)));
    expect(successes).toBeGreaterThan(40_000);
    expect(successes).toBeLessThan(45_000);
  });
});

describe("payments", () => {
  const cash = ["tiền mặt", "cash", "séc"];

  it("show the readiness that the survey of August 2022 found", () => {
    const facilities = counted(table("facilities"), ({ ma_co_so = "" }) => ma_co_so);
    const ready = new Map<string, boolean>();
    for (const row of table("payments").filter(({ ma_co_so }) => ma_co_so && !ma_co_so.startsWith("X"))) {
      const code = row.ma_co_so ?? "";
      ready.set(code, (ready.get(code) ?? false) || !cash.includes(row.hinh_thuc_thanh_toan ?? ""));
    }
    const central = facilities.filter(({ tuyen }) => tuyen === "trung ương");
    expect(central.filter(({ ma_co_so = "" }) => ready.get(ma_co_so))).toHaveLength(CASHLESS.centralReady);
    const shares = new Map<string, { all: number; ready: number }>();
    for (const { ma_co_so = "", ma_tinh = "", tuyen } of facilities) {
      if (tuyen === "trung ương" || !ready.has(ma_co_so)) continue;
      const share = shares.get(ma_tinh) ?? { all: 0, ready: 0 };
      shares.set(ma_tinh, { all: share.all + 1, ready: share.ready + (ready.get(ma_co_so) ? 1 : 0) });
    }
    const provinces = [...shares.values()];
    expect(provinces).toHaveLength(CASHLESS.surveyedProvinces);
    expect(provinces.filter((share) => share.ready >= share.all / 2)).toHaveLength(CASHLESS.provincesAtLeastHalf);
    expect(provinces.filter((share) => share.ready === share.all)).toHaveLength(CASHLESS.provincesAll);
  });

  it("are about as many as the visits, cashless a growing share", () => {
    const rows = counted(
      table("payments").filter(({ ngay = "" }) => isoDay(ngay) >= "2022-04-01" && isoDay(ngay) <= "2022-06-30"),
      ({ ma_co_so, ngay, hinh_thuc_thanh_toan }) => `${ma_co_so} ${ngay} ${hinh_thuc_thanh_toan}`,
    );
    const reporting = new Set(rows.map(({ ma_co_so }) => ma_co_so));
    const visits = byFacilityAndMonth("services").filter(
      (row) => reporting.has(row.ma_co_so) && monthOf(row.thang) >= "2022-04",
    );
    const transactions = sum(rows.map((row) => count(row.so_giao_dich)));
    const attended =
      sum(visits.map((row) => count(row.luot_kham_ngoai_tru))) + sum(visits.map((row) => count(row.luot_nhap_vien)));
    expect(transactions / attended).toBeGreaterThan(0.85);
    expect(transactions / attended).toBeLessThan(1.2);
    const cashlessShare = (month: string): number => {
      const own = rows.filter(({ ngay = "" }) => isoDay(ngay).startsWith(month));
      const cashless = own.filter(({ hinh_thuc_thanh_toan = "" }) => !cash.includes(hinh_thuc_thanh_toan));
      return sum(cashless.map((row) => count(row.so_giao_dich))) / sum(own.map((row) => count(row.so_giao_dich)));
    };
    expect(cashlessShare("2022-06")).toBeGreaterThan(cashlessShare("2022-04"));
    expect(cashlessShare("2022-06")).toBeGreaterThan(0.08);
    expect(cashlessShare("2022-06")).toBeLessThan(0.35);
  });

  it("are not more than the day's whole where it is told, but for the dirt counted", () => {
    const cashless = new Map<string, { paid: number; whole: number }>();
    const told = table("payments").filter(
      (row) => row.tong_so_tien !== "" && !cash.includes(row.hinh_thuc_thanh_toan ?? ""),
    );
    for (const row of counted(told, (each) => `${each.ma_co_so} ${each.ngay} ${each.hinh_thuc_thanh_toan}`)) {
      const { paid = 0 } = cashless.get(`${row.ma_co_so} ${row.ngay}`) ?? {};
      const whole = count(row.tong_so_tien);
      cashless.set(`${row.ma_co_so} ${row.ngay}`, { paid: paid + count(row.so_tien), whole });
    }
    const above = [...cashless.values()].filter(({ paid, whole }) => paid > whole);
    expect(above.length).toBeGreaterThan(0);
    expect(above.length).toBeLessThan(1.1 * dirt("payments.cashless_above_total"));
  });
});

describe("connections, procedures and people", () => {
  it("connect more and more facilities; what was sent was accepted or rejected", () => {
    const rows = counted(
      table("connections").filter((row) => monthOf(row.thang) !== "" && row.dong_du_lieu !== "dòng thử nghiệm"),
      (row) => `${row.ma_co_so} ${row.dong_du_lieu} ${monthOf(row.thang)}`,
    );
    const connected = (month: string): number =>
      rows.filter((row) => monthOf(row.thang) === month && row.ket_noi_tu !== "").length;
    expect(connected("2021-12")).toBeGreaterThan(connected("2021-07"));
    expect(connected("2022-06")).toBeGreaterThan(connected("2021-12"));
    expect(rows.filter((row) => isoDay(row.ket_noi_tu ?? "").slice(0, 7) > monthOf(row.thang))).toEqual([]);
    const uneven = rows.filter(
      (row) => row.so_gui !== "" && count(row.so_gui) !== count(row.so_tiep_nhan) + count(row.so_tu_choi),
    );
    expect(uneven).toHaveLength(dirt("connections.accepted_above_sent"));
  });

  it("have 153 procedures on the national portal mid 2022, all of them fully online", () => {
    const now = table("procedures").filter(({ hieu_luc_den }) => hieu_luc_den === "");
    const onPortal = now.filter(({ tich_hop_cong_quoc_gia }) => tich_hop_cong_quoc_gia === "có");
    expect(onPortal).toHaveLength(153);
    expect(onPortal.every((row) => row.toan_trinh === "có" && row.du_dieu_kien === "có")).toBe(true);
  });

  it("resolve no more dossiers than they receive, in time no more than they resolve", () => {
    const rows = counted(
      table("dossiers").filter(({ thang, ma_thu_tuc, ma_tinh }) => monthOf(thang) && ma_thu_tuc && ma_tinh !== "98"),
      (row) => `${row.ma_thu_tuc} ${row.ma_tinh} ${monthOf(row.thang)}`,
    );
    const late = rows.filter((row) => count(row.so_dung_han) > count(row.so_da_giai_quyet));
    expect(late).toEqual([]);
    expect(rows.filter((row) => count(row.so_da_giai_quyet) > count(row.so_tiep_nhan))).toEqual([]);
  });

  it("count the people of a province once by sex and age, once by town and country", () => {
    const rows = table("population");
    const whole = rows.filter((row) => row.gioi_tinh === "" && row.khu_vuc === "");
    expect(whole).toHaveLength(63 * 4);
    for (const { ma_tinh, nam, dan_so } of whole) {
      const own = rows.filter((row) => row.ma_tinh === ma_tinh && row.nam === nam);
      expect(sum(own.filter((row) => row.gioi_tinh !== "").map((row) => count(row.dan_so)))).toBe(count(dan_so));
      expect(sum(own.filter((row) => row.khu_vuc !== "").map((row) => count(row.dan_so)))).toBe(count(dan_so));
    }
    const of2021 = sum(whole.filter(({ nam }) => nam === "2021").map((row) => count(row.dan_so)));
    expect(of2021).toBe(Math.round(sum(PROVINCE_POPULATIONS.map(({ population }) => population)) / SCALE));
  });
});

describe("small samples", () => {
  it("leave out months, stations and days whole, and label every row as one for one", async () => {
    const small = join(folder, "small");
    const { files } = await write({ scale: 1000, out: small, only: FILES });
    const rows = Object.fromEntries(files.map((file) => [file.name, file.rows]));
    for (const name of ["resources", "services", "payments", "connections", "dossiers"]) {
      expect(rows[`${name}.csv`], name).toBeLessThan(40_000);
      expect(
        readFileSync(join(small, `${name}.csv`), "utf8")
          .trimEnd()
          .endsWith("mau 1/1"),
      ).toBe(true);
    }
    const written = new Set(readTable(join(small, "services.csv")).map(({ thang }) => monthOf(thang)));
    expect([...written].filter((month) => month !== "").sort()).toEqual(["2022-04", "2022-05", "2022-06"]);
  });
});
