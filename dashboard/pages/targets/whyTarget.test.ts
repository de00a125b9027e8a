import { expect, it } from "vitest";
import { whyTarget } from "./whyTarget.ts";

it("asks for one target of one area, which the nation's communes are too", () => {
  const where = (area: string) => [
    ["area_code", [area]],
    ["target_code", ["cleansed"]],
  ];
  const of = (areaCode: string) => whyTarget({ areaCode, code: "cleansed" });
  expect(of("VN")).toMatchObject({ measure: "progress", area: { level: "nation" }, where: where("VN") });
  expect(of("01")).toMatchObject({ area: { level: "province", code: "01" }, where: where("01") });
  expect(of("00097")).toMatchObject({ area: { level: "nation" }, where: where("00097") });
});

it("asks nothing of an area that is none", () => {
  expect(whyTarget({ areaCode: "", code: "cleansed" })).toBeNull();
});
