import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "./testing/openTestWarehouse.ts";
import { nameKey, nameKeyOf, plainText, plainTextOf, searchKey } from "./textKey.ts";

describe("searchKey", () => {
  it.each([
    ["Thành phố Đà Nẵng", "thanh pho da nang"],
    ["Tỉnh Đắk Lắk", "tinh dak lak"],
    ["Hoà Bình", "hoa binh"],
    ["Hòa Bình".normalize("NFD"), "hoa binh"],
    ["Văn Miếu - Quốc Tử Giám", "van mieu - quoc tu giam"],
  ])("finds %s as %s", (text, key) => {
    expect(searchKey(text)).toBe(key);
  });
});

describe("nameKey", () => {
  it.each(["Thẻ ATM", "the_atm", "THẺ-ATM", " thẻ\u00a0 atm ", "Thẻ – ATM".normalize("NFD")])(
    "sees one name in %j",
    (text) => {
      expect(nameKey(text)).toBe("theatm");
    },
  );
});

describe("in SQL", () => {
  let warehouse: TestWarehouse;
  beforeAll(async () => {
    warehouse = await openTestWarehouse({ migrated: false });
  });
  afterAll(() => warehouse.close());

  const answer = z.object({ plain: z.array(z.string()), names: z.array(z.string()) });
  const inSql = async (texts: readonly string[]): Promise<z.infer<typeof answer>> => {
    const [row] = await warehouse.query(
      `SELECT arrayMap(text -> ${plainTextOf("text")}, {texts:Array(String)}) AS plain,
         arrayMap(text -> ${nameKeyOf("text")}, {texts:Array(String)}) AS names`,
      { params: { texts }, schema: answer },
    );
    return row ?? { plain: [], names: [] };
  };

  /** Letters of Vietnamese in every case and composition, other Latin letters, loose marks, spaces, dashes, quotes, emoji. */
  const ranges: readonly (readonly [from: number, to: number])[] = [
    ...([
      [0x20, 0x7e],
      [0xa0, 0x17f],
      [0x1a0, 0x1b0],
      [0x1e00, 0x1eff],
    ] as const),
    ...([
      [0x300, 0x36f],
      [0x9, 0xd],
      [0x2000, 0x2015],
      [0x2018, 0x201f],
      [0x391, 0x3c9],
      [0x400, 0x45f],
      [0x1f600, 0x1f640],
    ] as const),
  ];
  const letter = fc
    .oneof(...ranges.map(([min, max]) => fc.integer({ min, max })))
    .map((code) => String.fromCodePoint(code));

  it("is the same key, whatever the text", async () => {
    const words = fc.array(letter, { maxLength: 12 }).map((letters) => letters.join(""));
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 50, maxLength: 200 }), async (texts) => {
        expect(await inSql(texts)).toEqual({ plain: texts.map(plainText), names: texts.map(nameKey) });
      }),
      { numRuns: 10 },
    );
  });

  it("reads what it can of bytes that are no UTF-8", async () => {
    const [row] = await warehouse.query(`SELECT ${nameKeyOf("unhex('C490E1BAAF6BFF20')")} AS text`, {
      schema: z.object({ text: z.string() }),
    });
    expect(row?.text).toMatch(/^dak/);
  });
});
