import { expect, it } from "vitest";
import { summariseMapping } from "./summariseMapping.ts";

const part = (mapping: string, count: number | null) => ({ mapping, count });

it("tells how much of a figure was assigned to a main successor", () => {
  expect(summariseMapping([part("same", 10), part("exact", 60), part("assigned", 25), part("unknown", 5)])).toEqual({
    exact: 0.7,
    assigned: 0.25,
    assignedCount: 25,
    unknown: 0.05,
  });
  expect(summariseMapping([part("exact", null)])).toBeNull();
});
