import { expect, it } from "vitest";
import { prepareSpark } from "./prepareSpark.ts";

const months = (values: Record<string, number | null>) =>
  Object.entries(values).map(([month, sent]) => ({ date: `${month}-01`, sent }));
const drawn = (values: Record<string, number | null>) => prepareSpark(months(values), "sent").map(({ value }) => value);

it("covers twelve months: those before the first row are gaps, so that three months do not look like a year", () => {
  const points = prepareSpark(months({ "2022-04": 3, "2022-05": 5, "2022-06": 4 }), "sent");
  expect(points).toHaveLength(12);
  expect(points[0]).toEqual({ day: "2021-07-01", value: null });
  expect(points.slice(-3).map(({ value }) => value)).toEqual([3, 5, 4]);
});

it("draws no zero where nothing had been sent yet, and a gap where a month is missing", () => {
  expect(drawn({ "2022-01": 0, "2022-02": 0, "2022-03": 7, "2022-05": 0, "2022-06": 9 }).slice(-6)).toEqual([
    null,
    null,
    7,
    null,
    0,
    9,
  ]);
});

it("keeps a figure that has only ever been zero, and draws nothing of no rows or of missing figures", () => {
  expect(drawn({ "2022-05": 0, "2022-06": 0 }).slice(-2)).toEqual([0, 0]);
  expect(drawn({ "2022-05": null, "2022-06": null })).toEqual(Array(12).fill(null));
  expect(drawn({})).toEqual([]);
});
