import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SourceRow } from "../../job.ts";
import { openReportsTestBed, type ReportsTestBed, rulesOf } from "../../testing/reportsTestBed.ts";
import { connectionsJob } from "./connectionsJob.ts";

let bed: ReportsTestBed;
beforeAll(async () => {
  bed = await openReportsTestBed(connectionsJob, ["mart.fct_connections"]);
});
beforeEach(() => bed.forget());
afterAll(() => bed.close());

const aRow = (stream: string, values: SourceRow = {}): SourceRow => ({
  ...{ facility_code: "01001", stream, month: "06/2022", connected_since: "01/03/2022" },
  ...{ sent_count: "100", accepted_count: "90", rejected_count: "10", complete_field_count: "" },
  ...values,
});
const nothing = { sent_count: "", accepted_count: "", rejected_count: "" };
const columns =
  "facility_code, stream_code, month, connected_since, sent_count, accepted_count, rejected_count, complete_field_count";

describe("connections", () => {
  it("writes a row for each stream, also of facilities that are still to be connected", async () => {
    await bed.list([["01001"]]);
    const summary = await bed.load("june", [
      aRow("Chứng sinh"),
      aRow("báo tử", nothing),
      aRow("e_prescription", { connected_since: "", sent_count: "0", accepted_count: "", rejected_count: "" }),
      aRow("Thông tin y tế cơ bản (QĐ 3074)", { month: "05/2022" }),
      aRow("Hồ sơ sức khỏe", { complete_field_count: "4320" }),
    ]);
    expect([summary.accepted, rulesOf(summary)]).toEqual([5, {}]);
    expect(await bed.facts("mart.fct_connections", columns)).toEqual([
      "01001 basic_health_info 2022-05-01 2022-03-01 100 90 10 -1",
      "01001 birth_certificate 2022-06-01 2022-03-01 100 90 10 -1",
      "01001 death_notice 2022-06-01 2022-03-01 -1 -1 -1 -1",
      "01001 e_prescription 2022-06-01 1970-01-01 0 -1 -1 -1",
      "01001 health_record 2022-06-01 2022-03-01 100 90 10 4320",
    ]);
  });

  it("rejects rows that say nothing sure, and doubts records that cannot be", async () => {
    await bed.list([["01001"], ["01002"]]);
    const at = (values: SourceRow = {}) => ({ facility_code: "01002", ...values });
    const summary = await bed.load("bad", [
      aRow("death_notice", { facility_code: "" }),
      aRow("death_notice", { month: "x" }),
      aRow("death_notice", { month: "01/2023" }),
      aRow("death_notice", { month: "01/2012" }),
      aRow("death_notice", { sent_count: "1e3" }),
      aRow("death_notice", { ...nothing, connected_since: "" }),
      aRow("khai sinh"),
      aRow(""),
      aRow("death_notice", { connected_since: "2022-02-30" }),
      aRow("death_notice"),
      aRow("báo tử"),
      aRow("báo tử", { connected_since: "02/03/2022" }),
      aRow("birth_certificate", { rejected_count: "11" }),
      aRow("birth_certificate", at({ connected_since: "" })),
      aRow("death_notice", at({ connected_since: "01/07/2022" })),
      aRow("health_record", at({ connected_since: "30/06/2022", complete_field_count: "4321" })),
      aRow(
        "e_prescription",
        at({ sent_count: "", connected_since: "01/01/2023", accepted_count: "", rejected_count: "" }),
      ),
    ]);
    expect([summary.accepted, summary.rejected]).toEqual([6, 11]);
    expect(rulesOf(summary)).toEqual({
      ...{ facility_code_missing: 1, month_invalid: 1, month_in_future: 1, month_too_early: 1, count_invalid: 1 },
      ...{ count_missing: 1, stream_unknown: 2, connected_since_invalid: 1, duplicate_row: 1, report_conflict: 1 },
      ...{ results_above_sent: 1, records_without_connection: 3, connected_later: 3, fields_above_48: 1 },
    });
  });

  it("compares each stream with its own reports", async () => {
    await bed.load("one", [
      aRow("death_notice", { month: "04/2022" }),
      aRow("birth_certificate", { month: "05/2022" }),
    ]);
    const summary = await bed.load("two", [
      aRow("death_notice"),
      aRow("birth_certificate", { connected_since: "" }),
      aRow("birth_certificate", { month: "05/2022", connected_since: "01/04/2022" }),
      aRow("health_record", { month: "05/2022" }),
    ]);
    const found = (await bed.findings(summary)).filter(({ rule }) => /^(month|reported)/.test(rule));
    expect(found.map(({ row, rule, detail }) => [row, rule, detail])).toEqual([
      [1, "month_missing", "2022-05"],
      [3, "reported_before", "2022-05: one → two"],
    ]);
    const effective = () =>
      bed.effectiveFacts(
        "mart.fct_connections",
        "facility_code, stream_code, month",
        "stream_code, month, connected_since",
      );
    expect(await effective()).toEqual([
      "birth_certificate 2022-05-01 2022-04-01",
      "birth_certificate 2022-06-01 1970-01-01",
      "death_notice 2022-04-01 2022-03-01",
      "death_notice 2022-06-01 2022-03-01",
      "health_record 2022-05-01 2022-03-01",
    ]);
    await bed.unload("two");
    expect(await effective()).toEqual([
      "birth_certificate 2022-05-01 2022-03-01",
      "death_notice 2022-04-01 2022-03-01",
    ]);
  });
});
