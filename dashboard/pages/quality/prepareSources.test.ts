import { describe, expect, it } from "vitest";
import { createFormat } from "../../format/createFormat.ts";
import { prepareQualityHeadline } from "./prepareQualityHeadline.ts";
import { prepareSources } from "./prepareSources.ts";
import type { SourceFigures } from "./quality.ts";

const nothing: SourceFigures = {
  source: "doses",
  source_name: "Mũi tiêm",
  source_name_en: "Doses",
  rows_received: null,
  rows_accepted: null,
  rows_accepted_with_findings: null,
  rows_rejected: null,
  clean_rate: null,
  fields_expected: null,
  fields_filled: null,
  fields_complete_rate: null,
  units_expected: null,
  units_received: null,
  completeness: null,
  subjects_checked: null,
  subjects_right: null,
  accuracy: null,
  newest_fact_date: null,
  days_since_newest: null,
  promised_days: null,
  sources_followed: null,
  sources_live: null,
  live_rate: null,
  findings_count: null,
  findings_open: null,
};
const aSource = (source: string, figures: Partial<SourceFigures> = {}): SourceFigures => ({
  ...nothing,
  source,
  source_name: `Nguồn ${source}`,
  ...figures,
});
const format = createFormat("en");
const headline = (
  ...[rows, whole, broken]: [SourceFigures[], { accuracy: number | null; clean_rate: number | null }?, number?]
) => prepareQualityHeadline(prepareSources(rows, "vi"), whole, broken ?? null, format).map(({ key }) => key);

describe("the sources of an area", () => {
  it("keeps what is not told missing, and never makes it zero", () => {
    expect(prepareSources([], "vi")).toEqual([]);
    expect(prepareSources([nothing], "en")).toEqual([
      {
        ...{ code: "doses", name: "Doses", right: null, complete: null, fields: null, clean: null, live: null },
        ...{ findings: null, open: null },
      },
    ]);
  });

  it("puts the silent source first, then the one furthest from whole in any respect, then names", () => {
    const rows = [
      aSource("b", { clean_rate: 1, rows_received: 5, rows_accepted: 5 }),
      aSource("a"),
      aSource("c", { completeness: 0.8, units_expected: 10, units_received: 8, clean_rate: 0.99 }),
      aSource("d", { accuracy: 0.7, completeness: 1 }),
      // Reports complete and yet too old: what is oldest weighs most.
      aSource("e", {
        completeness: 1,
        newest_fact_date: "2022-01-01",
        days_since_newest: 180,
        promised_days: 10,
        live_rate: 0,
      }),
    ];
    const sources = prepareSources(rows, "vi");
    expect(sources.map(({ code }) => code)).toEqual(["e", "d", "c", "a", "b"]);
    expect(sources[0]?.live).toEqual({ newest: "2022-01-01", age: 180, promised: 10, isLive: false });
    expect(sources[2]?.complete).toEqual({ rate: 0.8, part: 8, whole: 10 });
  });

  it("tells a source without a rhythm from one that is late, and one that never sent", () => {
    const [early, never] = prepareSources(
      [aSource("a", { newest_fact_date: "2022-06-30" }), aSource("b", { promised_days: 41, live_rate: 0 })].reverse(),
      "vi",
    ).toReversed();
    expect(early?.live?.isLive).toBeNull();
    expect(never?.live).toEqual({ newest: null, age: null, promised: 41, isLive: false });
  });
});

describe("the sentence on data quality", () => {
  it("says nothing of nothing", () => {
    expect(headline([])).toEqual([]);
    expect(headline([nothing], { accuracy: null, clean_rate: null }, 0)).toEqual([]);
  });

  it("names who is least complete and who is late, and the rules that are broken", () => {
    const rows = [
      aSource("a", { completeness: 0.5, live_rate: 1, newest_fact_date: "2022-06-30" }),
      aSource("b", { completeness: 0.9, live_rate: 0, newest_fact_date: "2022-01-30" }),
    ];
    expect(headline(rows, { accuracy: 0.8, clean_rate: 0.99 }, 2)).toEqual([
      "quality.headline.right",
      "quality.headline.incomplete",
      "quality.headline.clean",
      "quality.headline.live",
      "quality.headline.late",
      "quality.headline.broken",
    ]);
    expect(headline([aSource("a", { completeness: 1, live_rate: 1, promised_days: 3 })])).toEqual([
      "quality.headline.complete",
      "quality.headline.live",
    ]);
  });
});
