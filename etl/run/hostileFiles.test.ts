import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import Excel from "exceljs";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { SourceName } from "../../warehouse/sources/sources.ts";
import { findJob } from "../jobs.ts";
import { RefusedFile } from "../RefusedFile.ts";
import { refuseUnreadable } from "../sources/refuseSource.ts";
import { openZip } from "../sources/xlsx/openZip.ts";
import { forgetLoads } from "../testing/publicationTestBed.ts";
import { runTestBed } from "../testing/runTestBed.ts";
import { zipOf } from "../testing/zipOf.ts";
import type { RunRequest } from "./runJob.ts";
import type { RunSummary } from "./runSummary.ts";

/** Files made by hand that went wrong once; the small ones of ../testing/cases are what somebody really sent. */
const caseOf = (name: string): string => new URL(`../testing/cases/${name}`, import.meta.url).pathname;

const bed = runTestBed();
beforeEach(() => forgetLoads(bed.warehouse));

const load = (path: string, job: SourceName = "administered", request: Partial<RunRequest> = {}): Promise<RunSummary> =>
  bed.run({ job: findJob(job), paths: [path], asOf: "2022-06-30", batchCode: "b", ...request });
const loadText = async (name: string, content: string | Buffer, request: Partial<RunRequest> = {}) =>
  load(await bed.folder.write(name, content), "administered", request);

const refusal = async (run: Promise<unknown>): Promise<RefusedFile> => {
  const outcome = await run.then(
    (summary) => summary,
    (error: unknown) => error,
  );
  if (!(outcome instanceof RefusedFile)) throw new Error(`not refused: ${JSON.stringify(outcome)} ${String(outcome)}`);
  expect(outcome.remedy.vi).not.toBe("");
  expect(outcome.remedy.en).not.toBe("");
  for (const text of [outcome.sentence.vi, outcome.sentence.en])
    expect(text).not.toMatch(/DB::|Exception|clickhouse|\/tmp\//i);
  return outcome;
};

/** Province and doses of the reports in force. */
const reports = async (): Promise<string[]> => {
  const rows = await bed.warehouse.query(
    `SELECT concat(toString(place_key % 1000), ' ', toString(report_date), ' ', toString(cumulative_doses)) AS report
     FROM mart.fct_administered_reports WHERE dose_number = 0 AND load_id IN (SELECT load_id FROM mart.current_loads) ORDER BY report`,
    { schema: z.object({ report: z.string() }) },
  );
  return rows.map(({ report }) => report);
};

const good = "ma_tinh,ngay,tong_so_mui\n01,01/08/2021,1\n02,01/08/2021,2\n";
const goodReports = ["1 2021-08-01 1", "2 2021-08-01 2"];

describe("a file that would destroy a good batch keeps it", () => {
  it.each([["all-rejected.csv", /Cả 2 dòng.*giữ nguyên 2 dòng/]])("%s", async (name, sentence) => {
    await loadText("good.csv", good);
    const summary = await load(caseOf(name));
    expect(summary.status).toBe("held");
    expect(summary.hold?.sentence.vi).toMatch(sentence);
    expect(await reports()).toEqual(goodReports);
  });

  it("and one that is refused does", async () => {
    await loadText("good.csv", good);
    const refused: readonly (readonly [name: string, sentence: RegExp])[] = [
      ["unclosed-quote.csv", /mở ở dòng 4 không được đóng/],
      ["unclosed-quote-last-column.csv", /mở ở dòng 3 không được đóng/],
      ["tcvn3-font-utf8.csv", /từ dòng 2.*TCVN3/],
      ["nan.json", /dòng 1: NaN không phải là số/],
    ];
    for (const [name, sentence] of refused) {
      expect((await refusal(load(caseOf(name)))).sentence.vi, name).toMatch(sentence);
      expect(await reports(), name).toEqual(goodReports);
    }
  });

  it("dup-keys.json", async () => {
    expect((await refusal(load(caseOf("dup-keys.json"), "resources"))).sentence.vi).toMatch(/"bac_si" có hai lần/);
    const escaped = '{"ma_tinh":"01","ngay":"2021-09-01","tong_so_mui":1,"ng\\u0061y":"2021-09-02"}';
    expect((await refusal(loadText("escaped.json", escaped))).sentence.vi).toMatch(/"ngay" có hai lần/);
  });
});

describe("is read as it was meant", () => {
  it.each([
    ["trailing-comma-rows.csv", ["1 2021-09-01 1", "2 2021-09-01 1"]],
    ["blank-comma-rows.csv", ["1 2021-09-01 1"]],
    ["newline-in-unread-column.csv", ["1 2021-09-01 1", "2 2021-09-01 1"]],
    ["cr-only.csv", ["1 2021-09-01 1", "2 2021-09-01 1"]],
    ["wrapped.json", ["1 2021-09-01 1"]],
  ])("%s", async (name, expected) => {
    const summary = await load(caseOf(name));
    expect([summary.status, summary.read, summary.rejected]).toEqual(["published", expected.length, 0]);
    expect(await reports()).toEqual(expected);
  });

  it("quoted-total.csv", async () => {
    expect(await load(caseOf("quoted-total.csv"))).toMatchObject({ read: 9, accepted: 9, rejected: 0 });
  });

  it("text in the encoding that is given", async () => {
    expect(await load(caseOf("tcvn3-font-utf8.csv"), "administered", { encoding: "tcvn3" })).toMatchObject({
      accepted: 2,
    });
    expect(await reports()).toEqual(["1 2021-08-04 100", "2 2021-08-04 100"]);
    const vni = Buffer.from("ten_tinh;ngay;tong_so_mui\nÑaø Naüng;04/08/2021;7\nHaø Noäi;04/08/2021;8\n", "latin1");
    expect((await refusal(loadText("vni.csv", vni))).remedy.vi).toContain("--encoding vni");
    await loadText("vni.csv", vni, { encoding: "vni" });
    expect(await reports()).toEqual(["1 2021-08-04 8", "48 2021-08-04 7"]);
  });

  it("a blank row is counted where rows are numbered, and is none of them", async () => {
    const summary = await loadText("blank.csv", "ma_tinh,ngay,tong_so_mui\n01,01/09/2021,1\n,,\n\n02,x,1\n");
    expect([summary.read, summary.accepted, summary.rejected]).toEqual([2, 1, 1]);
    const rejected = await bed.warehouse.query("SELECT row_number FROM ops.rejects WHERE load_id = {load:UInt64}", {
      params: { load: summary.loadId ?? "" },
      schema: z.object({ row_number: z.number() }),
    });
    expect(rejected).toEqual([{ row_number: 4 }]);
  });

  it("a header repeated, a code that a spreadsheet shortened and one that is none are no codes", async () => {
    const codes = ["01,X", "ma_tinh,ten_tinh", "8.93E+11,X", "NULL,Hải Phòng", "#N/A,X"];
    const lines = codes.map((code, index) => `${code},${index === 1 ? "ngay" : "01/09/2021"},${index + 1}\n`);
    const summary = await loadText("joined.csv", `ma_tinh,ten_tinh,ngay,tong_so_mui\n${lines.join("")}`);
    const rules = summary.byRule.map(({ code, rows }) => [code, rows]);
    const faults = ["code_shortened", "header_repeated", "province_unknown"];
    expect([summary.accepted, rules]).toEqual([2, faults.map((code) => [code, 1])]);
    expect(await reports()).toEqual(["1 2021-09-01 1", "31 2021-09-01 4"]);
  });

  it("a comma that ends the header alone, or every line", async () => {
    await loadText("header.csv", "ma_tinh,ngay,tong_so_mui,,\n01,01/09/2021,1\n02,01/09/2021,2,,\n");
    expect(await reports()).toEqual(["1 2021-09-01 1", "2 2021-09-01 2"]);
  });

  it("rows with more empty fields behind than the first ones are read, rows with something in them are not", async () => {
    const summary = await loadText(
      "behind.csv",
      "ma_tinh,ngay,tong_so_mui\n01,01/09/2021,1,,,\n02,01/09/2021,2\n04,01/09/2021,3,,x\n06,01/09/2021,4,\n",
    );
    expect([summary.accepted, summary.byRule.map(({ code, rows }) => [code, rows])]).toEqual([
      3,
      [["too_many_fields", 1]],
    ]);
  });

  it.each<readonly [string, string | Buffer]>([
    [
      "text of 16 bits",
      Buffer.from('\uFEFF{"data":[{"ma_tinh":"01","ngay":"2021-09-01","tong_so_mui":1}]}', "utf16le"),
    ],
    [
      "another key first",
      '{"code":0,"data":{"total":2,"items":[{"ma_tinh":"01","ngay":"2021-09-01","tong_so_mui":1}]}}',
    ],
    [
      "other arrays beside",
      '{"meta":[{"name":"x"}],"rows":[{"ma_tinh":"01","ngay":"2021-09-01","tong_so_mui":1}],"errors":[{"a":1}]}',
    ],
    [
      "a key that no record has at the beginning",
      `{"data":[{"ma_tinh":"01","ngay":"2021-08-31","x":"${"x".repeat(300_000)}"},{"ma_tinh":"01","ngay":"2021-09-01","tong_so_mui":1}]}`,
    ],
    ["a mark of the byte order", '\uFEFF{"data":[{"ma_tinh":"01","ngay":"2021-09-01","tong_so_mui":1}]}'],
  ])("JSON wrapped in an object, with %s", async (_, content) => {
    await loadText("wrapped.txt", content);
    expect(await reports()).toEqual(["1 2021-09-01 1"]);
  });
});

describe("the platform's snapshot", () => {
  it.each(["snapshot-2021-08-04.txt", "snapshot-bom-2021-08-04.json"])(
    "%s is recognised by its content",
    async (name) => {
      expect(await load(caseOf(name))).toMatchObject({ read: 2, accepted: 2, rejected: 0 });
      expect(await reports()).toEqual(["1 2021-08-04 838836", "2 2021-08-04 100"]);
      const packed = gzipSync(await readFile(caseOf(name)));
      expect(
        await load(await bed.folder.write(`${name}.gz`, packed), "administered", {
          batchCode: "packed",
          isDryRun: true,
        }),
      ).toMatchObject({ read: 2 });
    },
  );

  it("asks for --as-of where it has no day, and counts in the structure of its own codes", async () => {
    const refused = await refusal(load(caseOf("bao-cao-tinh.json"), "administered", { asOf: undefined }));
    expect(refused.remedy.vi).toContain("--as-of");
    const summary = await load(caseOf("bao-cao-tinh.json"), "administered", { asOf: "2026-01-15" });
    expect(summary.byRule.map(({ code }) => code)).toEqual(["date_assumed"]);
    // 02 was the code of Hà Giang, which is no province since 1 July 2025.
    const places = await bed.warehouse.query(
      "SELECT DISTINCT place_key FROM mart.fct_administered_reports ORDER BY place_key",
      {
        schema: z.object({ place_key: z.number() }),
      },
    );
    expect(places.map(({ place_key }) => place_key)).toEqual([63_200_001, 63_200_002]);
    expect(await reports()).toEqual(["1 2026-01-15 838836", "2 2026-01-15 100"]);
  });
});

describe("says what a file looks like that is no file of the job", () => {
  it.each([
    [
      "a list of facilities",
      "ma_co_so,ten_co_so,loai_co_so,ma_xa\nA1,Trạm,health_station,00001\n",
      /\(facilities\)/,
      /run facilities/,
    ],
    ["a snapshot given to another job", "", /\(administered\)/, /run administered/],
    [
      "a national series",
      "date,total_vaccinations,people_vaccinated\n2022-06-18,225650647,85506332\n",
      /cả nước/,
      /official_totals/,
    ],
  ])("%s", async (name, content, sentence, remedy) => {
    const path = content === "" ? caseOf("snapshot-2021-08-04.txt") : await bed.folder.write(`${name}.csv`, content);
    const refused = await refusal(load(path, content === "" ? "resources" : "administered"));
    expect(refused.sentence.vi).toMatch(sentence);
    expect(refused.remedy.vi).toMatch(remedy);
  });

  it("a ZIP of tables", async () => {
    const refused = await refusal(loadText("thang-08.xlsx", zipOf({ "thang-08.csv": good })));
    expect(refused.sentence.vi).toMatch(/ZIP.*thang-08\.csv/);
    expect(refused.remedy.vi).toMatch(/giải nén/);
  });
});

describe("containers", () => {
  it("a sheet that is cut inside a sound ZIP, and a corrupt page of Parquet, are damage", async () => {
    for (const name of ["sheet-xml-cut.xlsx", "parquet-corrupt-page.parquet"]) {
      expect((await refusal(load(caseOf(name), "resources"))).sentence.vi).toMatch(/bị hỏng hoặc bị cắt cụt/);
    }
  });

  it("a part that is not what was packed is damage", async () => {
    const book = await openZip(caseOf("stray-cell-XFD1.xlsx"));
    const parts: Record<string, string> = {};
    for (const name of book.names) parts[name] = await text((await book.read(name)) ?? Readable.from([]));
    const packed = zipOf(parts);
    expect(await loadText("whole.xlsx", packed, { isDryRun: true })).toMatchObject({ accepted: 1 });
    packed.write("<v>6</v>", packed.indexOf("<v>5</v></c></row>"));
    expect((await refusal(loadText("altered.xlsx", packed))).sentence.vi).toMatch(/bị hỏng/);
  });

  it("cells typed for an old font are named, and read when they are given", async () => {
    const rows = [
      ["Tỉnh", "ngay", "tong_so_mui"],
      ["H\u00b5 N\u00e9i", "04/08/2021", 5],
      ["Hà Giang", "04/08/2021", 6],
      ["B\u00bdc Ninh", "04/08/2021", 7],
      ["L\u00a9m \u00a7\u00e5ng", "04/08/2021", 8],
    ];
    const workbook = new Excel.Workbook();
    workbook.addWorksheet("S").addRows(rows);
    const book = Buffer.from(await workbook.xlsx.writeBuffer());
    expect((await refusal(loadText("font.xlsx", book))).remedy.vi).toContain("--encoding tcvn3");
    expect(await loadText("font.xlsx", book, { encoding: "tcvn3", isDryRun: true })).toMatchObject({ read: 4 });

    // Texts inside the cells, which the workbook does not share.
    const writer = new Excel.stream.xlsx.WorkbookWriter({ filename: bed.folder.path("inline.xlsx") });
    const inline = writer.addWorksheet("S");
    for (const row of rows) inline.addRow(row).commit();
    await writer.commit();
    expect((await refusal(load(bed.folder.path("inline.xlsx")))).remedy.vi).toContain("--encoding tcvn3");
  });

  it("a cell at XFD1 is passed over, with a note", async () => {
    const summary = await load(caseOf("stray-cell-XFD1.xlsx"));
    expect([summary.accepted, summary.warnings.length]).toEqual([1, 1]);
  });
});

describe("what no table has", () => {
  it("16,000 columns are refused in words", async () => {
    const names = Array.from({ length: 16_000 }, (_, index) => `cot_${index}`).join(",");
    const refused = await refusal(loadText("wide.csv", `ma_tinh,ngay,tong_so_mui,${names}\n01,01/08/2021,1\n`));
    expect(refused.sentence.vi).toMatch(/16003 cột/);
  });

  it("a cell of 20 MB is a value like any other", async () => {
    const huge = "x".repeat(20_000_000);
    const summary = await loadText("huge.csv", `ma_tinh,ngay,tong_so_mui,ten_tinh\n01,01/08/2021,1,"${huge}"\n`);
    expect(summary).toMatchObject({ read: 1, accepted: 1 });
  });

  it("a file that may not be read", async () => {
    const denied = refuseUnreadable("secret.csv", Object.assign(new Error("denied"), { code: "EACCES" }));
    expect((await refusal(Promise.reject(denied))).sentence.vi).toMatch(/không có quyền đọc/);
  });

  it("a file that is not there, and a folder", async () => {
    await refusal(load("no-such-file.csv"));
    await refusal(load(relative(process.cwd(), import.meta.dirname)));
  });
});

describe("refuses, with words, what is cut short or goes on", () => {
  const rows = Array.from({ length: 3000 }, (_, index) => ({ ma_tinh: "01", ngay: "2021-09-01", tong_so_mui: index }));
  const json = JSON.stringify(rows);
  it("and keeps what was loaded before", async () => {
    await loadText("good.csv", good);
    const cut: readonly (readonly [name: string, content: string | Buffer, sentence: RegExp])[] = [
      ["a JSON array without its end", json.slice(0, -1), /cắt cụt/],
      ["a JSON array behind a comma", json.slice(0, json.lastIndexOf("{")), /cắt cụt/],
      ["a JSON array within a record", json.slice(0, -9), /cắt cụt/],
      ["wrapped JSON within the array", `{"data":${json.slice(0, -9)}`, /cắt cụt/],
      ["wrapped JSON behind the array", `{"data":${json}`, /cắt cụt/],
      ["two JSON arrays joined", `${json}\n${json}`, /nhiều mảng bản ghi.*ở dòng 2/],
      ["a comma before the end", '[{"ma_tinh":"01","ngay":"2021-09-01","tong_so_mui":1},\n]', /dòng 2: dấu phẩy thừa/],
      ["gzip without its end", gzipSync(json).subarray(0, -40), /hỏng hoặc bị cắt cụt/],
      ["gzip without its last bytes", gzipSync(json).subarray(0, -2), /hỏng hoặc bị cắt cụt/],
    ];
    for (const [name, content, sentence] of cut) {
      expect((await refusal(loadText(`${name}.json`, content))).sentence.vi, name).toMatch(sentence);
      expect(await reports(), name).toEqual(goodReports);
    }
  });

  it("text that is no UTF-8 far behind its beginning", async () => {
    const many = `${good}${"01,02/08/2021,3\n".repeat(40_000)}`;
    const content = Buffer.concat([Buffer.from(many), Buffer.from("01,03/08/2021,Nguy\u00ean\n", "latin1")]);
    const refused = await refusal(loadText("late.csv", content));
    expect(refused.sentence.vi).toMatch(/không phải UTF-8 hay UTF-16 \(từ dòng 40004\), có vẻ là Windows-1258/);
    expect(refused.remedy.vi).toContain("--encoding windows-1258");
  });
});
