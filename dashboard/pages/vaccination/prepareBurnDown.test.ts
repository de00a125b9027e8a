import dayjs from "dayjs";
import { describe, expect, it } from "vitest";
import { prepareBurnDown } from "./prepareBurnDown.ts";

const BASELINE = "2022-03-24";
const dayAfter = (days: number) => dayjs(BASELINE).add(days, "day").format("YYYY-MM-DD");
const rowsOf = (values: (number | null)[]) =>
  values.map((value, index) => ({
    date: dayAfter(index),
    subjects_to_clean: value,
    subjects_wrong: value,
  }));
/** Falls by 10 a day from 1,000 over five weeks: 650 are left. */
const steady = Array.from({ length: 36 }, (_, day) => 1000 - 10 * day);
const noPace = { rate: null, finish: null };

describe("burn-down", () => {
  it("carries the pace of the last four weeks on until nothing is left", () => {
    const { verdict, forecast, remaining } = prepareBurnDown(rowsOf(steady), BASELINE, dayAfter(35), noPace);
    expect(verdict).toBe("forecast");
    expect(remaining).toBe(650);
    expect(forecast).toMatchObject({ rate: 10, finish: dayAfter(100), early: dayAfter(100), late: dayAfter(100) });
    expect(forecast?.points[0]).toEqual({ day: dayAfter(35), value: 650, low: 650, high: 650 });
    expect(forecast?.points.at(-1)?.value).toBe(0);
    expect(forecast?.points.some((point) => point.day === dayAfter(100))).toBe(true);
  });

  it("spans the band from the slowest to the fastest of these weeks", () => {
    const uneven = [1000, 930, 790, 720, 650].flatMap((end, week, ends) =>
      week === 0
        ? [end]
        : Array.from(
            { length: 7 },
            (_, day) => (ends[week - 1] ?? 0) + ((end - (ends[week - 1] ?? 0)) * (day + 1)) / 7,
          ),
    );
    const { forecast } = prepareBurnDown(rowsOf(uneven), BASELINE, dayAfter(28), noPace);
    // Weeks of 70, 140, 70, 70: 12.5 a day on average, at best 20, at worst 10.
    expect(forecast?.rate).toBeCloseTo(12.5);
    expect(forecast).toMatchObject({ finish: dayAfter(28 + 52), early: dayAfter(28 + 33), late: dayAfter(28 + 65) });
    for (const point of forecast?.points ?? []) {
      expect(point.low).toBeLessThanOrEqual(point.value);
      expect(point.value).toBeLessThanOrEqual(point.high);
      expect(point.low).toBeGreaterThanOrEqual(0);
    }
  });

  it("takes Cube's own pace and day, so that the chart and the card agree", () => {
    const { forecast } = prepareBurnDown(rowsOf(steady), BASELINE, dayAfter(35), { rate: 13, finish: dayAfter(85) });
    expect(forecast).toMatchObject({ rate: 13, finish: dayAfter(85) });
    expect(forecast?.points.find((point) => point.day === dayAfter(85))?.value).toBe(0);
  });

  it("draws two years at most, and says when the end lies beyond them", () => {
    const slow = { rate: 0.5, finish: null };
    const { forecast } = prepareBurnDown(rowsOf(steady), BASELINE, dayAfter(35), slow);
    expect(forecast).toMatchObject({ finish: dayAfter(35 + 1300), reachesFinish: false });
    expect(forecast?.points.at(-1)?.day).toBe(dayAfter(35 + 730));
    expect(prepareBurnDown(rowsOf(steady), BASELINE, dayAfter(35), noPace).forecast?.reachesFinish).toBe(true);
  });

  it("leaves a day without a figure as a gap", () => {
    const values: (number | null)[] = [...steady];
    values[3] = null;
    const withoutTenth = rowsOf(values).filter((_, index) => index !== 10);
    const { points } = prepareBurnDown(withoutTenth, BASELINE, dayAfter(35), noPace);
    expect(points).toHaveLength(36);
    expect([points[3]?.toClean, points[10]?.toClean, points[11]?.toClean]).toEqual([null, null, 890]);
  });

  it("says that it will not end at this pace when the number stands or rises", () => {
    const rising = steady.map((_, day) => 1000 + day);
    expect(prepareBurnDown(rowsOf(rising), BASELINE, dayAfter(35), noPace)).toMatchObject({
      verdict: "notAtThisPace",
      forecast: null,
    });
  });

  it("has no late end when one of the weeks went backwards", () => {
    const dip = steady.map((value, day) => (day > 28 ? 720 + (day - 28) : value));
    expect(prepareBurnDown(rowsOf(dip), BASELINE, dayAfter(35), noPace).forecast?.late).toBeNull();
  });

  it("forecasts nothing from a few days, from no figure, or when all is done", () => {
    expect(prepareBurnDown(rowsOf(steady.slice(0, 9)), BASELINE, dayAfter(8), noPace).verdict).toBe("notEnough");
    expect(prepareBurnDown([], BASELINE, dayAfter(35), noPace)).toMatchObject({ verdict: "noData", remaining: null });
    expect(prepareBurnDown(rowsOf([10, 0]), BASELINE, dayAfter(1), noPace).verdict).toBe("done");
    expect(prepareBurnDown([], BASELINE, "2022-01-01", noPace).points).toHaveLength(1);
  });

  it("does not call a number that nobody has checked for long one that stands still", () => {
    const flat = rowsOf(steady.map(() => 650));
    const untold = { ...noPace, isUntold: true };
    expect(prepareBurnDown(flat, BASELINE, dayAfter(35), untold)).toMatchObject({
      verdict: "notEnough",
      forecast: null,
    });
    expect(prepareBurnDown(rowsOf([10, 0]), BASELINE, dayAfter(1), untold).verdict).toBe("done");
  });
});
