import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../../../warehouse/testing/openTestWarehouse.ts";
import { linesOf } from "./linesOf.ts";
import { matchPlace } from "./matchPlace.ts";
import type { PlaceNames, PlaceTexts } from "./PlaceNames.ts";
import { placeOfRow } from "./placeOfRow.ts";
import { readPlaceNames } from "./readPlaceNames.ts";

let warehouse: TestWarehouse;
let before: PlaceNames;
let now: PlaceNames;
beforeAll(async () => {
  warehouse = await openTestWarehouse();
  const [first, second] = await readPlaceNames(warehouse);
  if (first === undefined || second === undefined) throw new TypeError("two structures are expected");
  [before, now] = [first.names, second.names];
});
afterAll(() => warehouse.close());

const texts = (some: Partial<PlaceTexts>): PlaceTexts => ({
  communeCode: "",
  communeName: "",
  districtName: "",
  provinceCode: "",
  provinceName: "",
  ...some,
});
const unmarked = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
/** Commune, district and province as a file names them; on a day before or after the reform of 2025-07-01. */
const named = (communeName: string, districtName: string, provinceName: string, on: "before" | "now" = "before") =>
  matchPlace(texts({ communeName, districtName, provinceName }), on === "before" ? [before, now] : [now, before])
    .placeKey;

describe("names of places", () => {
  it.each([
    ["Phường Trúc Bạch", "Quận Ba Đình", "Thành phố Hà Nội", 63_000_004],
    ["Trúc Bạch", "Ba Đình", "Hà Nội", 63_000_004],
    ["P. Trúc Bạch", "Q. Ba Đình", "TP. Hà Nội", 63_000_004],
    ["truc bach", "quan ba dinh", "ha noi", 63_000_004],
    ["Phường 01", "Quận Phú Nhuận", "HCM", 63_027_058],
    ["P1", "Phú Nhuận", "Tp.HCM", 63_027_058],
    // A number says nothing without its type; the type itself may have changed since.
    ["1", "Phú Nhuận", "HCM", 63_100_768],
    ["Thị xã Trúc Bạch", "Ba Đình", "Hà Nội", 63_000_004],
    ["Hoà Bình", "", "Hưng Yên", 63_200_033],
    ["Trúc Bạch", "Nơi nào đó", "Hà Nội", 63_200_001],
    ["", "Cao Lãnh (Thành phố)", "Đồng Tháp", 63_100_866],
    ["", "Cao Lãnh (Huyện)", "Đồng Tháp", 63_100_873],
    // Two districts of one name: the name alone says neither.
    ["", "Cao Lãnh", "Đồng Tháp", 63_200_087],
    ["", "", "Atlantis", 63_300_000],
    ["'; DROP TABLE mart.dim_areas --", "\u0000", "Hà Nội", 63_200_001],
  ])("reads %s, %s, %s as it was then", (commune, district, province, key) => {
    expect(named(commune, district, province)).toBe(key);
  });

  it.each([
    ["Phường Ba Đình", "", "Hà Nội", 34_000_004],
    ["Xã Xa Dung", "", "Điện Biên", 34_003_208],
    ["Xa Dung", "", "Điện Biên", 34_003_208],
    ["Quan Sơn", "", "Thanh Hóa", 34_015_016],
    // Only the other structure has them.
    ["Phường Trúc Bạch", "Quận Ba Đình", "Hà Nội", 63_000_004],
    ["", "", "Hà Giang", 63_200_002],
  ])("reads %s, %s, %s as it is now, else as it was", (commune, district, province, key) => {
    expect(named(commune, district, province, "now")).toBe(key);
  });

  it("finds each of all communes by its names, and without tone marks never another but where a name has none itself", async () => {
    const units = await warehouse.query(
      `SELECT structure_code AS structure, then_commune_code AS code, then_commune_name AS commune,
         then_district_name AS district, then_province_name AS province
       FROM mart.dim_places FINAL WHERE place_key % 1000000 < 100000`,
      {
        schema: z.object({
          structure: z.number(),
          code: z.string(),
          commune: z.string(),
          district: z.string(),
          province: z.string(),
        }),
      },
    );
    const missed: string[] = [];
    const counts = { found: 0, ambiguous: 0, wrong: 0 };
    for (const { structure, code, commune, district, province } of units) {
      const names = structure === 63 ? before : now;
      const key = structure * 1_000_000 + Number(code);
      const match = (read: (text: string) => string) =>
        names.match(texts({ communeName: read(commune), districtName: read(district), provinceName: read(province) }));
      if (match((text) => text).placeKey !== key) missed.push(`${commune}, ${district}, ${province}`);
      const unsure = match(unmarked);
      if (unsure.level !== "commune") counts.ambiguous += 1;
      else if (unsure.placeKey === key) counts.found += 1;
      else counts.wrong += 1;
    }
    expect(units.length).toBe(13_356);
    expect(missed).toEqual([]);
    expect(counts.wrong).toBe(0);
    expect(counts.ambiguous).toBeLessThan(80);
  });

  it("takes a code before a name, and says when the two contradict each other", () => {
    const of = (some: Partial<PlaceTexts>) => before.match(texts(some));
    expect(of({ communeCode: "4", provinceCode: "1" })).toEqual({
      level: "commune",
      placeKey: 63_000_004,
      isContradictory: false,
      isNamedOtherwise: false,
      doubts: 0,
    });
    expect(of({ communeCode: "00004", communeName: "Phường Phúc Xá" })).toMatchObject({
      placeKey: 63_000_004,
      isNamedOtherwise: true,
    });
    expect(of({ communeCode: "00004", provinceName: "Cà Mau" })).toMatchObject({
      placeKey: 63_000_004,
      isContradictory: true,
    });
    expect(
      of({ communeCode: "99999", communeName: "Trúc Bạch", districtName: "Ba Đình", provinceName: "Hà Nội" }),
    ).toMatchObject({ placeKey: 63_000_004 });
  });
});

describe("a code that both structures have", () => {
  // 00004 was Phường Trúc Bạch of Quận Ba Đình, and is Phường Ba Đình.
  const today = (some: Partial<PlaceTexts>) => matchPlace(texts({ communeCode: "00004", ...some }), [now, before]);

  it("is that of the day, unless the row's names fit the other structure better", () => {
    expect(today({}).placeKey).toBe(34_000_004);
    expect(today({ communeName: "Ba Đình", provinceName: "Hà Nội" }).placeKey).toBe(34_000_004);
    expect(today({ communeName: "Trúc Bạch", provinceName: "Hà Nội" }).placeKey).toBe(63_000_004);
    expect(today({ districtName: "Quận Ba Đình" }).placeKey).toBe(63_000_004);
    expect(today({ communeName: "Không đâu" })).toMatchObject({ placeKey: 34_000_004, isNamedOtherwise: true });
  });

  it("is that of a province that only the other structure has", () => {
    // 00691 lay in Hà Giang, and lies in Tuyên Quang.
    const place = (some: Partial<PlaceTexts>) => matchPlace(texts({ communeCode: "00691", ...some }), [now, before]);
    expect(place({ provinceName: "Tuyên Quang" }).placeKey).toBe(34_000_691);
    expect(place({ provinceName: "Hà Giang" }).placeKey).toBe(63_000_691);
  });
});

describe("placeOfRow", () => {
  it("looks the place of each row up in the structure of its day, or in the one the row names", async () => {
    await warehouse.command(
      `CREATE TABLE landing.rows (n UInt8, day Date, commune String, province String, told String) ENGINE = Memory`,
    );
    await warehouse.command(
      `INSERT INTO landing.rows VALUES
        (1, '2022-01-01', '00004', '', ''), (2, '2025-07-01', '00004', '', ''), (3, '2022-01-01', '00004', '', '34'),
        (4, '2022-01-01', '00004', '', '99'), (5, '1999-01-01', '', 'Hà Nội', ''), (6, '2025-07-01', '', unhex('FF00'), ''),
        (7, '2022-01-01', '00004', 'Cà Mau', '')`,
    );
    const place = await placeOfRow(
      { warehouse, landingTable: "landing.rows", landingPrefix: "landing.run_", signal: new AbortController().signal },
      { communeCode: "commune", provinceName: "province", structureCode: "told" },
    );
    const rows = await warehouse.query(
      `SELECT ${place.placeKey("day")} AS place, ${place.isContradictory("day")} AS wrong FROM landing.rows ORDER BY n`,
      { params: place.params, schema: z.object({ place: z.number(), wrong: z.number() }) },
    );
    expect(rows.map((row) => [row.place, row.wrong])).toEqual([
      [63_000_004, 0],
      [34_000_004, 0],
      [34_000_004, 0],
      [63_000_004, 0],
      [63_200_001, 0],
      [34_300_000, 0],
      [63_000_004, 1],
    ]);
  });
});

describe("linesOf", () => {
  const read = async (chunks: Iterable<Buffer>): Promise<string[]> => {
    const lines: string[] = [];
    for await (const line of linesOf(Readable.from(chunks))) lines.push(line);
    return lines;
  };

  it("puts together lines and letters that chunks cut", async () => {
    const bytes = Buffer.from("Hà Nội\nHuế\n\nCà Mau");
    expect(await read([...bytes].map((byte) => Buffer.from([byte])))).toEqual(["Hà Nội", "Huế", "", "Cà Mau"]);
    expect(await read([])).toEqual([]);
  });

  it("fails when the stream does", async () => {
    const broken = function* (): Generator<Buffer> {
      yield Buffer.from("a\n");
      throw new Error("cut off");
    };
    await expect(read(broken())).rejects.toThrow("cut off");
  });
});
