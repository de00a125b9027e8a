import { describe, expect, it } from "vitest";
import { nationalPlan } from "./nationalPlan.ts";
import { WRONG_CLASSES } from "./nationalTargets.ts";
import { MID_2022 } from "./officialFigures.ts";

describe("the national plan", () => {
  it("is the official figures themselves at scale 1", () => {
    const { states, dosesRecorded, dosesNotEntered } = nationalPlan(1).targets;
    expect({ dosesRecorded, dosesNotEntered }).toEqual({ dosesRecorded: 233_747_367, dosesNotEntered: 14_000_000 });
    for (const wrong of WRONG_CLASSES) {
      expect(states.find(({ state }) => state === wrong)?.subjects).toBe(MID_2022.subjectsWrongByClass[wrong]);
    }
  });

  it.each([1, 7, 50, 200, 333, 1000, 4096, 20_000, 65_537, 100_000])("adds up at scale %i", (scale) => {
    const { cells, groups, targets } = nationalPlan(scale);
    for (const { state, subjects, doses } of targets.states) {
      const own = cells.filter(({ groupIndex }) => groups[groupIndex]?.state === state);
      expect(own.reduce((sum, cell) => sum + cell.subjects, 0)).toBe(subjects);
      expect(own.reduce((sum, cell) => sum + cell.subjects * cell.doses, 0)).toBe(doses);
    }
    const recorded = cells.reduce((sum, cell) => sum + cell.subjects * (cell.doses + cell.unsentDoses), 0);
    expect(recorded).toBe(targets.dosesRecorded);
    expect(cells.every(({ doses, unsentDoses }) => doses + unsentDoses <= 4)).toBe(true);
  });
});
