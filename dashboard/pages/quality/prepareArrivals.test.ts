import { expect, it } from "vitest";
import { prepareArrivals } from "./prepareArrivals.ts";

const columns = { code: "source", name: "source_name" };
const point = (source: string, date: string, received: number | null, expected: number | null) => ({
  ...{ source, source_name: `Nguồn ${source}`, date, units_expected: expected, units_received: received },
  completeness: received === null || expected === null ? null : received / expected,
});

it("tells who sent in which month, and how many reports are still missing of the newest", () => {
  const arrivals = prepareArrivals(
    [
      point("a", "2022-05-01", 10, 10),
      point("a", "2022-06-01", 10, 10),
      point("b", "2022-05-01", 0, 4),
      point("b", "2022-06-01", 1, 4),
      // Owes nothing, in no month.
      point("c", "2022-06-01", null, null),
      // Ended: what it owed in May is no longer missing.
      point("d", "2022-05-01", 0, 2),
    ],
    columns,
    ["2022-05-31", "2022-06-30"],
  );
  expect(arrivals.months).toEqual(["2022-05-01", "2022-06-01"]);
  expect(arrivals.rows.map(({ code, values }) => [code, ...values])).toEqual([
    ["b", 0, 0.25],
    ["a", 1, 1],
    ["d", 0, null],
  ]);
  expect([...arrivals.missing]).toEqual([
    ["a", 0],
    ["b", 3],
  ]);
});

it("is empty where nothing is told, and where there are no units below", () => {
  expect(prepareArrivals([], columns, ["2022-06-01", "2022-06-30"]).rows).toEqual([]);
  expect(prepareArrivals([point("a", "2022-06-01", 1, 1)], null, ["2022-06-01", "2022-06-30"])).toMatchObject({
    rows: [],
    missing: new Map(),
  });
});
