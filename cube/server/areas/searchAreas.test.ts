import { describe, expect, it } from "vitest";
import { buildAreaIndex, type Level, toSearchKey } from "./areaIndex.ts";
import { searchAreas } from "./searchAreas.ts";

const unit = (structure: number, level: Level, code: string, type: string, name: string, parent: string) => ({
  structure_code: structure,
  level,
  area_code: code,
  name,
  full_name: `${type} ${name}`.trim(),
  type,
  parent_code: parent,
  search_key: "",
  is_unknown: code.endsWith("?"),
});

const index = buildAreaIndex(
  [
    unit(63, "nation", "VN", "", "Việt Nam", ""),
    unit(63, "province", "01", "Thành phố", "Hà Nội", "VN"),
    unit(63, "province", "35", "Tỉnh", "Hà Nam", "VN"),
    unit(63, "province", "48", "Thành phố", "Đà Nẵng", "VN"),
    unit(63, "province", "?", "", "Chưa xác định", "VN"),
    unit(63, "district", "001", "Quận", "Ba Đình", "01"),
    unit(63, "commune", "00004", "Phường", "Trúc Bạch", "001"),
    unit(63, "commune", "00007", "Phường", "Hà Nội Mới", "001"),
    unit(63, "commune", "001?", "", "Chưa xác định", "001"),
    unit(34, "nation", "VN", "", "Việt Nam", ""),
    unit(34, "province", "01", "Thành phố", "Hà Nội", "VN"),
    unit(34, "commune", "00004", "Phường", "Ba Đình", "01"),
  ],
  34,
);
const found = (text: string, structure?: number, limit = 20): string[] =>
  searchAreas(index, text, structure, limit).map((area) => `${area.structure}/${area.code}`);

describe("searching units", () => {
  it("ignores tone marks, case and the type", () => {
    for (const text of ["ha noi", "Hà Nội", "HA  NOI", "thanh pho ha noi"]) expect(found(text, 63)[0]).toBe("63/01");
    expect(found("da nang")).toEqual(["63/48"]);
    expect(found("Đà Nẵng")).toEqual(["63/48"]);
  });

  it("puts exact names before beginnings before words, and provinces first", () => {
    expect(found("ha noi")).toEqual(["34/01", "63/01", "63/00007"]);
    expect(found("ha", 63)).toEqual(["63/01", "63/35", "63/00007"]);
  });

  it("finds a unit by its name and those above it, and by its code", () => {
    expect(found("truc bach ha noi")).toEqual(["63/00004"]);
    expect(found("ba dinh ha noi").slice(0, 2)).toEqual(["63/001", "34/00004"]);
    expect(found("00004")).toEqual(["34/00004", "63/00004"]);
  });

  it("finds no unknown members, nothing for nothing, and not more than asked", () => {
    expect(found("chua xac dinh")).toEqual([]);
    expect(found("  ")).toEqual([]);
    expect(found("ha noi", undefined, 1)).toHaveLength(1);
  });

  it("is quick over many times the country", () => {
    const many = Array.from({ length: 15_000 }, (_, i) => unit(63, "commune", String(i), "Xã", `Tân ${i}`, "001"));
    const large = buildAreaIndex([unit(63, "district", "001", "Quận", "Ba Đình", "01"), ...many], 34);
    const started = performance.now();
    for (let i = 0; i < 10; i += 1) searchAreas(large, `xa tan ${i}`, undefined, 20);
    expect((performance.now() - started) / 10).toBeLessThan(100);
  });
});

it("a search key has no tone marks", () => {
  expect(toSearchKey("  Thành phố Đà Nẵng ")).toBe("thanh pho da nang");
});
