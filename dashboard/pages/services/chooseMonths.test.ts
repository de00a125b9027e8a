import { expect, it } from "vitest";
import { chooseMonths } from "./chooseMonths.ts";

const month = (date: string, visits: number | null) => ({ date, visits });
const points = [month("2022-04-01", 4), month("2022-05-01", 5), month("2022-06-01", null)];

it("takes the newest month that anything is told of, and that of the day to compare with", () => {
  const chosen = chooseMonths(points, ["visits"], "2022-04-30");
  expect(chosen.current?.date).toBe("2022-05-01");
  expect(chosen.previous?.date).toBe("2022-04-01");
  expect(chosen.year.length).toBe(2);
});

it("compares no month with itself, nor with a later or a missing one", () => {
  expect(chooseMonths(points, ["visits"], "2022-05-24").previous).toBeUndefined();
  expect(chooseMonths(points, ["visits"], "2022-06-30").previous).toBeUndefined();
  expect(chooseMonths(points, ["visits"], "2021-05-31").previous).toBeUndefined();
  expect(chooseMonths(points, ["visits"], null).previous).toBeUndefined();
});

it("has no month where nothing is told", () => {
  expect(chooseMonths([], ["visits"], "2022-05-31")).toEqual({ current: undefined, previous: undefined, year: [] });
  expect(chooseMonths([month("2022-06-01", null)], ["visits"], null).current).toBeUndefined();
});
