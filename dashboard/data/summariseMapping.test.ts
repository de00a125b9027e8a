import { expect, it } from "vitest";
import { summariseMapping } from "./summariseMapping.ts";

const row = (mapping: string, doses: number | string | null) => ({
  "vaccination.area_mapping": mapping,
  "vaccination.doses_recorded": doses,
});

it("tells how much of a figure was assigned to a main successor", () => {
  expect(summariseMapping([row("same", 10), row("exact", "60"), row("assigned", 25), row("unknown", 5)])).toEqual({
    exact: 0.7,
    assigned: 0.25,
    assignedCount: 25,
    unknown: 0.05,
  });
  expect(summariseMapping([row("exact", null)])).toBeNull();
});
