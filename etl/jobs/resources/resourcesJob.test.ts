import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { SourceRow } from "../../job.ts";
import { openReportsTestBed, type ReportsTestBed, rulesOf } from "../../testing/reportsTestBed.ts";
import { resourcesJob } from "./resourcesJob.ts";

let bed: ReportsTestBed;
beforeAll(async () => {
  bed = await openReportsTestBed(resourcesJob, ["mart.fct_resources", "mart.fct_equipment"]);
});
beforeEach(() => bed.forget());
afterAll(() => bed.close());

const aReport = (values: SourceRow = {}): SourceRow => ({
  ...{ facility_code: "01001", month: "06/2022", updated_date: "28/06/2022" },
  ...{ doctors: "120", nurses: "260", beds_planned: "500", beds_actual: "560" },
  ...values,
});
const levels = "facility_code, place_key, month, updated_date, doctors, nurses, midwives, beds_planned, beds_actual";
const equipment = "facility_code, month, equipment_code, in_order_count, broken_count";

describe("resources", () => {
  it("writes levels as reported, missing ones as -1, and a row for each type of equipment that was reported", async () => {
    await bed.list([["01001"]]);
    const summary = await bed.load("june", [
      aReport({ doctors: "1.120", nurses: "", ct_scanner_in_order: "2", mri_in_order: "0", mri_broken: "1" }),
      aReport({ facility_code: "01002", month: "tháng 6/2022", commune_code: "00004", doctors: "0" }),
    ]);
    expect([summary.read, summary.accepted, rulesOf(summary)]).toEqual([2, 2, { facility_unknown: 1 }]);
    expect(await bed.facts("mart.fct_resources", levels)).toEqual([
      "01001 63000001 2022-06-01 2022-06-28 1120 -1 -1 500 560",
      "01002 63000004 2022-06-01 2022-06-28 0 260 -1 500 560",
    ]);
    expect(await bed.facts("mart.fct_equipment", equipment)).toEqual([
      "01001 2022-06-01 ct_scanner 2 -1",
      "01001 2022-06-01 mri 0 1",
    ]);
  });

  it("rejects rows that say nothing sure, and names the columns at fault", async () => {
    const summary = await bed.load(
      "bad",
      [
        aReport({ facility_code: " " }),
        aReport({ month: "quý 2" }),
        aReport({ month: "07/2022" }),
        aReport({ month: "12/2014" }),
        aReport({ doctors: "-1", ventilator_broken: "hai", beds_actual: "1.000.001", beds_planned: "" }),
        aReport({ doctors: "", nurses: "", beds_planned: "", beds_actual: "" }),
        aReport({ updated_date: "31/06/2022" }),
        aReport({ updated_date: "16/06/2022" }),
        aReport({ updated_date: "15/06/2022" }),
        aReport({ updated_date: "15/06/2022" }),
        aReport({ updated_date: "15/06/2022", doctors: "121" }),
        aReport({ facility_code: "01002", updated_date: "31/05/2022" }),
      ],
      "2022-06-15",
    );
    expect([summary.accepted, summary.rejected]).toEqual([2, 10]);
    expect(rulesOf(summary)).toEqual({
      ...{ facility_code_missing: 1, month_invalid: 1, month_in_future: 1, month_too_early: 1 },
      ...{ count_invalid: 1, count_missing: 1, updated_date_invalid: 1, updated_date_in_future: 7 },
      ...{ duplicate_row: 1, report_conflict: 1, facility_unknown: 11, updated_date_before_month: 1 },
    });
    const found = await bed.findings(summary);
    expect(found.find(({ rule }) => rule === "month_invalid")?.detail).toBe("");
    expect(found.find(({ rule }) => rule === "count_invalid")?.detail).toBe(
      "2022-06: doctors, beds_actual, ventilator_broken",
    );
  });

  it("takes the month's end or the run's day where no day is given, and the load's days from the updates", async () => {
    await bed.list([["01001"], ["01002"]]);
    const told = [
      aReport({ month: "05/2022", updated_date: "" }),
      aReport({ facility_code: "01002", updated_date: "" }),
    ];
    const summary = await bed.load("may", told, "2022-06-15");
    expect(rulesOf(summary)).toEqual({ updated_date_assumed: 2, facility_silent: 1 });
    expect(await bed.facts("mart.fct_resources", "facility_code, updated_date")).toEqual([
      "01001 2022-05-31",
      "01002 2022-06-15",
    ]);
    const days = await bed.warehouse.query(
      "SELECT toString(first_date) AS first, toString(last_date) AS last FROM ops.publications WHERE job = 'resources'",
      { schema: z.object({ first: z.string(), last: z.string() }) },
    );
    expect(days).toEqual([{ first: "2022-05-31", last: "2022-06-15" }]);
  });

  it("finds jumps against the facility's last report, in another batch or in its own, and beds far above the plan", async () => {
    await bed.list([["01001"], ["01002"]]);
    await bed.load("march", [
      aReport({
        month: "03/2022",
        updated_date: "31/03/2022",
        doctors: "9",
        nurses: "",
        midwives: "0",
        beds_actual: "500",
      }),
    ]);
    const summary = await bed.load("later", [
      aReport({ month: "04/2022", updated_date: "30/04/2022", doctors: "90", midwives: "9", beds_actual: "1501" }),
      aReport({
        month: "05/2022",
        updated_date: "31/05/2022",
        doctors: "9",
        nurses: "26",
        midwives: "10",
        beds_actual: "1500",
      }),
      aReport({ facility_code: "01002", beds_planned: "0", beds_actual: "40" }),
    ]);
    const found = await bed.findings(summary);
    expect(found.filter(({ rule }) => rule === "jump_tenfold").map(({ row, detail }) => [row, detail])).toEqual([
      [1, "doctors 9 → 90"],
      [2, "doctors 90 → 9; nurses 260 → 26"],
    ]);
    expect(found.filter(({ rule }) => rule === "beds_far_above_planned").map(({ row }) => row)).toEqual([1]);
  });
});
