import { expect, it } from "vitest";
import { prepareDensity } from "./prepareDensity.ts";

const columns = { code: "code", name: "name" };
const measures = ["doctors", "beds"];
const row = (code: string, doctors: number | null, beds: number | null) => ({ code, name: code, doctors, beds });

it("sets each measure on its own scale, the whole with it, most doctors first", () => {
  const { rows, whole } = prepareDensity(
    [row("01", 5, 20), row("02", 10, null), row("04", null, 40)],
    columns,
    measures,
    row("", 8, 30),
  );
  expect(rows.map(({ code }) => code)).toEqual(["02", "01", "04"]);
  expect(rows[1]?.bars).toEqual([
    { value: 5, share: 0.5 },
    { value: 20, share: 0.5 },
  ]);
  expect(rows[0]?.bars[1]).toEqual({ value: null, share: null });
  expect(whole[0]).toEqual({ value: 8, share: 0.8 });
});

it("has no rows where nothing is told, and none for what is known only above the unit", () => {
  expect(prepareDensity([], columns, measures, undefined).rows).toEqual([]);
  expect(prepareDensity([row("01", null, null)], columns, measures, undefined).rows).toEqual([]);
  expect(prepareDensity([row("01?", 3, 3)], columns, measures, undefined).rows).toEqual([]);
  expect(prepareDensity([row("01", 3, 3)], null, measures, undefined).rows).toEqual([]);
});
