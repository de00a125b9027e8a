import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { codes } from "../../warehouse/reference/codes.ts";
import { openTestWarehouse, type TestWarehouse } from "../../warehouse/testing/openTestWarehouse.ts";
import { nameKey, nameKeyOf } from "../../warehouse/textKey.ts";
import { codeOf } from "./codeOf.ts";

let warehouse: TestWarehouse;
beforeAll(async () => {
  warehouse = await openTestWarehouse();
});
afterAll(() => warehouse.close());

const signal = new AbortController().signal;
const codeFor = async (list: string, text: string, day = "2022-06-30"): Promise<string | undefined> => {
  const { params, code } = await codeOf({ warehouse, signal }, list);
  const [row] = await warehouse.query(`SELECT ${code("{text:String}", "{day:Date}")} AS code`, {
    params: { ...params, text, day },
    schema: z.object({ code: z.string() }),
  });
  return row?.code;
};

describe("codeOf", () => {
  it.each([
    ["payment_method", "bank_transfer", "bank_transfer"],
    ["payment_method", "  CHUYỂN KHOẢN ", "bank_transfer"],
    ["payment_method", "Chuyển-khoản".normalize("NFD"), "bank_transfer"],
    ["payment_method", "Thẻ", "card"],
    ["payment_method", "thẻ cào", ""],
    ["payment_method", "", ""],
    ["payment_method", "' OR 1 = 1 --", ""],
    ["stream", "Thông tin y tế cơ bản (QĐ 3074)", "basic_health_info"],
    ["stream", "Đơn thuốc", "e_prescription"],
    ["grade", "Hạng II", "II"],
    ["grade", "3", "III"],
    ["ownership", "Ngoài công lập", "private"],
    ["equipment_type", "X - Quang", "x_ray"],
    ["vaccine", "Vero Cell", "vero_cell"],
  ])("reads %s %j as %j", async (list, text, code) => {
    expect(await codeFor(list, text)).toBe(code);
  });

  it("takes the meaning in force on the day", async () => {
    await warehouse.command(`INSERT INTO mart.dim_codes VALUES
      ('colour', 'old', '1970-01-01', '2022-03-31', 'Xanh', 'Old', ['mau'], 1, 'reference'),
      ('colour', 'new', '2022-04-01', '2022-12-31', 'Đỏ', 'New', ['mau'], 2, 'reference')`);
    const days = ["1970-01-01", "2022-03-31", "2022-04-01", "2022-12-31", "2023-01-01"];
    expect(await Promise.all(days.map((day) => codeFor("colour", "Màu", day)))).toEqual([
      "old",
      "old",
      "new",
      "new",
      "",
    ]);
    expect(await codeFor("colour", "Xanh", "2022-04-01")).toBe("");
  });

  it("knows no code of a list that does not exist, and refuses a name that is none", async () => {
    expect(await codeFor("nothing", "x")).toBe("");
    await expect(codeOf({ warehouse, signal }, "a'b")).rejects.toThrow(TypeError);
  });
});

describe("nameKeyOf", () => {
  it.each(["Đặng  Thị–Hồng\u00a0Gấm_1", "ĐẮK LẮK".normalize("NFD"), "Ea H'Leo", "\u3000", ""])(
    "gives the same as nameKey for %j",
    async (text) => {
      const rows = await warehouse.query(`SELECT ${nameKeyOf("{text:String}")} AS key`, {
        params: { text },
        schema: z.object({ key: z.string() }),
      });
      expect(rows).toEqual([{ key: nameKey(text) }]);
    },
  );

  it("does not fail on bytes that are not UTF-8", async () => {
    const rows = await warehouse.query(`SELECT length(${nameKeyOf("unhex('C361FF')")}) > 0 AS isRead`, {
      schema: z.object({ isRead: z.coerce.boolean() }),
    });
    expect(rows).toEqual([{ isRead: true }]);
  });
});

describe("the codes that ship", () => {
  it("give each spelling of a list to one code, as files spell it", () => {
    const seen = new Map<string, string>();
    for (const { code_list, code, name_vi, name_en, aliases } of codes) {
      for (const spelling of [code, name_vi, name_en, ...aliases]) {
        const key = `${code_list} ${nameKey(spelling)}`;
        expect([key, seen.get(key) ?? code]).toEqual([key, code]);
        seen.set(key, code);
      }
      expect(aliases).toEqual(
        aliases.map((alias) =>
          alias
            .normalize("NFD")
            .replace(/\p{M}|\s(?=\s)/gu, "")
            .toLowerCase(),
        ),
      );
    }
  });
});
