import { expect, it } from "vitest";
import { aMeasureMeta } from "../testing/aMeasureMeta.ts";
import { prepareTrend } from "./prepareTrend.ts";

const flows = [
  aMeasureMeta({ name: "doses_injected_in_period", missing: "zero" }),
  aMeasureMeta({ name: "doses_entered_in_period", missing: "gap" }),
];
const row = (date: string, injected: number) => ({ date, doses_injected_in_period: injected });

it("fills the months between as each measure says, and marks the unfinished one", () => {
  const rows = [row("2022-04-01", 7), row("2022-06-01", 3)];
  expect(prepareTrend(rows, "month", ["2022-04-01", "2022-06-15"], flows)).toEqual([
    { day: "2022-04-01", isPartial: false, values: [7, null] },
    { day: "2022-05-01", isPartial: false, values: [0, null] },
    { day: "2022-06-01", isPartial: true, values: [3, null] },
  ]);
});

it("counts weeks from Monday", () => {
  const buckets = prepareTrend([row("2022-06-20", 5)], "week", ["2022-06-22", "2022-07-03"], flows);
  expect(buckets.map(({ day, isPartial, values }) => [day, isPartial, values[0]])).toEqual([
    ["2022-06-20", true, 5],
    ["2022-06-27", false, 0],
  ]);
});
