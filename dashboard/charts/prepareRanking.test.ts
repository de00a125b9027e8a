import { describe, expect, it } from "vitest";
import { aMeasureMeta } from "../testing/aMeasureMeta.ts";
import { prepareRanking } from "./prepareRanking.ts";

const columns = { level: "province", code: "now_province_code", name: "now_province_name" } as const;
const row = (code: string, value: number | null) => ({
  now_province_code: code,
  now_province_name: `Tỉnh ${code}`,
  verified_dose_rate: value,
  subjects_wrong: value,
});
const codes = (ranking: ReturnType<typeof prepareRanking>) => ranking.areas.map((area) => area.code);

describe("ranking of areas", () => {
  it("goes from best to worst, then those without a figure, then the unknown member", () => {
    const rows = [row("?", 0.99), row("01", 0.5), row("79", null), row("48", 0.9), row("04", 0)];
    const ranking = prepareRanking(rows, columns, aMeasureMeta({ name: "verified_dose_rate" }), 0.6);
    expect(codes(ranking)).toEqual(["48", "01", "04", "79", "?"]);
    expect(ranking.areas.map((area) => area.rank)).toEqual([1, 2, 3, null, null]);
    expect(ranking.areas.map((area) => area.state)).toEqual(["onTrack", "late", "late", "noData", null]);
  });

  it("puts the fewest first where less is better, without judging counts against the whole", () => {
    const ranking = prepareRanking(
      [row("01", 900), row("04", 10)],
      columns,
      aMeasureMeta({ name: "subjects_wrong", unit: "subject", better: "down" }),
      910,
    );
    expect(codes(ranking)).toEqual(["04", "01"]);
    expect(ranking.max).toBe(900);
    expect(ranking.areas.map((area) => area.state)).toEqual([null, null]);
  });

  it("lists a unit that the view says nothing of as without figure", () => {
    const existing = [
      { level: "province", code: "01", name: "Tỉnh 01" },
      { level: "province", code: "20333", name: "Hoàng Sa" },
      { level: "commune", code: "00004", name: "of another level" },
    ] as const;
    const ranking = prepareRanking(
      [row("01", 0.5)],
      columns,
      aMeasureMeta({ name: "verified_dose_rate" }),
      null,
      existing,
    );
    expect(ranking.areas.map(({ name, value, rank }) => [name, value, rank])).toEqual([
      ["Tỉnh 01", 0.5, 1],
      ["Hoàng Sa", null, null],
    ]);
  });

  it("keeps a bar above 100 % within its scale", () => {
    expect(prepareRanking([row("01", 1.07)], columns, aMeasureMeta({ name: "verified_dose_rate" }), 1).max).toBe(1.07);
    expect(prepareRanking([], columns, aMeasureMeta({ name: "verified_dose_rate" }), null)).toEqual({
      areas: [],
      whole: null,
      max: 1,
    });
  });
});
