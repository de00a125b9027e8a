import { expect, it } from "vitest";
import { aMeasureMeta } from "../data/aMeasureMeta.ts";
import { prepareTrend } from "./prepareTrend.ts";

const flows = { injected: aMeasureMeta({ missing: "zero" }), entered: aMeasureMeta({ missing: "gap" }) };
const row = (grain: string, day: string, injected: number) => ({
  [`vaccination.date.${grain}`]: `${day}T00:00:00.000`,
  "vaccination.doses_injected_in_period": injected,
});

it("fills the months between as each measure says, and marks the unfinished one", () => {
  const rows = [row("month", "2022-04-01", 7), row("month", "2022-06-01", 3)];
  expect(prepareTrend(rows, "month", ["2022-04-01", "2022-06-15"], flows)).toEqual([
    { day: "2022-04-01", isPartial: false, injected: 7, entered: null },
    { day: "2022-05-01", isPartial: false, injected: 0, entered: null },
    { day: "2022-06-01", isPartial: true, injected: 3, entered: null },
  ]);
});

it("counts weeks from Monday", () => {
  const buckets = prepareTrend([row("week", "2022-06-20", 5)], "week", ["2022-06-22", "2022-07-03"], flows);
  expect(buckets.map(({ day, isPartial, injected }) => [day, isPartial, injected])).toEqual([
    ["2022-06-20", true, 5],
    ["2022-06-27", false, 0],
  ]);
});
