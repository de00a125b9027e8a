import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { isSharedHere, sharedFile } from "../../../warehouse/testing/sharedData.ts";
import type { CleanseContext } from "../../job.ts";
import { runJob } from "../../run/runJob.ts";
import { openReportsTestBed, type ReportsTestBed, rulesOf } from "../../testing/reportsTestBed.ts";
import { testConfig } from "../../testing/runTestBed.ts";
import { servicesJob } from "../services/servicesJob.ts";
import { claimKinds } from "./claimKinds.ts";
import { claimsJob } from "./claimsJob.ts";

const legalText = sharedFile("data/formats/qd4750_columns.json");

let bed: ReportsTestBed;
beforeAll(async () => {
  bed = await openReportsTestBed(claimsJob, ["mart.fct_services", "ops.findings", "ops.rejects"]);
});
beforeEach(async () => {
  await bed.forget();
  await bed.list([["01001"], ["01002"]]);
});
afterAll(() => bed.close());

/** What must never leave the file. */
const personal = {
  HO_TEN: "Nguyễn Thị Bình",
  NGAY_SINH: "199005170000",
  DIA_CHI: "12 phố Hàng Than",
  MA_THE_BHYT: "GD4010112345678",
  SO_CCCD: "001190000017",
  DIEN_THOAI: "0912345678",
  CHAN_DOAN_RV: "Viêm phổi",
};
const aClaim = (overrides: Record<string, string> = {}): Record<string, string> => ({
  MA_LK: "LK1",
  ...personal,
  MA_CSKCB: "01001",
  MA_LOAI_KCB: "01",
  NGAY_VAO: "202204051520",
  NGAY_RA: "202204051700",
  SO_NGAY_DTRI: "0",
  ...overrides,
});
const facts = () =>
  bed.facts(
    "mart.fct_services",
    "source, facility_code, place_key, month, insured_visits, inpatient_admissions, inpatient_days",
  );
const details = async (summary: Awaited<ReturnType<typeof bed.load>>, rule: string) =>
  (await bed.findings(summary))
    .filter((finding) => finding.rule === rule)
    .map(({ row, detail }) => `${row}: ${detail}`);

describe("claims", () => {
  it.skipIf(!isSharedHere)("reads columns that the legal text has in its table 1", () => {
    const rows = z
      .array(z.object({ table: z.string(), column: z.string() }))
      .parse(JSON.parse(readFileSync(legalText, "utf8")));
    const names = rows
      .filter(({ table }) => table === "bang01")
      .map(({ column }) => /^\[?([a-z0-9_]+)/.exec(column)?.[1]);
    for (const { name } of claimsJob.columns) expect(names).toContain(name);
  });

  it("counts visits and stays in the month of discharge, and says nothing of the rest", async () => {
    const kinds = [...claimKinds.visits, ...claimKinds.stays, ...claimKinds.neither];
    const summary = await bed.load("claims", [
      // One of each kind: 4 visits, 4 stays of 3 days (09 has none), 2 that are neither.
      ...kinds.map((kind) =>
        aClaim({ MA_LK: `K${kind}`, MA_LOAI_KCB: kind, NGAY_VAO: "202204030800", SO_NGAY_DTRI: "3" }),
      ),
      // Arrived in March, counted in April; a code of one digit, dates alone.
      aClaim({ MA_LK: "LK2", MA_LOAI_KCB: "3", NGAY_VAO: "20220330", NGAY_RA: "20220402", SO_NGAY_DTRI: "4" }),
      aClaim({ MA_LK: "LK3", NGAY_VAO: "202205010000", NGAY_RA: "202205012359" }),
      aClaim({ MA_LK: "LK1", MA_CSKCB: "01002" }),
    ]);
    expect(rulesOf(summary)).toEqual({ care_kind_not_counted: 2 });
    expect(await facts()).toEqual([
      "claims 01001 63000001 2022-04-01 4 5 13",
      "claims 01001 63000001 2022-05-01 1 0 0",
      "claims 01002 63000001 2022-04-01 1 0 0",
    ]);
    expect(
      await bed.facts(
        "mart.fct_services",
        "outpatient_visits, surgeries, deliveries, lab_tests, imaging, telehealth_consultations, chip_id_visits, chip_id_successes",
      ),
    ).toEqual(Array(3).fill("-1 -1 -1 -1 -1 -1 -1 -1"));
  });

  it("rejects claims that cannot be counted, and all but the first with one key at one facility", async () => {
    const summary = await bed.load("claims", [
      aClaim(),
      aClaim({ NGAY_RA: "202205051700" }),
      aClaim({ MA_LK: "" }),
      aClaim({ MA_LK: "2", MA_CSKCB: " " }),
      aClaim({ MA_LK: "3", NGAY_VAO: "202202301520" }),
      aClaim({ MA_LK: "4", NGAY_RA: "202204052460" }),
      aClaim({ MA_LK: "5", NGAY_RA: "" }),
      aClaim({ MA_LK: "6", NGAY_VAO: "202204061520" }),
      aClaim({ MA_LK: "7", NGAY_RA: "202301011200" }),
      aClaim({ MA_LK: "8", NGAY_VAO: "199904051520", NGAY_RA: "199904051520" }),
      aClaim({ MA_LK: "9", MA_LOAI_KCB: "11" }),
      aClaim({ MA_LK: "10", MA_LOAI_KCB: "" }),
      aClaim({ MA_LK: "11", SO_NGAY_DTRI: "-1" }),
    ]);
    expect([summary.accepted, summary.rejected]).toEqual([1, 12]);
    expect(rulesOf(summary)).toEqual({
      claim_repeated: 1,
      claim_key_missing: 1,
      facility_code_missing: 1,
      admission_invalid: 1,
      discharge_invalid: 2,
      discharge_before_admission: 1,
      discharge_in_future: 1,
      discharge_too_early: 1,
      care_kind_unknown: 2,
      stay_invalid: 1,
      // The list has the facility from 2010 on.
      facility_not_in_force: 1,
    });
    expect(await facts()).toEqual(["claims 01001 63000001 2022-04-01 1 0 0"]);
  });

  it("lists facilities that no list knows and stays that cannot be", async () => {
    const stay = { MA_LOAI_KCB: "03", NGAY_VAO: "202204030800", NGAY_RA: "202204052000" };
    const summary = await bed.load("claims", [
      aClaim({ MA_LK: "1", MA_CSKCB: "79999" }),
      aClaim({ MA_LK: "2", MA_CSKCB: "XYZ" }),
      // 5 − 3 + 1 = 3 days at most.
      aClaim({ ...stay, MA_LK: "3", SO_NGAY_DTRI: "3" }),
      aClaim({ ...stay, MA_LK: "4", SO_NGAY_DTRI: "4" }),
      aClaim({ ...stay, MA_LK: "5", SO_NGAY_DTRI: "" }),
      // 2021-04-05 to 2022-04-05: 366 days.
      aClaim({ ...stay, MA_LK: "6", NGAY_VAO: "202104050800", SO_NGAY_DTRI: "366" }),
      // The last days of drugs may follow the last visit.
      aClaim({ MA_LK: "7", MA_LOAI_KCB: "05", SO_NGAY_DTRI: "30" }),
    ]);
    expect(rulesOf(summary)).toEqual({ facility_unknown: 2, stay_implausible: 2, stay_missing: 1 });
    expect(await details(summary, "stay_implausible")).toEqual(["4: 2022-04", "6: 2022-04"]);
    expect(await facts()).toEqual([
      "claims 01001 63000001 2022-04-01 1 4 376",
      "claims 79999 63200079 2022-04-01 1 0 0",
      "claims XYZ 63300000 2022-04-01 1 0 0",
    ]);
  });

  it("holds insured visits against the facility's form in force", async () => {
    const form =
      "ma_co_so,thang,luot_kham_ngoai_tru,luot_kham_bhyt\n01001,04/2022,9,2\n01001,05/2022,9,1\n01002,04/2022,9,\n";
    const path = await bed.folder.write("form.csv", form);
    await runJob(
      { job: servicesJob, paths: [path], asOf: "2022-12-31" },
      { warehouse: bed.warehouse, config: testConfig },
    );
    const summary = await bed.load("claims", [
      aClaim(),
      aClaim({ MA_LK: "2", NGAY_RA: "202205051700" }),
      aClaim({ MA_LK: "3", MA_CSKCB: "01002" }),
    ]);
    expect(rulesOf(summary)).toEqual({ form_differs: 1 });
    expect(await details(summary, "form_differs")).toEqual(["1: 01001 2022-04: 2 → 1"]);
  });

  it("reads the XML that facilities send, and refuses one with a document type", async () => {
    const xmlOf = (claim: Record<string, string>): string =>
      `<TONG_HOP>${Object.entries(claim)
        .map(([name, text]) => `<${name}>${text}</${name}>`)
        .join("")}</TONG_HOP>`;
    const content = (text: string): string => Buffer.from(text, "utf8").toString("base64");
    const file = (text: string): string =>
      `<HOSO><FILEHOSO><LOAIHOSO>XML1</LOAIHOSO><NOIDUNGFILE>${text}</NOIDUNGFILE></FILEHOSO></HOSO>`;
    const envelope = (files: string): string =>
      `\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<GIAMDINHHS><THONGTINHOSO><DANHSACHHOSO>${files}</DANHSACHHOSO></THONGTINHOSO></GIAMDINHHS>`;
    const many = Array.from({ length: 500 }, (_, index) => file(content(xmlOf(aClaim({ MA_LK: `LK${index}` })))));
    const load = async (name: string, text: string) =>
      runJob(
        { job: claimsJob, paths: [await bed.folder.write(name, text)], asOf: "2022-12-31" },
        { warehouse: bed.warehouse, config: testConfig },
      );
    const summary = await load("claims.xml", envelope(`${many.join("\n")}${file("hỏng")}`));
    expect([summary.read, summary.accepted, rulesOf(summary)]).toEqual([501, 500, { claim_unreadable: 1 }]);
    expect(await facts()).toEqual(["claims 01001 63000001 2022-04-01 500 0 0"]);
    await expect(load("bomb.xml", `<!DOCTYPE x [<!ENTITY a "b">]>${xmlOf(aClaim())}`)).rejects.toThrow("DOCTYPE");
    await expect(load("cut.xml", envelope(many.join("")).slice(0, -30))).rejects.toThrow("not well-formed");
  });

  it("lands nothing of the patient, and leaves nothing of the claim's key", async () => {
    const landed: string[] = [];
    const text = z.object({ text: z.string() });
    const watching = {
      ...claimsJob,
      cleanse: async (context: CleanseContext) => {
        const result = await claimsJob.cleanse(context);
        const tables = await bed.warehouse.query(
          `SELECT concat(database, '.', name) AS text FROM system.tables WHERE startsWith(concat(database, '.', name), '${context.landingPrefix}') AND engine NOT IN ('View', 'Join')`,
          { schema: text },
        );
        for (const { text: table } of tables) {
          const rows = await bed.warehouse.query(`SELECT toString(tuple(*)) AS text FROM ${table}`, { schema: text });
          landed.push(...rows.map((row) => row.text));
        }
        return result;
      },
    };
    const claims = [aClaim({ MA_LK: "KEY-OF-A-PATIENT" }), aClaim({ MA_LK: "KEY-OF-ANOTHER", NGAY_RA: "" })];
    const header = Object.keys(aClaim());
    const csv = [header.join(","), ...claims.map((claim) => header.map((name) => claim[name]).join(","))].join("\n");
    const summary = await runJob(
      { job: watching, paths: [await bed.folder.write("claims.csv", `${csv}\n`)], asOf: "2022-12-31" },
      { warehouse: bed.warehouse, config: testConfig },
    );
    expect([summary.accepted, summary.rejected]).toEqual([1, 1]);
    expect(landed.join("\n")).toContain("KEY-OF-ANOTHER");
    for (const value of Object.values(personal)) expect(landed.join("\n")).not.toContain(value);

    const [reject] = await bed.warehouse.query(
      "SELECT decrypt('aes-256-gcm', row_encrypted, unhex({key:String}), nonce) AS text FROM ops.rejects",
      { params: { key: testConfig.rejectsKey }, schema: text },
    );
    expect(Object.keys(JSON.parse(reject?.text ?? "{}")).toSorted()).toEqual(
      [...claimsJob.columns.map(({ name }) => name), "sample_label"].toSorted(),
    );
    for (const table of ["mart.fct_services", "ops.findings", "ops.runs"]) {
      const rows = await bed.warehouse.query(`SELECT toString(tuple(*)) AS text FROM ${table}`, { schema: text });
      expect(rows.length).toBeGreaterThan(0);
      for (const value of [...Object.values(personal), "KEY-OF"])
        expect(rows.map((row) => row.text).join("\n")).not.toContain(value);
    }
  });
});
