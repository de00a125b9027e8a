import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { indicatorsJob } from "../etl/jobs/indicators/indicatorsJob.ts";
import { targetsJob } from "../etl/jobs/targets/targetsJob.ts";
import { runJob } from "../etl/run/runJob.ts";
import { openTestWarehouse, type TestWarehouse } from "../warehouse/testing/openTestWarehouse.ts";
import { type RunningServer, startServer } from "./server/startServer.ts";
import { ask, askOne, load, type Question, queryOf } from "./testing/askCube.ts";
import { loadAfterReform, loadTargetCountry } from "./testing/targetCountry.ts";

let warehouse: TestWarehouse;
let server: RunningServer;

beforeAll(async () => {
  warehouse = await openTestWarehouse();
  await loadTargetCountry(warehouse);
  server = await startServer({ host: "127.0.0.1", port: 0, warehouse }, { log: pino({ level: "silent" }) });
});

afterAll(async () => {
  await server?.close();
  await warehouse?.close();
});

const view = "targets";
const figures = [
  "current_value",
  "target_value",
  "progress",
  "gap",
  "required_daily_rate",
  "pace",
  "forecast_date",
  "days_late",
];
const is = (member: string, ...values: string[]) => ({ member, operator: "equals", values });
/** Floating-point numbers to nine digits. */
const rounded = (row: Record<string, string | number | null>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === "number" ? Number(value.toFixed(9)) : value]),
  );
const one = async (code: string, area: string, more: Partial<Question> = {}) =>
  rounded(
    await askOne(server.url, {
      ...{ view, measures: figures, dimensions: ["status"], ...more },
      filters: [is("target_code", code), is("area_code", area), ...(more.filters ?? [])],
    }),
  );

describe("a target at the end of April 2022", () => {
  it("is met, on track, late or without data, as counted by hand", async () => {
    // 58 + 36 of 200 right; 80 of 200 on 2 April.
    expect(await one("overdue", "VN")).toEqual({
      ...{ status: "late", current_value: 0.47, target_value: 0.9, progress: 0.522222222, gap: 0.43 },
      ...{ required_daily_rate: null, pace: 0.0025, forecast_date: "2022-10-19", days_late: 187 },
    });
    expect(await one("each-province", "01")).toEqual({
      ...{ status: "on_track", current_value: 0.58, target_value: 0.95, progress: 0.610526316, gap: 0.37 },
      ...{ required_daily_rate: 0.006065574, pace: 0.01, forecast_date: "2022-06-06", days_late: 0 },
    });
  });

  it("has no forecast while the rate falls, and is late", async () => {
    expect(await one("each-province", "79")).toMatchObject({
      ...{ status: "late", current_value: 0.36, pace: -0.005, forecast_date: null, days_late: null },
    });
    // After the deadline the days passed are given.
    expect(await one("overdue-falling", "79")).toMatchObject({ status: "late", forecast_date: null, days_late: 15 });
  });

  it("stands beside a province's own target", async () => {
    expect(await one("ha-noi", "01")).toMatchObject({ status: "late", forecast_date: "2022-06-06", days_late: 6 });
  });

  it("may be to fall", async () => {
    // 56 wrong, 70 on 2 April; 62 days left.
    expect(await one("wrong", "VN")).toEqual({
      ...{ status: "on_track", current_value: 56, target_value: 28, progress: 0.5, gap: 28 },
      ...{ required_daily_rate: 0.451612903, pace: -0.5, forecast_date: "2022-06-25", days_late: 0 },
    });
  });

  it("is over a calendar period where the indicator says so", async () => {
    // 28 − 14 in April; none by 2 April.
    expect(await one("cleansed", "VN")).toMatchObject({ current_value: 14, pace: 0.5, forecast_date: "2022-05-12" });
  });

  it("has no data where the measure is missing, unknown, or has no figure of 28 days before", async () => {
    const missing = {
      progress: null,
      gap: null,
      required_daily_rate: null,
      pace: null,
      forecast_date: null,
      days_late: null,
    };
    for (const code of ["users", "mistyped"]) {
      expect(await one(code, "VN")).toEqual({ status: "no_data", current_value: null, target_value: 0.6, ...missing });
    }
    expect(await one("wrong-birth-date", "VN")).toMatchObject({ status: "no_data", current_value: 14, pace: null });
    expect(await one("each-province", "48")).toMatchObject({ status: "no_data", current_value: null });
  });

  it("of each commune of a province has the communes of its structure", async () => {
    const communes = await ask(server.url, {
      view,
      measures: ["target_count", "targets_met", "targets_without_data"],
      dimensions: ["area_level"],
      filters: [is("target_code", "ha-noi-communes")],
    });
    expect(communes).toEqual([{ area_level: "commune", target_count: 526, targets_met: 1, targets_without_data: 525 }]);
    expect(await one("ha-noi-communes", "00004", { measures: ["current_value"], dimensions: ["area_name"] })).toEqual({
      area_name: "Phường Trúc Bạch",
      current_value: 0.58,
    });
  });
});

describe("several targets together", () => {
  it("are counted by status, and have no figure of their own", async () => {
    const counts = ["target_count", "targets_met", "targets_on_track", "targets_late", "targets_without_data"];
    const question = { view, measures: [...counts, ...figures], filters: [is("area_level", "nation", "province")] };
    const none = Object.fromEntries(figures.map((name) => [name, null]));
    // 7 of the nation, 34 provinces, 2 own ones; 32 provinces have no figure.
    expect(await askOne(server.url, question)).toEqual({
      ...{ target_count: 43, targets_met: 0, targets_on_track: 4, targets_late: 4, targets_without_data: 35, ...none },
    });
  });

  it("are those in force at each point in time", async () => {
    const rows = await ask(server.url, {
      ...{
        view,
        measures: ["target_value", "current_value"],
        dimensions: ["status", "value_date"],
        granularity: "day",
      },
      dateRange: ["2022-04-19", "2022-04-20"],
      filters: [is("target_code", "nation")],
    });
    expect(rows).toMatchObject([
      { date: "2022-04-19", status: "met", value_date: "2022-04-19", target_value: 0.45, current_value: 0.54 },
      { date: "2022-04-20", status: "on_track", value_date: "2022-04-20", target_value: 0.5, current_value: 0.47 },
    ]);
  });
});

describe("a target that changed", () => {
  it("is the new one from its first day on, and the old one as it was known before", async () => {
    expect(await one("nation", "VN")).toMatchObject({
      target_value: 0.5,
      status: "on_track",
      forecast_date: "2022-05-12",
    });
    const known = { filters: [is("as_known_on", "p3")] };
    expect(await one("nation", "VN", known)).toMatchObject({ target_value: 0.45, status: "met", forecast_date: null });
    const before = await one("nation", "VN", { dateRange: ["2022-03-01", "2022-03-20"] });
    // 28 days before 20 March there was nothing.
    expect(before).toMatchObject({ target_value: 0.45, current_value: 0.4, pace: null, status: "no_data" });
  });
});

describe("the answers kept for targets", () => {
  const kept = async () =>
    (
      await warehouse.query("SELECT count() AS rows FROM mart.agg_measure_values", {
        schema: z.object({ rows: z.number() }),
      })
    )[0]?.rows;

  it("are asked once for each publication, and never without bound", async () => {
    await one("overdue", "VN");
    const before = await kept();
    await one("overdue", "VN", { dimensions: ["status", "owner"] });
    expect(await kept()).toBe(before);
    const daily = { view, measures: ["targets_met"], granularity: "day", dateRange: ["2022-01-01", "2022-04-30"] };
    const refused = await load(server.url, queryOf(daily));
    expect([refused.status, await refused.text()]).toEqual([
      400,
      expect.stringContaining("points in time are too many"),
    ]);
  });
});

describe("any rate", () => {
  it("becomes an indicator with a line of a file, and a target in a 63-province keeps to its structure", async () => {
    const folder = await mkdtemp(join(tmpdir(), "rates-"));
    const config = { hashKey: { k0: "1", k1: "2" }, rejectsKey: "0".repeat(64) };
    const run = async (job: typeof targetsJob, name: string, lines: string[]) => {
      await writeFile(join(folder, name), lines.join("\n"));
      await runJob({ job, paths: [join(folder, name)], asOf: "2022-04-30" }, { warehouse, config });
    };
    await run(indicatorsJob, "rates.csv", [
      "ma_chi_so,ten,chi_so_cube,chieu_tot,don_vi",
      "certificates,Tỷ lệ ký hộ chiếu vắc xin,vaccination.certificate_rate,tăng,percent",
    ]);
    await run(targetsJob, "certificates.csv", [
      "ma_chi_tieu,ma_chi_so,ten_tinh,tu_ngay,han,muc_tieu,can_cu",
      "certificates,certificates,,01/03/2022,31/12/2022,10 %,QĐ 2",
    ]);
    await rm(folder, { recursive: true });
    // 29 certificates of 200 people.
    expect(await one("certificates", "VN")).toMatchObject({ current_value: 0.145, target_value: 0.1, status: "met" });

    await loadAfterReform(warehouse, 100);
    const values = { measures: ["current_value"], dimensions: ["value_date"] };
    expect(await one("ha-noi", "01", values)).toEqual({ current_value: 0.58, value_date: "2025-06-30" });
    // Together with the 100 after the reform: 158 of 200.
    expect(await one("each-province", "01", values)).toEqual({ current_value: 0.79, value_date: "2025-08-31" });
  });
});
