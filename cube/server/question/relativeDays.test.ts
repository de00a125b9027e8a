import { describe, expect, it } from "vitest";
import { relativeRange, todayIn } from "./relativeDays.ts";

/** A Thursday. */
const today = "2022-03-31";

describe("a range in words", () => {
  it.each([
    ["today", "2022-03-31", "2022-03-31"],
    ["Yesterday", "2022-03-30", "2022-03-30"],
    ["2022-02-28", "2022-02-28", "2022-02-28"],
    ["this week", "2022-03-28", "2022-04-03"],
    ["last week", "2022-03-21", "2022-03-27"],
    ["this month", "2022-03-01", "2022-03-31"],
    // The month before a 31st, even where it is shorter.
    ["last month", "2022-02-01", "2022-02-28"],
    ["next month", "2022-04-01", "2022-04-30"],
    ["this quarter", "2022-01-01", "2022-03-31"],
    ["last quarter", "2021-10-01", "2021-12-31"],
    ["last year", "2021-01-01", "2021-12-31"],
    // Whole days, weeks and months before this one.
    ["last 7 days", "2022-03-24", "2022-03-30"],
    ["last 2 weeks", "2022-03-14", "2022-03-27"],
    ["last 3 months", "2021-12-01", "2022-02-28"],
    ["next 2 days", "2022-04-01", "2022-04-02"],
    ["from 7 days ago to now", "2022-03-24", "2022-03-31"],
    ["from  1 month ago  to yesterday", "2022-02-28", "2022-03-30"],
    ["from 2022-01-01 to today", "2022-01-01", "2022-03-31"],
  ])("%s", (words, from, to) => {
    expect(relativeRange(words, today)).toEqual([from, to]);
  });

  it.each([
    "",
    "last moon",
    "since the flood",
    "last 1234567 days",
    "from now",
    "from x to y",
    `from ${"9".repeat(99)} days ago to now`,
  ])("is not %j", (words) => {
    expect(relativeRange(words, today)).toBeUndefined();
  });
});

it("the day is that of Viet Nam, where it begins seven hours earlier", () => {
  const evening = new Date("2022-03-31T18:00:00Z");
  expect(todayIn("Asia/Ho_Chi_Minh", evening)).toBe("2022-04-01");
  expect(todayIn("UTC", evening)).toBe("2022-03-31");
});
