import { expect, it } from "vitest";
import { provinceOfToday } from "./provinceOfToday.ts";

it("never reads a code of one structure in another", () => {
  const successors = [
    { structure: 63, code: "74", successor: "79" },
    { structure: 28, code: "74", successor: "01" },
  ];
  expect(provinceOfToday(successors, 63)("74")).toBe("79");
  expect(provinceOfToday(successors, 28)("74")).toBe("01");
  expect(provinceOfToday(successors, 63)("75")).toBeUndefined();
});
