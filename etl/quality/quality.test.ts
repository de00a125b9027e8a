import { describe, expect, it } from "vitest";
import { z } from "zod";
import { unloadBatch } from "../commands/unloadBatch.ts";
import type { SourceRow } from "../job.ts";
import { dosesJob } from "../jobs/doses/dosesJob.ts";
import { verificationsJob } from "../jobs/verifications/verificationsJob.ts";
import { formatFindings } from "../report/formatFindings.ts";
import { aDose, runTestBed, toCsv } from "../testing/runTestBed.ts";
import { listFindings } from "./listFindings.ts";
import { setFindingState } from "./setFindingState.ts";

const bed = runTestBed();

const neverAborted = new AbortController().signal;
const load = async (name: string, text: string, job = dosesJob, asOf = "2022-06-30") =>
  bed.run({ job, paths: [await bed.folder.write(name, text)], asOf });
const person = (number: number, overrides: SourceRow = {}): SourceRow =>
  aDose({ dose_id: `MT${number}`, person_id: `DT${number}`, ...overrides });

const [haNoi, hoChiMinh, nowhere] = [63_000_001, 63_026_740, 63_300_000];
const inHoChiMinh = { home_commune_code: "26740" };

/** Ten rows: five of Hà Nội, three of TP. Hồ Chí Minh, one of a commune that no list knows, one cut short. */
const tenRows = `${toCsv([
  person(1),
  person(2),
  person(3),
  person(4, { facility_code: "" }),
  person(5, inHoChiMinh),
  person(6, inHoChiMinh),
  person(7, { home_commune_code: "99999" }),
  person(8, { injected_on: "" }),
  person(9, { ...inHoChiMinh, injected_on: "?", entered_at: "" }),
])}MT10,DT10\n`;

const quality = z.object({ place: z.number(), counts: z.array(z.number()) });
const readQuality = (loadId = ""): Promise<z.infer<typeof quality>[]> =>
  bed.warehouse.query(
    `SELECT place_key AS place, [received_count, accepted_count, accepted_with_findings_count, rejected_count, field_count,
       filled_field_count] AS counts
     FROM mart.agg_quality_by_load WHERE load_id = {load:UInt64} ORDER BY place_key`,
    { params: { load: loadId }, schema: quality },
  );

describe("what became of a load's rows", () => {
  it("is counted by place, and adds up to the run", async () => {
    const summary = await load("ten.csv", tenRows);
    expect(summary).toMatchObject({ read: 10, accepted: 7, acceptedWithFindings: 2, rejected: 3 });
    // Eight fields of a dose are kept; one facility and one commune are missing.
    expect(await readQuality(summary.loadId)).toEqual([
      { place: haNoi, counts: [5, 4, 1, 1, 32, 31] },
      { place: hoChiMinh, counts: [3, 2, 0, 1, 16, 16] },
      { place: nowhere, counts: [2, 1, 1, 1, 8, 7] },
    ]);
    const findings = await bed.warehouse.query(
      `SELECT concat(rule_code, ' ', severity, ' ', toString(place_key), ' ', file_name) AS finding, finding_count AS rows
       FROM mart.agg_findings_by_load WHERE load_id = {load:UInt64} ORDER BY finding`,
      { params: { load: summary.loadId ?? "" }, schema: z.object({ finding: z.string(), rows: z.number() }) },
    );
    expect(findings).toEqual(
      [
        "commune_unknown finding 63300000 ten.csv",
        "entered_date_missing reject 63026740 ten.csv",
        "facility_missing finding 63000001 ten.csv",
        "injected_date_invalid reject 63026740 ten.csv",
        "injected_date_missing reject 63000001 ten.csv",
        "too_few_fields reject 63300000 ten.csv",
      ].map((finding) => ({ finding, rows: 1 })),
    );
  });

  it("is at the nation's unknown place where facts have none, with no fields given", async () => {
    const checks = toCsv([
      { person_id: "DT1", checked_on: "24/03/2022", result: "right" },
      { person_id: "NOBODY", checked_on: "24/03/2022", result: "right" },
      { person_id: "DT2", checked_on: "", result: "right" },
    ]);
    const summary = await load("checks.csv", checks, verificationsJob);
    expect(await readQuality(summary.loadId)).toEqual([{ place: nowhere, counts: [3, 2, 1, 1, 0, 0] }]);
    await unloadBatch(bed.warehouse, "checks", undefined, neverAborted);
  });

  it("is not kept of a dry run", async () => {
    const path = await bed.folder.write("dry.csv", toCsv([person(70)]));
    const summary = await bed.run({ job: dosesJob, paths: [path], asOf: "2022-06-30", isDryRun: true });
    expect([summary.status, await readQuality(summary.loadId)]).toEqual(["dry_run", []]);
  });
});

describe("the state of a finding", () => {
  const find = async (rule: string, area = "01") => {
    const [finding] = await listFindings(bed.warehouse, { job: "doses", rule, area, limit: 5 });
    if (finding === undefined) throw new Error(`No finding ${rule} in ${area}`);
    return finding;
  };
  const stateOf = async (rule: string, area?: string) => {
    const { count, state, note } = await find(rule, area);
    return [count, state, note];
  };

  it("is new, and kept by job, rule and province", async () => {
    expect(await stateOf("facility_missing")).toEqual([1, "new", ""]);
    expect(await stateOf("commune_unknown", "?")).toEqual([1, "new", ""]);
    expect(await listFindings(bed.warehouse, { area: "79", limit: 9 })).toMatchObject([
      { rule: "entered_date_missing", place_key: 63_200_079, province_name: "Hồ Chí Minh", severity: "reject" },
      { rule: "injected_date_invalid", place_key: 63_200_079 },
    ]);
    expect(await listFindings(bed.warehouse, { limit: 2 })).toHaveLength(2);
    expect(formatFindings(await listFindings(bed.warehouse, { limit: 50 }), "vi")).toContain("Thiếu mã cơ sở tiêm");
  });

  it("survives a re-run, whatever else the file changes", async () => {
    const { key } = await find("facility_missing");
    await setFindingState(bed.warehouse, key, "explained", "Cơ sở lưu động không có mã");
    await setFindingState(bed.warehouse, (await find("injected_date_missing")).key, "acknowledged", "");
    await load("ten.csv", `${tenRows}${toCsv([person(11, { facility_code: "" })]).split("\n")[1]}\n`);
    expect((await find("facility_missing")).key).toBe(key);
    expect(await stateOf("facility_missing")).toEqual([2, "explained", "Cơ sở lưu động không có mã"]);
    expect(await stateOf("injected_date_missing")).toEqual([1, "acknowledged", ""]);
    expect(await listFindings(bed.warehouse, { state: "explained", limit: 9 })).toHaveLength(1);
  });

  it("is fixed when no load in force has it, and new again when a later one does", async () => {
    await setFindingState(bed.warehouse, (await find("commune_unknown", "?")).key, "fixed", "Đã bổ sung danh mục");
    expect(await stateOf("commune_unknown", "?")).toEqual([1, "fixed", "Đã bổ sung danh mục"]);
    await load("ten.csv", toCsv([person(1), person(2), person(3), person(11)]));
    expect(await stateOf("commune_unknown", "?")).toEqual([0, "fixed", "Đã bổ sung danh mục"]);
    expect(await stateOf("injected_date_missing")).toEqual([0, "fixed", ""]);
    expect(await stateOf("facility_missing")).toEqual([0, "fixed", "Cơ sở lưu động không có mã"]);

    await load("ten.csv", tenRows);
    expect(await stateOf("commune_unknown", "?")).toEqual([1, "new", "Đã bổ sung danh mục"]);
    // What was explained stays explained; what was only seen stays so too.
    expect(await stateOf("facility_missing")).toEqual([1, "explained", "Cơ sở lưu động không có mã"]);
    expect(await stateOf("injected_date_missing")).toEqual([1, "acknowledged", ""]);
  });

  it("is not set without an explanation, for a key nobody knows, or with an ID number in its note", async () => {
    const { key } = await find("facility_missing");
    await expect(setFindingState(bed.warehouse, key, "explained", " ")).rejects.toThrow(/explanation/);
    await expect(setFindingState(bed.warehouse, "0000", "fixed", "")).rejects.toThrow(/no finding/);
    for (const note of ["CCCD 001190000017", "CMTND 123456789", "001 190 000 017", "số 123.456.789"]) {
      await expect(setFindingState(bed.warehouse, key, "fixed", note), note).rejects.toThrow(/ID number/);
    }
    await setFindingState(bed.warehouse, key, "fixed", "Công văn 1234/BYT-TTYQG, 12.345 dòng, 30/06/2022");
    expect((await stateOf("facility_missing"))[1]).toBe("fixed");
  });
});
