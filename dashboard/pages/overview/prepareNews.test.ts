import { describe, expect, it } from "vitest";
import { prepareFurthestBehind, prepareNews, type Stand } from "./prepareNews.ts";

const change = (difference: number) => ({ difference, isShare: true, ratio: null, sentiment: "neutral" as const });
const said = (overrides: Partial<Stand>) =>
  prepareNews({ value: 0.5, change: null, dataTime: "2022-06-30", asOf: "2022-06-30", ...overrides });

describe("the sentence of a subject", () => {
  it("tells of a rise, a fall, no change, and no day to compare with", () => {
    expect(said({ change: change(0.1) })).toBe("overview.news.up");
    expect(said({ change: change(-0.1) })).toBe("overview.news.down");
    expect(said({ change: change(0) })).toBe("overview.news.same");
    expect(said({})).toBe("overview.news.stands");
  });
  it("tells what is missing or stale instead of a figure", () => {
    expect(said({ value: null })).toBe("overview.news.missing");
    expect(said({ dataTime: null, change: change(0.1) })).toBe("overview.news.missing");
    expect(said({ dataTime: "2022-03-29", change: change(0.1) })).toBe("overview.news.stale");
    expect(said({ dataTime: "2022-03-30", change: change(0.1) })).toBe("overview.news.up");
  });
});

describe("who is furthest behind", () => {
  const area = (code: string, value: number | null) => ({ code, name: `Tỉnh ${code}`, value });
  it("is the area with the least, and all of them in a tie", () => {
    const areas = [area("01", 0.75), area("02", 0.25), area("04", null), area("?", 0)];
    expect(prepareFurthestBehind(areas, 0.5)).toEqual({ names: ["Tỉnh 02"], value: 0.25, behind: 0.25 });
    expect(prepareFurthestBehind([...areas, area("06", 0.25)], 0.5)?.names).toEqual(["Tỉnh 02", "Tỉnh 06"]);
  });
  it("is nobody with one area only, without figures, and where all are alike", () => {
    expect(prepareFurthestBehind([area("01", 0.2)], 0.5)).toBeNull();
    expect(prepareFurthestBehind([area("01", null), area("02", null)], 0.5)).toBeNull();
    expect(prepareFurthestBehind([area("01", 0.5), area("02", 0.5)], 0.5)).toBeNull();
    expect(prepareFurthestBehind([area("01", 0.5), area("02", 0.2)], null)).toBeNull();
  });
});
