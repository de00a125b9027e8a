import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { SourceRow } from "../../job.ts";
import { openReportsTestBed, type ReportsTestBed, rulesOf } from "../../testing/reportsTestBed.ts";
import { resourcesJob } from "../resources/resourcesJob.ts";

let bed: ReportsTestBed;
beforeAll(async () => {
  bed = await openReportsTestBed(resourcesJob, ["mart.fct_resources", "mart.fct_equipment"]);
});
beforeEach(() => bed.forget());
afterAll(() => bed.close());

const aReport = (month: string, values: SourceRow = {}): SourceRow => ({
  ...{ facility_code: "01001", month, updated_date: `28/${month}`, doctors: "120", ct_scanner_in_order: "1" },
  ...values,
});
const of = async (rule: string, summary: Awaited<ReturnType<ReportsTestBed["load"]>>) =>
  (await bed.findings(summary)).filter((each) => each.rule === rule);

describe("reports of facilities beside other reports", () => {
  it("leaves everything as it is when the same file comes again", async () => {
    expect(await bed.load("june", [aReport("06/2022")])).toMatchObject({ status: "published" });
    const facts = await bed.facts("mart.fct_resources", "load_id, facility_code, month, doctors");
    expect(await bed.load("june", [aReport("06/2022")])).toMatchObject({ status: "unchanged" });
    const written = await bed.warehouse.query(
      `SELECT (SELECT sum(row_count) FROM ops.publications) AS published,
         (SELECT count() FROM mart.agg_vaccination_by_day) AS rollup`,
      { schema: z.object({ published: z.number(), rollup: z.number() }) },
    );
    // The report's staff and its one type of equipment.
    expect(written).toEqual([{ published: 2, rollup: 0 }]);
    expect(await bed.facts("mart.fct_resources", "load_id, facility_code, month, doctors")).toEqual(facts);
  });

  it("names the batch that reported a month otherwise, be it in staff or in equipment", async () => {
    await bed.load("one", [aReport("05/2022"), aReport("06/2022"), aReport("07/2022")]);
    await bed.load("two", [aReport("05/2022", { doctors: "121" })]);
    const summary = await bed.load("three", [
      aReport("05/2022", { doctors: "121", updated_date: "31/05/2022" }),
      aReport("06/2022", { ct_scanner_in_order: "2" }),
      aReport("07/2022"),
      aReport("08/2022"),
    ]);
    expect(await of("reported_before", summary)).toEqual([
      { row: 2, rule: "reported_before", place: 63_200_001, detail: "2022-06: one → three" },
    ]);
  });

  it("takes a batch's next version for no contradiction of itself, but of whoever has spoken since", async () => {
    await bed.load("one", [aReport("05/2022"), aReport("06/2022")]);
    await bed.load("two", [aReport("06/2022")]);
    const summary = await bed.load("one", [
      aReport("05/2022", { doctors: "1" }),
      aReport("06/2022", { doctors: "121" }),
    ]);
    expect((await of("reported_before", summary)).map(({ row, detail }) => [row, detail])).toEqual([
      [2, "2022-06: two → one"],
    ]);
  });

  it("counts the restating batch while it is in force, and what was known before stays known", async () => {
    const effective = (at?: number) =>
      bed.effectiveFacts("mart.fct_resources", "facility_code, month", "month, doctors, updated_date", at);
    await bed.load("one", [aReport("05/2022"), aReport("06/2022")]);
    const before = ["2022-05-01 120 2022-05-28", "2022-06-01 120 2022-06-28"];
    expect(await effective()).toEqual(before);
    await bed.load("two", [aReport("06/2022", { doctors: "125" }), aReport("07/2022")]);
    const restated = ["2022-05-01 120 2022-05-28", "2022-06-01 125 2022-06-28", "2022-07-01 120 2022-07-28"];
    expect(await effective()).toEqual(restated);
    await bed.unload("two");
    expect(await effective()).toEqual(before);
    expect([await effective(1), await effective(2), await effective(3)]).toEqual([before, restated, before]);
  });

  it("lists public facilities in force whose province has reports of a month, and they have none", async () => {
    const others = Array.from({ length: 22 }, (_, index) => `0110${String(index).padStart(2, "0")}`);
    await bed.list([
      ...(["01001", "01002", ...others] as const).map((code) => [code] as const),
      ["01900", { ownership: "private" }],
      ["01901", { valid_to: "2022-05-31" }],
      ["01902", { valid_from: "2022-07-01" }],
      ["01903", { valid_from: "2022-06-30", place_key: "63100001" }],
      ["02001", { place_key: "63200002" }],
      ["01904", { place_key: "34000004" }],
    ]);
    await bed.load("may", [aReport("06/2022", { facility_code: "01002" })]);
    const summary = await bed.load("june", [aReport("06/2022"), aReport("06/2022", { facility_code: "79001" })]);
    expect(await of("facility_silent", summary)).toEqual([
      {
        ...{ row: 0, rule: "facility_silent", place: 63_200_001 },
        detail: `2022-06: 23 (${others.slice(0, 20).join(", ")}, …)`,
      },
    ]);
    // Reports of today's structure: the facilities of what is Hà Nội now, wherever their list has them.
    const today = await bed.load(
      "today",
      [aReport("08/2025"), ...[...others, "01902", "01903"].map((code) => aReport("08/2025", { facility_code: code }))],
      "2025-09-01",
    );
    expect((await of("facility_silent", today)).map(({ place, detail }) => [place, detail])).toEqual([
      [34_200_001, "2025-08: 2 (01002, 01904)"],
    ]);
  });

  it("accepts facilities that no list knows or has in force, at the place of their row", async () => {
    await bed.list([
      ["01001", { valid_from: "2022-06-30" }],
      ["01002", { valid_to: "2022-05-31" }],
    ]);
    const summary = await bed.load("june", [
      aReport("06/2022"),
      aReport("06/2022", { facility_code: "01002" }),
      aReport("06/2022", { facility_code: "X1", province_name: "TP. Hồ Chí Minh" }),
      aReport("06/2022", { facility_code: "X2" }),
    ]);
    expect(rulesOf(summary)).toMatchObject({ facility_not_in_force: 1, facility_unknown: 2 });
    expect(await bed.facts("mart.fct_resources", "facility_code, place_key")).toEqual([
      "01001 63000001",
      "01002 63000001",
      "X1 63200079",
      "X2 63300000",
    ]);
  });

  it("stores hostile text as text, or rejects it, and repeats none of it", async () => {
    const texts = [
      "'; DROP TABLE mart.fct_resources; --",
      "{load_id:UInt64}",
      '=HYPERLINK("http://x";"y")',
      "\\N",
      "01\t001",
      "Nguyễn Thị Bí Mật\n<script>",
      "x".repeat(100_000),
      "\ud83d\ude00".repeat(400),
    ];
    const columns = ["facility_code", "month", "updated_date", "doctors", "province_name", "commune_code"];
    const rows = texts.flatMap((text) => columns.map((name) => aReport("06/2022", { [name]: text })));
    const summary = await bed.load("hostile", rows);
    expect(summary.read).toBe(rows.length);
    expect(summary.accepted + summary.rejected).toBe(rows.length);
    const told = JSON.stringify(await bed.findings(summary));
    for (const text of texts) expect(told).not.toContain(JSON.stringify(text).slice(1, -1));
  });

  it("finds months left out between reports, over all batches in force", async () => {
    await bed.load("one", [aReport("01/2022"), aReport("01/2022", { facility_code: "01002" })]);
    const summary = await bed.load("two", [
      aReport("02/2022"),
      aReport("05/2022"),
      aReport("03/2022", { facility_code: "01002" }),
      aReport("03/2022", { facility_code: "01003" }),
    ]);
    expect((await of("month_missing", summary)).map(({ row, detail }) => [row, detail])).toEqual([
      [2, "2022-03, 2022-04"],
      [3, "2022-02"],
    ]);
    const filled = await bed.load("three", [aReport("03/2022"), aReport("04/2022"), aReport("09/2023")], "2023-12-31");
    expect((await of("month_missing", filled)).map(({ row, detail }) => [row, detail])).toEqual([
      [
        3,
        "2022-06, 2022-07, 2022-08, 2022-09, 2022-10, 2022-11, 2022-12, 2023-01, 2023-02, 2023-03, 2023-04, 2023-05, …",
      ],
    ]);
  });

  it("judges months left out by the facility's own rhythm", async () => {
    const inYears = (year: number, count: number): string[] =>
      Array.from({ length: count }, (_, index) => `${(index % 12) + 1}/${year + Math.floor(index / 12)}`);
    const cases: readonly { says: string; months: readonly string[]; missing: readonly string[] }[] = [
      {
        says: "reports every month, but for one",
        months: inYears(2022, 8).filter((month) => month !== "6/2022"),
        missing: ["2022-06"],
      },
      { says: "reports by the quarter", months: inYears(2021, 24).filter((_, index) => index % 3 === 0), missing: [] },
      {
        says: "left out a quarter",
        months: ["1/2021", "4/2021", "7/2021", "10/2021", "4/2022", "7/2022"],
        missing: ["2021-11, 2021-12, 2022-01, 2022-02, 2022-03"],
      },
      {
        says: "leaves out a month now and then",
        months: ["1/2022", "2/2022", "4/2022", "5/2022", "7/2022", "8/2022"],
        missing: [],
      },
      {
        says: "leaves out a month now and then, and now three",
        months: ["7/2021", "9/2021", "10/2021", "12/2021", "1/2022", "2/2022", "6/2022"],
        missing: ["2022-03, 2022-04, 2022-05"],
      },
      {
        says: "left out two single months in three years",
        months: inYears(2020, 36).filter((month) => month !== "3/2020" && month !== "6/2022"),
        missing: ["2020-03", "2022-06"],
      },
    ];
    const rows = cases.flatMap(({ months }, index) =>
      months.map((month) => aReport(month, { facility_code: `R${index}` })),
    );
    const found = await of("month_missing", await bed.load("rhythm", rows));
    for (const [index, { says, missing }] of cases.entries()) {
      const own = found.filter(({ row }) => rows[row - 1]?.facility_code === `R${index}`);
      expect({ says, missing: own.map(({ detail }) => detail) }).toEqual({ says, missing });
    }
  });
});
