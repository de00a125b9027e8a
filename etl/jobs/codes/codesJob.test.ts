import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { loadReference } from "../../../warehouse/reference/loadReference.ts";
import { openTestWarehouse, type TestWarehouse } from "../../../warehouse/testing/openTestWarehouse.ts";
import { runJob } from "../../run/runJob.ts";
import { codeOf } from "../codeOf.ts";
import { codesJob } from "./codesJob.ts";

let warehouse: TestWarehouse;
let folder: string;
beforeAll(async () => {
  warehouse = await openTestWarehouse();
  folder = await mkdtemp(join(tmpdir(), "codes-"));
});
afterAll(() => warehouse.close());

const header = "danh_muc,ma,ten,ten_tieng_anh,ten_khac,hieu_luc_tu,hieu_luc_den,thu_tu";
let files = 0;
const load = async (lines: readonly string[], isDryRun = false) => {
  files += 1;
  const path = join(folder, `codes${files}.csv`);
  await writeFile(path, `${[header, ...lines].join("\n")}\n`);
  return runJob(
    { job: codesJob, paths: [path], asOf: "2026-11-22", isDryRun },
    { warehouse, config: { hashKey: { k0: "1", k1: "2" }, rejectsKey: "0".repeat(64) } },
  );
};
const rulesOf = (summary: Awaited<ReturnType<typeof load>>) =>
  Object.fromEntries(summary.byRule.map(({ code, rows }) => [code, rows]));
const period = z.object({ name: z.string(), from: z.string(), to: z.string(), order: z.number(), aliases: z.string() });
const periodsOf = async (list: string, code: string) =>
  (
    await warehouse.query(
      `SELECT name_vi AS name, toString(valid_from) AS from, toString(valid_to) AS to, sort_order AS order,
         arrayStringConcat(aliases, '|') AS aliases
       FROM mart.dim_codes FINAL WHERE code_list = {list:String} AND code = {code:String}
       ORDER BY mart.dim_codes.valid_from`,
      { params: { list, code }, schema: period },
    )
  ).map((row) => Object.values(row).join(", "));
const meaning = async (list: string, text: string, day: string): Promise<string | undefined> => {
  const { params, code } = await codeOf({ warehouse, signal: new AbortController().signal }, list);
  const [row] = await warehouse.query(`SELECT ${code("{text:String}", "{day:Date}")} AS code`, {
    params: { ...params, text, day },
    schema: z.object({ code: z.string() }),
  });
  return row?.code;
};

describe("codes", () => {
  it("adds a code, and spellings of one that ships", async () => {
    const summary = await load([
      "payment_method,crypto,Tiền mã hóa,Crypto currency,Bit Coin|BTC,01/01/2025,31/12/9999,",
      "payment_method,qr,,,Quét  VNPAY,,,",
      "PAYMENT_METHOD,cash,Tiền mặt,,,,,1",
    ]);
    expect([summary.read, summary.accepted, rulesOf(summary)]).toEqual([3, 3, { code_new: 1, code_changed: 1 }]);
    expect(await periodsOf("payment_method", "crypto")).toEqual([
      "Tiền mã hóa, 2025-01-01, 2149-06-06, 7, tien ma hoa|bit coin|btc",
    ]);
    expect(await meaning("payment_method", "quét vnpay", "2022-01-01")).toBe("qr");
    expect(await meaning("payment_method", "Bitcoin", "2024-12-31")).toBe("");
    expect(await meaning("payment_method", "Bitcoin", "2025-01-01")).toBe("crypto");
    expect(await meaning("payment_method", "VietQR", "2025-01-01")).toBe("qr");
  });

  it("keeps the history of a code that changes its meaning, through a new version of the product too", async () => {
    const summary = await load([
      "stream,health_record,Sổ sức khỏe điện tử,Electronic health book,sổ sức khỏe,01/04/2024,,",
      "stream,health_record,Hồ sơ suốt đời,Lifelong record,,01/01/2027,,",
    ]);
    expect(rulesOf(summary)).toEqual({ meaning_new: 2 });
    const history = [
      "Hồ sơ sức khỏe, 1970-01-01, 2024-03-31, 5, ho so suc khoe|ho so suc khoe dien tu|hsskdt|so suc khoe dien tu",
      "Sổ sức khỏe điện tử, 2024-04-01, 2026-12-31, 5, so suc khoe dien tu|so suc khoe",
      "Hồ sơ suốt đời, 2027-01-01, 2149-06-06, 5, ho so suot doi",
    ];
    expect(await periodsOf("stream", "health_record")).toEqual(history);
    expect(await meaning("stream", "HSSKĐT", "2024-03-31")).toBe("health_record");
    expect(await meaning("stream", "HSSKĐT", "2024-04-01")).toBe("");
    await loadReference(warehouse);
    expect(await periodsOf("stream", "health_record")).toEqual(history);
    expect(await periodsOf("stream", "e_prescription")).toHaveLength(1);
  });

  it("ends a meaning, and lets another code take its spelling from the day after", async () => {
    const summary = await load([
      "grade,IV,,,,,31/12/2024,",
      "grade,basic,Cấp cơ bản,Basic level,hạng IV|hạng 4|4|IV|Grade IV,01/01/2025,,",
    ]);
    expect(rulesOf(summary)).toEqual({ code_changed: 1, code_new: 1 });
    expect(await meaning("grade", "Hạng IV", "2024-12-31")).toBe("IV");
    expect(await meaning("grade", "Hạng IV", "2025-01-01")).toBe("basic");
  });

  it("rejects what contradicts itself or the list, and changes nothing by it", async () => {
    const summary = await load([
      "colour,red,Đỏ,,,,,",
      "payment_method,,Séc,,,,,",
      "payment_method,séc,Séc,,,,,",
      "payment_method,cheque,,,,,,",
      "payment_method,cheque,Séc,,,31/02/2022?,,",
      "payment_method,cheque,Séc,,,,mai,",
      "payment_method,cheque,Séc,,,01/01/2022,31/12/2021,",
      "payment_method,cheque,Séc,,,,,0",
      "payment_method,cheque,Séc,,Ví điện tử,,,",
      "payment_method,Cash,Tiền,,,,,",
      "payment_method,cash,,,,,31/12/1969,",
    ]);
    expect([summary.accepted, summary.rejected]).toEqual([0, 11]);
    expect(rulesOf(summary)).toEqual({
      list_unknown: 1,
      code_missing: 1,
      code_invalid: 1,
      name_missing: 1,
      date_invalid: 3,
      valid_to_before_valid_from: 1,
      sort_order_invalid: 1,
      alias_shared: 2,
    });
    expect(await periodsOf("payment_method", "cheque")).toEqual([]);
    expect(await periodsOf("payment_method", "cash")).toEqual(["Tiền mặt, 1970-01-01, 2149-06-06, 1, tien mat|tm"]);
  });

  it("rejects a meaning that overlaps a later one, and rows that repeat or contradict an earlier one", async () => {
    const summary = await load([
      "stream,new_stream,Luồng mới,,,01/01/2024,,",
      "stream,new_stream,Luồng cũ,,,01/01/2022,01/01/2024,",
      "stream,new_stream,Luồng cũ,,,01/01/2022,31/12/2022,",
      "stream,new_stream,Luồng mới,,,01/01/2024,,",
      "stream,new_stream,Luồng khác,,,01/01/2024,,",
    ]);
    expect(rulesOf(summary)).toEqual({
      code_new: 1,
      meaning_new: 1,
      period_overlap: 1,
      duplicate_row: 1,
      row_conflict: 1,
    });
    expect(await periodsOf("stream", "new_stream")).toEqual([
      "Luồng cũ, 2022-01-01, 2022-12-31, 7, luong cu",
      "Luồng mới, 2024-01-01, 2149-06-06, 7, luong moi",
    ]);
  });

  it("takes hostile text as text, and changes nothing in a dry run", async () => {
    const line = `stream,x,"'); DROP TABLE mart.dim_codes; --","\\\\","{list:String}|||'",,,`;
    expect(rulesOf(await load([line], true))).toEqual({ code_new: 1 });
    expect(await periodsOf("stream", "x")).toEqual([]);
    expect(rulesOf(await load([line]))).toEqual({ code_new: 1 });
    expect(await meaning("stream", "{list:String}", "2022-01-01")).toBe("x");
    expect(await meaning("stream", "'); drop table mart.dim_codes; --", "2022-01-01")).toBe("x");
  });
});
