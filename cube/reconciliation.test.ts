import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { officialTotalsJob } from "../etl/jobs/official_totals/officialTotalsJob.ts";
import { reconciliationRulesJob } from "../etl/jobs/reconciliation_rules/reconciliationRulesJob.ts";
import { runJob } from "../etl/run/runJob.ts";
import { goldenData } from "../tests/golden/loadGolden.ts";
import { openTestWarehouse, type TestWarehouse } from "../warehouse/testing/openTestWarehouse.ts";
import { type RunningServer, startServer } from "./server/startServer.ts";
import { ask, askOne } from "./testing/askCube.ts";
import { publish, writeRows } from "./testing/changes.ts";

let warehouse: TestWarehouse;
let server: RunningServer;
const config = { hashKey: { k0: "11", k1: "12" }, rejectsKey: "0".repeat(64) };

beforeAll(async () => {
  warehouse = await openTestWarehouse({ holding: goldenData });
  for (const job of [officialTotalsJob, reconciliationRulesJob]) {
    await runJob({ job, paths: [], asOf: "2026-10-31" }, { warehouse, config });
  }
  const own = join(await mkdtemp(join(tmpdir(), "rules-")), "own.csv");
  await writeFile(
    own,
    [
      "ma_quy_tac,ten,van_ban,tinh_den_ngay,ve_trai,so_sanh,ve_phai",
      "own_doses,Ghi nhận = gửi + chưa gửi,kho,30/04/2022,vaccination.doses_recorded,=,vaccination.doses_sent + vaccination.doses_not_sent",
      "own_class,Theo lớp,kho,30/04/2022,vaccination.subjects_wrong:error_class=wrong_name_and_birth_date,>=,2*vaccination.subjects_wrong",
    ].join("\n"),
  );
  await runJob({ job: reconciliationRulesJob, paths: [own], asOf: "2026-10-31" }, { warehouse, config });
  server = await startServer({ host: "127.0.0.1", port: 0, warehouse }, { log: pino({ level: "silent" }) });
});

afterAll(async () => {
  await server?.close();
  await warehouse?.close();
});

const view = "reconciliation";
const rule = (code: string, dimensions: string[] = ["result"]) =>
  askOne(server.url, {
    view,
    measures: ["left_value", "right_value", "difference"],
    dimensions,
    filters: [{ member: "rule_code", operator: "equals", values: [code] }],
  });

describe("official figures", () => {
  it("stand as they were published, with their document", async () => {
    const figure = await askOne(server.url, {
      view,
      measures: ["official_value"],
      dimensions: ["document_code", "figure_date", "precision"],
      filters: [
        { member: "measure_code", operator: "equals", values: ["doses_administered"] },
        { member: "figure_date", operator: "equals", values: ["2022-04-05"] },
      ],
    });
    expect(figure).toEqual({
      official_value: 207_000_000,
      document_code: "bc-lam-sach-2022-04-08",
      figure_date: "2022-04-05",
      precision: "more_than",
    });
  });
});

describe("the arithmetic of a report", () => {
  it("holds where the parts sum to the whole", async () => {
    expect(await rule("apr_subjects_recorded")).toEqual({
      left_value: 82_957_967,
      right_value: 82_299_012 + 658_955,
      difference: 0,
      result: "holds",
    });
  });

  it("is shown with its difference where they do not", async () => {
    // 56,705,727 right + 15,963,242 wrong = 72,668,969; the report says 72,398,969.
    expect(await rule("apr_subjects_with_id")).toEqual({
      left_value: 72_398_969,
      right_value: 72_668_969,
      difference: -270_000,
      result: "broken",
    });
  });

  it("misses nine subjects in the report of April 2023", async () => {
    // 3,192,378 + 972,668 + 13,760,015 = 17,925,061; the report says 17,925,070.
    expect(await rule("apr_2023_to_clean")).toMatchObject({ difference: 9, result: "broken" });
  });

  it("knows how a rounded share was rounded", async () => {
    // 29 of 33 is 0.8788, printed as 87.9 %; 12 of 47 is 0.2553, printed as 25.5 %.
    expect(await rule("aug_2022_central_hospitals")).toMatchObject({ left_value: 29, result: "holds" });
    expect(await rule("aug_2022_all")).toMatchObject({ left_value: 12, result: "holds" });
  });

  it("is compared over time: registers only grow", async () => {
    expect(await rule("growth_doses_sent")).toMatchObject({
      difference: 222_251_210 - 196_725_301,
      result: "holds",
    });
  });
});

describe("a report against the warehouse", () => {
  it("is computed from the warehouse's own measure on the rule's day", async () => {
    // The golden scenario at the end of April: 20 doses recorded, 19 sent, 1 not; one subject wrong in name and birth date.
    expect(await rule("own_doses", ["result", "rule_kind", "sample_scale", "right_terms"])).toEqual({
      left_value: 20,
      right_value: 20,
      difference: 0,
      result: "holds",
      rule_kind: "report_and_warehouse",
      sample_scale: 1,
      right_terms: "+ vaccination.doses_not_sent (1) + vaccination.doses_sent (19)",
    });
    expect(await rule("own_class")).toEqual({ left_value: 1, right_value: 2 * 3, difference: -5, result: "broken" });
  });

  it("says that data is missing where the warehouse does not reach the day", async () => {
    // Its newest dose, check or report is of 2022-06-01; the report's day is 2022-06-30.
    expect(await rule("mid_warehouse_doses_recorded")).toMatchObject({ left_value: null, result: "no_data" });
    expect(await rule("apr_2023_warehouse_doses_recorded")).toMatchObject({ left_value: null, result: "no_data" });
  });
});

describe("a report against a sample", () => {
  it("is multiplied by the sample's scale, and one row of the sample is allowed", async () => {
    const dossiers = { load_id: 90_001, place_key: 63200001, month: "2022-06-01", online_count: -1 };
    await writeRows(warehouse, "mart.fct_dossiers", [
      { ...dossiers, procedure_code: "T1", received_count: 1, resolved_count: -1, on_time_count: -1 },
      { ...dossiers, procedure_code: "T3", received_count: 3, resolved_count: -1, on_time_count: -1 },
    ]);
    const days = { firstDate: "2022-06-30", lastDate: "2022-06-30" };
    await publish(warehouse, { number: 90, loadId: 90_001, job: "dossiers", sampleScale: 200, ...days });
    const own = join(await mkdtemp(join(tmpdir(), "rules-")), "sample.csv");
    await writeFile(
      own,
      [
        "ma_quy_tac,ten,van_ban,tinh_den_ngay,ve_trai,so_sanh,ve_phai",
        "near,Gần,x,30/06/2022,public_services.dossiers_received:procedure_code=T1,=,services_on_national_portal",
        "far,Xa,x,30/06/2022,public_services.dossiers_received:procedure_code=T3,=,services_on_national_portal",
      ].join("\n"),
    );
    await runJob({ job: reconciliationRulesJob, paths: [own], asOf: "2026-10-31" }, { warehouse, config });
    // One row stands for 200, which may be anything up to one row from the 153 reported; three rows are not.
    const shown = ["result", "sample_scale", "allowed_difference"];
    expect(await rule("near", shown)).toEqual({
      ...{ left_value: 200, right_value: 153, difference: 47 },
      ...{ result: "holds", sample_scale: 200, allowed_difference: 200 },
    });
    expect(await rule("far", shown)).toMatchObject({ left_value: 600, difference: 447, result: "broken" });
  });
});

describe("all rules together", () => {
  it("are counted by result, and no side is added up over rules", async () => {
    const all = await askOne(server.url, {
      view,
      measures: ["rules", "rules_holding", "rules_broken", "rules_without_data", "rules_holding_rate", "difference"],
    });
    const [rules, holding, broken] = [Number(all.rules), Number(all.rules_holding), Number(all.rules_broken)];
    expect(rules).toBe(holding + broken + Number(all.rules_without_data));
    expect(all.rules_holding_rate).toBeCloseTo(holding / (holding + broken), 12);
    expect(all.difference).toBeNull();
    const broke = await ask(server.url, {
      view,
      measures: ["rules"],
      dimensions: ["rule_code"],
      filters: [
        { member: "result", operator: "equals", values: ["broken"] },
        { member: "rule_kind", operator: "notEquals", values: ["report_and_warehouse"] },
      ],
    });
    expect(broke.map((row) => row.rule_code).sort()).toEqual(["apr_2023_to_clean", "apr_subjects_with_id"]);
  });

  it("show each figure in the period that holds its day", async () => {
    const months = await ask(server.url, {
      view,
      measures: ["figures"],
      granularity: "year",
      dateRange: ["2022-01-01", "2024-12-31"],
    });
    expect(months.map((row) => [row.date, row.figures])).toEqual([
      ["2022-01-01", expect.any(Number)],
      ["2023-01-01", expect.any(Number)],
      ["2024-01-01", 5],
    ]);
  });
});
