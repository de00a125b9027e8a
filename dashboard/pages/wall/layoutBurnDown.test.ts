import { expect, it } from "vitest";
import { type BurnDownPoint, prepareBurnDown } from "../vaccination/prepareBurnDown.ts";
import { layoutBurnDown } from "./layoutBurnDown.ts";

const aBurnDown = (points: BurnDownPoint[]) =>
  layoutBurnDown(
    { baselineDay: "2022-06-01", points, remaining: null, verdict: "notEnough", forecast: null },
    1000,
    500,
  );
const point = (day: string, toClean: number | null) => ({ day, toClean, wrong: null });

it("runs from the baseline to the last day, from zero at the bottom to a round amount at the top", () => {
  const drawn = aBurnDown([point("2022-06-01", 90), point("2022-06-06", 45), point("2022-06-11", 0)]);
  expect(drawn.toClean).toBe("M0.0 50.0L500.0 275.0L1000.0 500.0");
  expect(drawn.amounts).toEqual([
    { at: 500, value: 0 },
    { at: 250, value: 50 },
    { at: 0, value: 100 },
  ]);
  expect(drawn).toMatchObject({ wrong: "", forecast: "", band: "", finish: null, today: { x: 1000, y: 500 } });
});

it("leaves a gap where a day has no figure, and stands on the last one that has", () => {
  const drawn = aBurnDown([
    point("2022-06-01", 100),
    point("2022-06-06", null),
    point("2022-06-11", 50),
    point("2022-06-21", null),
  ]);
  expect(drawn.toClean.match(/M/g)).toHaveLength(2);
  expect(drawn.today?.x).toBe(500);
});

it("draws nothing of nothing", () => {
  expect(aBurnDown([])).toMatchObject({ toClean: "", today: null, finish: null });
  expect(aBurnDown([point("2022-06-01", null)])).toMatchObject({ toClean: "", today: null });
});

it("follows the forecast to its end", () => {
  const rows = Array.from({ length: 29 }, (_, index) => ({
    date: `2022-06-${String(index + 1).padStart(2, "0")}`,
    subjects_to_clean: 100 - index,
    subjects_wrong: null,
  }));
  const burnDown = prepareBurnDown(rows, "2022-06-01", "2022-06-29", { rate: 1, finish: "2022-09-09" });
  const drawn = layoutBurnDown(burnDown, 1000, 500);
  expect(drawn.finish?.day).toBe("2022-09-09");
  expect(drawn.finish?.x).toBeLessThan(1000);
  expect(drawn.months.map(({ day }) => day)).toEqual(["2022-07-01", "2022-08-01", "2022-09-01"]);
});
