import { expect, it } from "vitest";
import { en } from "../messages/en.ts";
import { createText } from "../messages/useText.ts";
import { aMeasureMeta } from "../testing/aMeasureMeta.ts";
import { legendClasses, whoReaches, writeClass, writeClassing } from "./legendClasses.ts";
import { mapClasses } from "./mapClasses.ts";

const meta = aMeasureMeta({ name: "verified_dose_rate" });

it("names seven classes without gaps, from the lowest value to the highest", () => {
  const classes = legendClasses(mapClasses([0, 0.35, 0.7], "interval", meta), null);
  expect(classes.map((entry) => entry.colour)).toEqual([0, 1, 2, 3, 4, 5, 6].map((step) => `step-${step}`));
  expect(classes[0]?.from).toBe(0);
  expect(classes.at(-1)?.to).toBe(0.7);
  for (const [index, entry] of classes.entries()) expect(entry.from).toBe(index === 0 ? 0 : classes[index - 1]?.to);
});

it("names one class for one value, and none for none", () => {
  const only = legendClasses(mapClasses([5], "quantile", meta), null);
  expect(only.map((entry) => writeClass(entry, String))).toEqual(["5"]);
  expect(legendClasses(null, 0.9)).toEqual([]);
});

it("says who reaches the target that the classes part at", () => {
  const aimed = (...values: number[]) => {
    const toward = aMeasureMeta({ name: "verified_dose_rate", target: { value: 0.9, legalBasis: "" } });
    const classes = mapClasses(values, "target", toward);
    return classes && whoReaches(classes);
  };
  expect(aimed(0.2, 0.5)).toBe("none");
  expect(aimed(0.2, 0.95)).toBe("some");
  expect(aimed(0.9, 1)).toBe("all");
  const untargeted = mapClasses([0.2, 0.95], "interval", meta);
  expect(untargeted && whoReaches(untargeted)).toBeNull();
});

it("says in words how the values were divided", () => {
  const { t } = createText("en", en);
  const toward = aMeasureMeta({ name: "verified_dose_rate", target: { value: 0.9, legalBasis: "" } });
  const said = (by: "target" | "interval", ...values: number[]) => {
    const classes = mapClasses(values, by, toward);
    return classes && writeClassing(classes, 0.9, String, t);
  };
  expect(said("target", 0.2, 0.5)).toBe(`${t("classing.target")} (0.9) · ${t("map.noneReaches")}`);
  expect(said("target", 0.2, 0.95)).toBe(`${t("classing.target")} (0.9)`);
  expect(said("interval", 0.2, 0.5)).toBe(t("classing.interval"));
});

it("lets the classes of those who miss a target end at it, and of those who reach it begin there", () => {
  const edges = (better: "up" | "down", ...values: number[]) => {
    const toward = aMeasureMeta({ name: "verified_dose_rate", better, target: { value: 0.9, legalBasis: "" } });
    const all = legendClasses(mapClasses(values, "target", toward), 0.9);
    expect(all.every(({ from, to }) => from <= to)).toBe(true);
    return [all[0]?.from, all.at(-1)?.to];
  };
  expect(edges("up", 0.1, 0.27)).toEqual([0.1, 0.9]);
  expect(edges("up", 0.95, 1)).toEqual([0.9, 1]);
  expect(edges("up", 0.2, 0.95)).toEqual([0.2, 0.95]);
  expect(edges("down", 0.1, 0.27)).toEqual([0.1, 0.9]);
});
