import { describe, expect, it } from "vitest";
import { bucketDays, compareDay, historyRange, periodRange } from "./periods.ts";

describe("compareDay", () => {
  it("compares a month's end with the month's end before", () => {
    expect(compareDay("2022-06-30", "month", null)).toBe("2022-05-31");
    expect(compareDay("2022-03-31", "month", null)).toBe("2022-02-28");
    expect(compareDay("2022-02-28", "month", null)).toBe("2022-01-31");
    expect(compareDay("2022-06-30", "quarter", null)).toBe("2022-03-31");
  });

  it("compares other days with the same day before", () => {
    expect(compareDay("2022-06-15", "month", null)).toBe("2022-05-15");
    expect(compareDay("2022-06-15", "week", null)).toBe("2022-06-08");
    expect(compareDay("2022-06-15", "year", null)).toBe("2021-06-15");
  });

  it("has nothing to compare with before the baseline", () => {
    expect(compareDay("2022-06-30", "baseline", "2022-03-24")).toBe("2022-03-24");
    expect(compareDay("2022-03-01", "baseline", "2022-03-24")).toBeNull();
    expect(compareDay("2022-06-30", "baseline", null)).toBeNull();
  });
});

describe("periodRange", () => {
  it("covers whole months up to a month's end", () => {
    expect(periodRange("2022-06-30", "3m", "2021-03-08", null)).toEqual(["2022-04-01", "2022-06-30"]);
    expect(periodRange("2022-06-15", "3m", "2021-03-08", null)).toEqual(["2022-03-16", "2022-06-15"]);
  });

  it("covers the month up to the day", () => {
    expect(periodRange("2022-05-31", "month", "2021-03-08", null)).toEqual(["2022-05-01", "2022-05-31"]);
    expect(periodRange("2022-06-15", "month", "2021-03-08", null)).toEqual(["2022-06-01", "2022-06-15"]);
    expect(periodRange("2021-03-20", "month", "2021-03-08", null)).toEqual(["2021-03-08", "2021-03-20"]);
  });

  it("starts no earlier than the first fact, and never after its end", () => {
    expect(periodRange("2021-04-30", "12m", "2021-03-08", null)).toEqual(["2021-03-08", "2021-04-30"]);
    expect(periodRange("2021-01-01", "all", "2021-03-08", null)).toEqual(["2021-01-01", "2021-01-01"]);
    expect(periodRange("2022-06-30", "campaign", "2021-03-08", "2022-03-24")).toEqual(["2022-03-24", "2022-06-30"]);
  });
});

it("draws a sparkline over twelve month ends", () => {
  expect(historyRange("2022-06-30", "2021-03-08")).toEqual(["2021-07-01", "2022-06-30"]);
  expect(historyRange("2021-05-10", "2021-03-08")).toEqual(["2021-03-08", "2021-05-10"]);
});

it("gives the days of a bucket as far as they were asked for", () => {
  expect(bucketDays("2022-05-01", "month", ["2021-07-01", "2022-06-30"])).toEqual(["2022-05-01", "2022-05-31"]);
  expect(bucketDays("2022-06-01", "month", ["2022-06-10", "2022-06-20"])).toEqual(["2022-06-10", "2022-06-20"]);
  expect(bucketDays("2022-06-27", "week", ["2021-07-01", "2022-06-30"])).toEqual(["2022-06-27", "2022-06-30"]);
});
