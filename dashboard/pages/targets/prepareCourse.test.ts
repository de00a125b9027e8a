import { describe, expect, it } from "vitest";
import { prepareCourse } from "./prepareCourse.ts";
import type { Target } from "./prepareTargets.ts";
import { courseOf } from "./targets.ts";

const aTarget = (row: Partial<Target["row"]> = {}, rest: Partial<Target> = {}): Target => ({
  code: "T1",
  name: "Làm sạch",
  areaCode: "VN",
  areaName: "Cả nước",
  state: "late",
  isShare: true,
  isFalling: false,
  ...rest,
  row: {
    ...{ target_code: "T1", indicator_name: "Làm sạch", indicator_name_en: "", unit: "percent", better: "up" },
    ...{ area_code: "VN", area_name: "Cả nước", owner: "", legal_basis: "", status: "late", now_province_code: "" },
    ...{ valid_from: "2022-04-01", deadline: "2022-12-27", value_date: "2022-06-30", target_value: 0.5 },
    ...{ current_value: 0.14, progress: 0.28, gap: 0.36, required_daily_rate: 0.002, pace: 0.001 },
    ...{ forecast_date: "2023-06-25", days_late: 180 },
    ...row,
  },
});
const aWeek = (value_date: string, current_value: number | null) => ({ date: value_date, value_date, current_value });
const weeks = [aWeek("2022-06-10", 0.1), aWeek("2022-06-20", 0.13), aWeek("2022-06-30", 0.14)];

describe("the course of a target", () => {
  it("leads from its values to where the pace ends, within the band of the last paces", () => {
    const course = prepareCourse(weeks, aTarget());
    expect(course?.points.map(({ value }) => value)).toEqual([0.1, 0.13, 0.14]);
    expect(course?.forecast[0]).toEqual({ day: "2022-06-30", value: 0.14, low: 0.14, high: 0.14 });
    const last = course?.forecast.at(-1);
    expect(last?.day).toBe("2023-06-25");
    expect(last?.value).toBeCloseTo(0.5);
    expect(last?.high).toBe(0.5);
    expect(course?.forecast.every(({ low, value, high }) => low <= value && value <= high)).toBe(true);
    expect(course?.needed).toEqual([
      { day: "2022-06-30", value: 0.14 },
      { day: "2022-12-27", value: 0.5 },
    ]);
  });

  it("draws no further than a year behind the deadline, to which it leads at least", () => {
    expect(prepareCourse(weeks, aTarget({ forecast_date: "2031-01-01" }))?.forecast.at(-1)?.day).toBe("2023-12-27");
    expect(prepareCourse(weeks, aTarget({ forecast_date: null, pace: -0.01 }))?.forecast.at(-1)).toMatchObject({
      day: "2022-12-27",
      value: 0,
    });
  });

  it("falls to a target that is to be gone under, and stops there", () => {
    const falling = aTarget({ target_value: 0.05, pace: -0.001, deadline: "2022-12-31" }, { isFalling: true });
    const course = prepareCourse([aWeek("2022-06-20", 0.16), aWeek("2022-06-30", 0.14)], falling);
    expect(course?.forecast.at(-1)).toMatchObject({ value: 0.05, low: 0.05 });
  });

  it("forecasts nothing that is reached, too old, or without a pace", () => {
    for (const state of ["met", "stale", "noData"] as const) {
      expect(prepareCourse(weeks, aTarget({}, { state }))).toMatchObject({ forecast: [], needed: null });
    }
    expect(prepareCourse(weeks, aTarget({ pace: null }))).toMatchObject({ forecast: [] });
    expect(prepareCourse(weeks, aTarget({ deadline: "2022-05-31" }))?.needed).toBeNull();
  });

  it("holds each value once, on its own day, and leaves out what is missing", () => {
    const rows = [aWeek("2022-06-30", 0.14), aWeek("2022-06-30", 0.14), aWeek("2022-06-12", null), aWeek("", 0.2)];
    expect(prepareCourse(rows, aTarget())?.points).toEqual([{ day: "2022-06-30", value: 0.14 }]);
    expect(prepareCourse([], aTarget({ current_value: null, value_date: "" }))?.points).toEqual([]);
    expect(prepareCourse(weeks, aTarget({ target_value: null }))).toBeNull();
  });
});

it("asks by week while a target is young, then by month, and never before it holds", () => {
  expect(courseOf("2022-04-01", "2022-06-30")).toEqual({ grain: "week", days: ["2022-04-01", "2022-06-30"] });
  expect(courseOf("2021-10-15", "2022-06-30")).toEqual({ grain: "month", days: ["2021-10-15", "2022-06-30"] });
  expect(courseOf("2019-01-01", "2022-06-30")).toEqual({ grain: "month", days: ["2021-07-01", "2022-06-30"] });
});
