import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { SourceRow } from "../../job.ts";
import { openReportsTestBed, type ReportsTestBed, rulesOf } from "../../testing/reportsTestBed.ts";
import { resourcesJob } from "../resources/resourcesJob.ts";
import { servicesJob } from "./servicesJob.ts";

let bed: ReportsTestBed;
beforeAll(async () => {
  bed = await openReportsTestBed(servicesJob, ["mart.fct_services", "mart.fct_resources", "mart.fct_equipment"]);
});
beforeEach(() => bed.forget());
afterAll(() => bed.close());

const aForm = (values: SourceRow = {}): SourceRow => ({
  ...{ facility_code: "01001", month: "06/2022", outpatient_visits: "12.450", insured_visits: "10120" },
  ...{ inpatient_admissions: "183", inpatient_days: "1162" },
  ...values,
});
const columns =
  "source, facility_code, month, outpatient_visits, insured_visits, inpatient_admissions, inpatient_days, surgeries";

describe("services", () => {
  it("writes figures as reported, missing ones as -1, and gives the load the days that the months end on", async () => {
    await bed.list([["01001"]]);
    const forms = [aForm({ month: "05/2022" }), aForm({ insured_visits: "", surgeries: "0" })];
    expect(rulesOf(await bed.load("q2", forms, "2022-06-20"))).toEqual({});
    expect(await bed.facts("mart.fct_services", columns)).toEqual([
      "form 01001 2022-05-01 12450 10120 183 1162 -1",
      "form 01001 2022-06-01 12450 -1 183 1162 0",
    ]);
    const days = await bed.warehouse.query(
      "SELECT toString(first_date) AS first, toString(last_date) AS last FROM ops.publications WHERE job = 'services'",
      { schema: z.object({ first: z.string(), last: z.string() }) },
    );
    expect(days).toEqual([{ first: "2022-05-31", last: "2022-06-20" }]);
  });

  it("rejects forms that say nothing sure, and doubts figures that contradict each other", async () => {
    await bed.list([["01001"], ["01002"]]);
    const summary = await bed.load("june", [
      aForm({ facility_code: "" }),
      aForm({ month: "" }),
      aForm({ month: "2023-01" }),
      aForm({ month: "2014-12" }),
      aForm({ surgeries: "-2", inpatient_admissions: "x" }),
      aForm({ outpatient_visits: "", insured_visits: "", inpatient_admissions: "", inpatient_days: "" }),
      aForm({ chip_id_visits: "10", chip_id_successes: "11" }),
      aForm({ chip_id_visits: "10", chip_id_successes: "11" }),
      aForm({ chip_id_visits: "10", chip_id_successes: "10" }),
      aForm({ facility_code: "01002", insured_visits: "12.451" }),
      aForm({ facility_code: "01002", month: "05/2022", inpatient_admissions: "0", chip_id_successes: "5" }),
    ]);
    expect([summary.accepted, summary.rejected]).toEqual([3, 8]);
    expect(rulesOf(summary)).toEqual({
      ...{ facility_code_missing: 1, month_invalid: 1, month_in_future: 1, month_too_early: 1, count_invalid: 1 },
      ...{ count_missing: 1, duplicate_row: 1, report_conflict: 1, facility_silent: 1 },
      ...{ successes_above_attempts: 2, insured_above_outpatient: 1, days_without_admissions: 1 },
    });
  });

  it("doubts more days than the beds that were known by the month's end can have had", async () => {
    const beds = (month: string, updated_date: string, beds_actual: string, facility_code = "01001") => ({
      ...{ facility_code, month, updated_date, beds_actual, doctors: "1" },
    });
    await bed.load(
      "beds",
      [beds("03/2022", "31/03/2022", "10"), beds("05/2022", "05/07/2022", "99")],
      undefined,
      resourcesJob,
    );
    await bed.load(
      "newer",
      [beds("04/2022", "30/04/2022", "20"), beds("05/2022", "31/05/2022", "")],
      undefined,
      resourcesJob,
    );
    const days = (month: string, inpatient_days: string) => aForm({ month, inpatient_days });
    const summary = await bed.load("forms", [
      days("02/2022", "9999"),
      days("03/2022", "310"),
      days("04/2022", "601"),
      days("05/2022", "621"),
      days("06/2022", "600"),
      aForm({ facility_code: "01002", inpatient_days: "9999" }),
    ]);
    const found = (await bed.findings(summary)).filter(({ rule }) => rule === "days_above_capacity");
    expect(found.map(({ row, detail }) => [row, detail])).toEqual([
      [3, "2022-04: 601 > 20 × 30"],
      [4, "2022-05: 621 > 20 × 31"],
    ]);
  });

  it("finds jumps of outpatient visits against the month before, and against no earlier one", async () => {
    const visits = (month: string, outpatient_visits: string) =>
      aForm({ month, outpatient_visits, insured_visits: "" });
    await bed.load("spring", [visits("02/2022", "1000"), visits("03/2022", "100")]);
    const summary = await bed.load("later", [
      visits("04/2022", "10"),
      visits("06/2022", "1000"),
      visits("07/2022", "9999"),
    ]);
    const found = (await bed.findings(summary)).filter(({ rule }) => rule === "jump_tenfold");
    expect(found.map(({ row, detail }) => [row, detail])).toEqual([[1, "outpatient_visits 100 → 10"]]);
  });

  it("counts the form that was published last, and the earlier one again once that is withdrawn", async () => {
    const effective = () =>
      bed.effectiveFacts("mart.fct_services", "facility_code, month, source", "month, outpatient_visits");
    await bed.load("one", [aForm()]);
    const summary = await bed.load("two", [aForm({ outpatient_visits: "12.451" })]);
    expect((await bed.findings(summary)).map(({ rule, detail }) => [rule, detail])).toContainEqual([
      "reported_before",
      "2022-06: one → two",
    ]);
    expect(await effective()).toEqual(["2022-06-01 12451"]);
    expect(await bed.load("two", [aForm({ outpatient_visits: "12.451" })])).toMatchObject({ status: "unchanged" });
    await bed.unload("two");
    expect(await effective()).toEqual(["2022-06-01 12450"]);
  });
});
