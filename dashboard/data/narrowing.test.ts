import { describe, expect, it } from "vitest";
import { besideItsOwn, type Conditions, choose, narrowingLimits, narrowTo, untoldBy } from "./narrowing.ts";

const grades: Conditions = [["grade", ["I", "II"]]];

describe("choosing a value", () => {
  it("narrows to it alone, or adds it", () => {
    expect(choose([], "grade", "I", false)).toEqual([["grade", ["I"]]]);
    expect(choose(grades, "grade", "III", false)).toEqual([["grade", ["III"]]]);
    expect(choose(grades, "grade", "III", true)).toEqual([["grade", ["I", "II", "III"]]]);
  });

  it("lets it go the second time, and the dimension with its last value", () => {
    expect(choose(grades, "grade", "I", false)).toEqual([["grade", ["II"]]]);
    expect(choose([["grade", ["I"]]], "grade", "I", true)).toEqual([]);
  });

  it("leaves the other dimensions as they are, in their order", () => {
    const both: Conditions = [...grades, ["method", ["qr"]]];
    expect(choose(both, "grade", "IV", false)).toEqual([
      ["grade", ["IV"]],
      ["method", ["qr"]],
    ]);
    expect(choose(grades, "method", "qr", false)).toEqual(both);
    expect(narrowTo(both, "grade", "I")).toEqual([
      ["method", ["qr"]],
      ["grade", ["I"]],
    ]);
  });

  it("keeps no more than an address takes", () => {
    const full = Array.from({ length: narrowingLimits.values }, (_, index) => `v${index}`);
    const [[, values] = ["", []]] = choose([["grade", full]], "grade", "one more", true);
    expect(values).toHaveLength(narrowingLimits.values);
    expect(values).toContain("one more");
  });
});

it("shows a figure by a dimension all of its values", () => {
  expect(besideItsOwn({ only: [...grades, ["method", ["qr"]]] }, "grade").only).toEqual([["method", ["qr"]]]);
  expect(besideItsOwn({ only: grades }, "method").only).toBe(grades);
});

it("names the dimensions that a measure is not told by", () => {
  expect(untoldBy({ notBy: ["method"] }, [...grades, ["method", ["qr"]]])).toEqual(["method"]);
  expect(untoldBy({ notBy: ["method"] }, grades)).toEqual([]);
  expect(untoldBy({ notBy: ["method"] }, [])).toEqual([]);
});
