import { expect, it } from "vitest";
import { NATION } from "./areaRef.ts";
import { moveToStructure } from "./moveToStructure.ts";

const successors = new Map([
  ["01", "01"],
  ["74", "79"],
]);
const provinceOfToday = (code: string) => successors.get(code);

it("follows a merged province to its successor", () => {
  expect(moveToStructure({ level: "province", code: "74" }, [NATION], "now", provinceOfToday)).toEqual({
    level: "province",
    code: "79",
  });
  expect(moveToStructure(NATION, [], "now", provinceOfToday)).toEqual(NATION);
  expect(moveToStructure({ level: "province", code: "99" }, [NATION], "now", provinceOfToday)).toEqual(NATION);
});

it("never reads a commune's code in the other structure: 00004 names two different places", () => {
  const above = [NATION, { level: "province", code: "01" }, { level: "district", code: "001" }];
  expect(moveToStructure({ level: "commune", code: "00004" }, above, "now", provinceOfToday)).toEqual({
    level: "province",
    code: "01",
  });
  expect(moveToStructure({ level: "commune", code: "00004" }, [], "then", provinceOfToday)).toEqual(NATION);
});
