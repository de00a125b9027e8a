import { describe, expect, it } from "vitest";
import { sevenSteps, stepOf } from "./sevenSteps.ts";

describe("seven steps", () => {
  it("divides shares into equal intervals", () => {
    const steps = sevenSteps([0.1, 0.8, 0.3], "share");
    expect(steps?.thresholds.map((value) => value.toFixed(1))).toEqual(["0.2", "0.3", "0.4", "0.5", "0.6", "0.7"]);
    expect(steps && [stepOf(0.1, steps), stepOf(0.45, steps), stepOf(0.8, steps)]).toEqual([0, 3, 6]);
  });

  it("divides skewed counts into equal numbers of areas", () => {
    const values = [1, 2, 3, 4, 5, 6, 1_000_000];
    const steps = sevenSteps(values, "count");
    expect(steps && values.map((value) => stepOf(value, steps))).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it("has one class for one value and none for none", () => {
    const steps = sevenSteps([5, 5], "count");
    expect(steps && stepOf(5, steps)).toBe(3);
    expect(sevenSteps([], "share")).toBeNull();
  });
});
