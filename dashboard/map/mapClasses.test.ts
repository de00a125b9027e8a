import { describe, expect, it } from "vitest";
import { aMeasureMeta } from "../testing/aMeasureMeta.ts";
import { classColour, classingsFor, mapClasses, usualClassing } from "./mapClasses.ts";

const share = aMeasureMeta({ name: "verified_dose_rate" });
const count = aMeasureMeta({ name: "doses_recorded", unit: "dose" });
const toward = (value: number, better: "up" | "down" = "up") =>
  aMeasureMeta({ name: "verified_dose_rate", better, target: { value, legalBasis: "QĐ" } });
const coloursOf = (values: number[], classes: ReturnType<typeof mapClasses>) =>
  classes && values.map((value) => classColour(value, classes));

describe("classes of a map", () => {
  it("divides shares into equal intervals", () => {
    const classes = mapClasses([0.1, 0.8, 0.3], usualClassing([0.1, 0.8, 0.3], share), share);
    expect(classes?.thresholds.map((value) => value.toFixed(1))).toEqual(["0.2", "0.3", "0.4", "0.5", "0.6", "0.7"]);
    expect(coloursOf([0.1, 0.45, 0.8], classes)).toEqual(["step-0", "step-3", "step-6"]);
  });

  it("divides skewed counts into equal numbers of areas", () => {
    const values = [1, 2, 3, 4, 5, 6, 1_000_000];
    const classes = mapClasses(values, usualClassing(values, count), count);
    expect(coloursOf(values, classes)).toEqual([0, 1, 2, 3, 4, 5, 6].map((step) => `step-${step}`));
  });

  it("has one class for one value and none for none", () => {
    expect(coloursOf([5], mapClasses([5, 5], "quantile", count))).toEqual(["step-3"]);
    expect(mapClasses([], "interval", share)).toBeNull();
  });

  it("parts at a target that some areas reach and others do not, and only where there is one", () => {
    expect(usualClassing([0.7, 0.95], toward(0.9))).toBe("target");
    expect(usualClassing([0.7, 0.8], toward(0.9))).toBe("interval");
    expect(classingsFor(share)).toEqual(["interval", "quantile"]);
    const classes = mapClasses([0.6, 0.7, 0.8, 0.9, 1], "target", toward(0.9));
    expect(coloursOf([0.6, 0.75, 0.89, 0.9, 0.95, 1], classes)).toEqual([
      "split-0",
      "split-1",
      "split-2",
      "split-3",
      "split-4",
      "split-5",
    ]);
  });

  it("colours one side only where no area, or every area, reaches the target", () => {
    expect(coloursOf([0.1, 0.5, 0.89], mapClasses([0.1, 0.89], "target", toward(0.9)))).toEqual([
      "split-0",
      "split-1",
      "split-2",
    ]);
    expect(coloursOf([1, 1], mapClasses([1, 1], "target", toward(1)))).toEqual(["split-3", "split-3"]);
  });

  it("counts a value equal to the target as reaching it also where less is better", () => {
    const classes = mapClasses([0, 5, 10, 20], "target", toward(5, "down"));
    expect(coloursOf([0, 5, 6, 20], classes)).toEqual(["split-5", "split-3", "split-2", "split-0"]);
  });
});
