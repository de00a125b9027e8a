import { gzipSync } from "node:zlib";
import Excel from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../../warehouse/testing/openTestWarehouse.ts";
import type { SourceRow } from "../job.ts";
import { certificatesJob } from "../jobs/certificates/certificatesJob.ts";
import { dosesJob } from "../jobs/doses/dosesJob.ts";
import { dropLanding } from "../landing/dropLanding.ts";
import { createLandingTables } from "../landing/landingTables.ts";
import { RefusedFile } from "../RefusedFile.ts";
import { inspectFiles } from "../run/inspectFiles.ts";
import { landFiles } from "../run/landFiles.ts";
import { runJob } from "../run/runJob.ts";
import { aDose, openTestFolder, type TestFolder, testConfig, toCsv } from "../testing/runTestBed.ts";

const rows: readonly SourceRow[] = [
  aDose(),
  aDose({ dose_id: "MT2", person_id: "DT2", full_name: 'Trần "Tý" Văn, Năm; Sáu', dose_number: "2" }),
  aDose({ dose_id: "MT3", person_id: "DT3", sent_at: "", home_commune_code: "00004" }),
];

const vietnamese: Readonly<Record<string, string>> = {
  dose_id: "Mã mũi tiêm",
  person_id: "MA_DOI_TUONG",
  id_number: "Số CCCD",
  full_name: "Họ và tên",
  birth_date: "Ngày sinh",
  sex: "Giới tính",
  home_commune_code: "Mã xã",
  facility_code: "Mã cơ sở",
  injected_on: "Ngày tiêm",
  dose_number: "mũi-số",
  vaccine: "Tên vắc xin".normalize("NFD"),
  lot_number: "Số lô",
  entered_at: "Thời điểm nhập",
  sent_at: "ngay gui",
};
const renamed = rows.map((row) =>
  Object.fromEntries(Object.entries(row).map(([name, text]) => [vietnamese[name] ?? name, text])),
);
const reversed = rows.map((row) => Object.fromEntries(Object.entries(row).toReversed()));
const csv = toCsv(rows);
const utf16be = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, "utf16le").swap16();

const xlsx = async (): Promise<Buffer> => {
  const workbook = new Excel.Workbook();
  const sheet = workbook.addWorksheet("Mũi tiêm");
  const names = Object.keys(rows[0] ?? {});
  sheet.addRow([]);
  sheet.addRow(
    names.map((name) => (name === "injected_on" ? { richText: [{ text: "Ngày" }, { text: " tiêm" }] } : name)),
  );
  for (const row of rows) {
    sheet.addRow(
      names.map((name) => {
        if (name === "injected_on") return new Date(Date.UTC(2021, 7, 4));
        if (name === "entered_at") return new Date(Date.UTC(2021, 7, 5, 8, 30));
        return name === "dose_number" ? Number(row[name]) : row[name];
      }),
    );
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
};

const formats: readonly {
  readonly name: string;
  readonly content: () => Buffer | string | Promise<Buffer | string>;
}[] = [
  { name: "comma.csv", content: () => csv },
  { name: "semicolon.csv", content: () => toCsv(rows, { delimiter: ";", quoteAll: true }) },
  { name: "bar.csv", content: () => toCsv(rows, { delimiter: "|" }) },
  { name: "tab.tsv", content: () => toCsv(rows, { delimiter: "\t" }) },
  { name: "crlf.csv", content: () => toCsv(rows, { newline: "\r\n" }) },
  { name: "quoted.csv", content: () => toCsv(rows, { quoteAll: true, newline: "\r\n" }) },
  { name: "bom.csv", content: () => `\uFEFF${csv}` },
  { name: "blank-lines-around.csv", content: () => `\n\n${csv}\n\n` },
  { name: "no-last-newline.csv", content: () => csv.trimEnd() },
  { name: "utf16le.csv", content: () => Buffer.from(`\uFEFF${csv}`, "utf16le") },
  { name: "utf16le-unmarked.txt", content: () => Buffer.from(toCsv(rows, { delimiter: "\t" }), "utf16le") },
  { name: "utf16be.csv", content: () => utf16be(csv) },
  { name: "other-order.csv", content: () => toCsv(reversed) },
  { name: "vietnamese-names.csv", content: () => toCsv(renamed) },
  { name: "extra-column.csv", content: () => toCsv(rows.map((row) => ({ ghi_chu: "x", ...row, "": "" }))) },
  { name: "gzip.csv.gz", content: () => gzipSync(csv) },
  { name: "gzip-utf16.csv.gz", content: () => gzipSync(utf16be(csv)) },
  { name: "rows.ndjson", content: () => rows.map((row) => JSON.stringify(row)).join("\n") },
  {
    name: "numbers.ndjson",
    content: () =>
      rows
        .map((row) =>
          JSON.stringify({
            ...row,
            dose_number: Number(row.dose_number),
            lot_number: row.lot_number,
            sent_at: row.sent_at || null,
          }),
        )
        .join("\n"),
  },
  { name: "array.json", content: () => JSON.stringify(renamed, undefined, 2) },
  { name: "book.xlsx", content: xlsx },
];

const landed = z.record(z.string(), z.union([z.string(), z.number()]));

describe("source formats", () => {
  let warehouse: TestWarehouse;
  let folder: TestFolder;
  let loads = 0;
  let plain: z.infer<typeof landed>[];

  beforeAll(async () => {
    warehouse = await openTestWarehouse();
    folder = await openTestFolder();
    plain = await land(await folder.write("plain.csv", csv));
  });
  afterAll(async () => {
    await warehouse.close();
    await folder.remove();
  });

  const land = async (path: string): Promise<z.infer<typeof landed>[]> => {
    loads++;
    const loadId = String(loads);
    const tables = await createLandingTables(warehouse, dosesJob, loadId);
    const context = {
      warehouse,
      job: dosesJob,
      tables,
      hashKey: testConfig.hashKey,
      asOf: "2022-06-30",
      signal: new AbortController().signal,
    };
    await landFiles(context, await inspectFiles(dosesJob, [path]), () => undefined);
    const result = await warehouse.query(
      `SELECT row_number, toString(dose_key) AS dose_key, toString(person_key) AS person_key, toString(injected_date) AS injected_date,
         dose_number_read, id_number, full_name, birth_date, sex, home_commune_code, facility_code, vaccine, lot_number, sent_at, shape_fault
       FROM ${tables.raw} ORDER BY row_number`,
      { schema: landed },
    );
    await dropLanding(warehouse, loadId);
    return result;
  };

  it.each(formats)("$name reads like the plain CSV", async ({ name, content }) => {
    expect(plain.map((row) => row.full_name)).toEqual(rows.map((row) => row.full_name));
    expect(await land(await folder.write(name, await content()))).toEqual(plain);
  });

  it("reads zstd", async () => {
    const bytes = Buffer.from(
      "KLUv/SQwgQEAcGVyc29uX2lkLHNpZ25lZF9vbgpQMSwxNS8wNC8yMDIyClAyLDE2LzA0LzIwMjIKQfTeFg==",
      "base64",
    );
    const path = await folder.write("certificates.csv.zst", bytes);
    const summary = await runJob(
      { job: certificatesJob, paths: [path], isDryRun: true },
      { warehouse, config: testConfig },
    );
    expect(summary).toMatchObject({ read: 2, accepted: 2 });
    const cut = await folder.write("cut.csv.zst", bytes.subarray(0, bytes.length - 8));
    await expect(
      runJob({ job: certificatesJob, paths: [cut], isDryRun: true }, { warehouse, config: testConfig }),
    ).rejects.toBeInstanceOf(RefusedFile);
  });

  it("reads Parquet with its own types", async () => {
    const names = Object.keys(rows[0] ?? {});
    const columns = names.map((name) => {
      if (name === "injected_on") return "toDate32('2021-08-04') AS injected_on";
      if (name === "dose_number") return "toUInt8(row[dose_at]) AS dose_number";
      return `row[${names.indexOf(name) + 1}] AS ${name === "dose_id" ? "`Mã mũi tiêm`" : name}`;
    });
    const sql = `SELECT ${columns.join(", ")} FROM (SELECT arrayJoin({rows:Array(Array(String))}) AS row, ${names.indexOf("dose_number") + 1} AS dose_at) FORMAT Parquet`;
    const literal = `[${rows.map((row) => `[${names.map((name) => `'${(row[name] ?? "").replaceAll("'", "\\'")}'`).join(",")}]`).join(",")}]`;
    const response = await fetch(`${warehouse.url}/?param_rows=${encodeURIComponent(literal)}`, {
      method: "POST",
      body: sql,
      headers: { "X-ClickHouse-User": warehouse.user, "X-ClickHouse-Key": warehouse.password },
    });
    expect(response.status).toBe(200);
    const path = await folder.write("rows.parquet", Buffer.from(await response.arrayBuffer()));
    expect(await land(path)).toEqual(plain);
  });

  it("keeps the file's order in 50,000 rows, and never loses a row", async () => {
    const many = Array.from({ length: 50_000 }, (_, index) => ({ person_id: `P${index}`, signed_on: "15/04/2022" }));
    const path = await folder.write(
      "many.csv",
      toCsv([...many.slice(0, 49_999), { person_id: "P0", signed_on: "15/04/2022" }]),
    );
    const summary = await runJob(
      { job: certificatesJob, paths: [path], isDryRun: true },
      { warehouse, config: testConfig },
    );
    expect(summary).toMatchObject({ read: 50_000, accepted: 49_999, rejected: 1 });
    const [last] = await warehouse.query("SELECT row_number FROM ops.rejects WHERE load_id = {load:UInt64}", {
      params: { load: summary.loadId ?? "" },
      schema: z.object({ row_number: z.number() }),
    });
    expect(last).toEqual({ row_number: 50_000 });
  });

  const header = csv.split("\n")[0] ?? "";
  const broken: readonly { readonly says: string; readonly content: Buffer | string; readonly message: RegExp }[] = [
    { says: "an empty file", content: "", message: /rỗng/ },
    { says: "blank lines only", content: "\n\n  \n", message: /không có dòng tiêu đề/ },
    { says: "a header only", content: `${header}\n`, message: /chỉ có tiêu đề/ },
    {
      says: "binary junk",
      content: Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 37) % 256)),
      message: /không phải/,
    },
    { says: "a JPEG", content: Buffer.from("ffd8ffe000104a4649460001", "hex"), message: /không phải/ },
    {
      says: "a damaged XLSX",
      content: Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(400, 7)]),
      message: /bị hỏng/,
    },
    {
      says: "a damaged Parquet",
      content: Buffer.concat([Buffer.from("PAR1"), Buffer.alloc(400, 7)]),
      message: /bị hỏng/,
    },
    {
      says: "Windows-1258 text",
      content: Buffer.from(toCsv([aDose({ full_name: "Nguy\u00ean", sex: "Nam" })]), "latin1"),
      message: /UTF-8/,
    },
    { says: "a truncated gzip", content: gzipSync(csv.repeat(50)).subarray(0, 200), message: /bị hỏng|cắt cụt/ },
    {
      says: "a quote that is never closed",
      content: `${header}\nMT1,"DT1,${"x,".repeat(20)}\n${csv.split("\n").slice(1).join("\n")}`,
      message: /sai định dạng|xuống dòng|chỉ có/,
    },
    {
      says: "text behind a closing quote",
      content: `${header}\n"MT1"x,DT1\n`,
      message: /dòng dữ liệu 1|sai định dạng/,
    },
    {
      says: "NDJSON that is cut short",
      content: `${JSON.stringify(rows[0])}\n{"dose_id": "MT`,
      message: /sai định dạng/,
    },
    {
      says: "a missing column",
      content: toCsv(rows.map(({ injected_on: _, ...row }) => row)),
      message: /thiếu cột bắt buộc: "injected_on" \(ngay_tiem\).*Các cột tìm thấy: .*"dose_id"/,
    },
    {
      says: "two columns of one meaning",
      content: toCsv(rows.map((row) => ({ ...row, ma_xa: "00001" }))),
      message: /hai cột cùng nghĩa home_commune_code/,
    },
  ];

  it.each(broken)("refuses $says, with a cause and a fix, and loads nothing", async ({ says, content, message }) => {
    const path = await folder.write(`${says.replaceAll(" ", "-")}.csv`, content);
    const error: unknown = await runJob({ job: dosesJob, paths: [path] }, { warehouse, config: testConfig }).then(
      (summary) => summary,
      (reason: unknown) => reason,
    );
    if (!(error instanceof RefusedFile)) throw new Error(`not refused: ${JSON.stringify(error)} ${String(error)}`);
    expect(error.sentence.vi).toMatch(message);
    expect(error.remedy.vi).not.toBe("");
    const [left] = await warehouse.query(
      "SELECT (SELECT count() FROM mart.fct_doses) + (SELECT count() FROM ops.publications) AS rows FROM system.one",
      { schema: z.object({ rows: z.number() }) },
    );
    expect(left).toEqual({ rows: 0 });
  });

  it("rejects, and does not lose, rows with too few or too many fields, and reads a line break inside quotes as a space", async () => {
    const lines = csv.trimEnd().split("\n");
    const content = `${[...lines, "MT4,DT4,short", `${lines[1]},one,more`, `MT5,"DT\n5",${(lines[1] ?? "").split(",").slice(2).join(",")}`].join("\n")}\n`;
    const path = await folder.write("shapes.csv", content);
    const summary = await runJob({ job: dosesJob, paths: [path], isDryRun: true }, { warehouse, config: testConfig });
    expect(summary).toMatchObject({ read: 6, accepted: 4, rejected: 2 });
    expect(summary.byRule.filter((rule) => rule.severity === "reject").map((rule) => [rule.code, rule.rows])).toEqual([
      ["too_few_fields", 1],
      ["too_many_fields", 1],
    ]);
  });

  it("survives a line of 30 MB", async () => {
    const path = await folder.write(
      "huge.csv",
      `${csv}MT9,DT9,${"9".repeat(30_000_000)},x,1990,Nam,00001,T,04/08/2021,1,pfizer,L,05/08/2021,\n`,
    );
    const summary = await runJob({ job: dosesJob, paths: [path], isDryRun: true }, { warehouse, config: testConfig });
    expect(summary).toMatchObject({ read: 4, accepted: 4 });
  });
});
