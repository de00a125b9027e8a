import { describe, expect, it } from "vitest";
import type { Lineage, LoadBehind } from "./fetchLineage.ts";
import { prepareFormula } from "./prepareFormula.ts";
import { prepareMapping } from "./prepareMapping.ts";
import { prepareSources } from "./prepareSources.ts";

const figure = (measure: string, value: number | null) => ({ measure, value: value === null ? null : String(value) });
const part = (definition: string, ...values: [string, number | null][]) => ({
  definition,
  values: values.map(([name, value]) => figure(`vaccination.${name}`, value)),
});
const measure = { name: "vaccination.rate", unit: "percent" };

describe("the formula of a figure", () => {
  it("names its parts with their values, and what the quotient is multiplied by", () => {
    const numerator = part("beds", ["beds", 32184]);
    const denominator = part("people", ["people", 8142800]);
    expect(prepareFormula({ numerator, denominator, value: "39.524487891143096" })).toEqual({
      numerator: { terms: [{ sign: null, measure: "vaccination.beds", value: 32184 }] },
      denominator: { terms: [{ sign: null, measure: "vaccination.people", value: 8142800 }] },
      factor: 10_000,
    });
    expect(prepareFormula({ numerator, denominator, value: "0.01" })?.factor).toBeNull();
    expect(prepareFormula({ numerator, denominator: part("people", ["people", 0]), value: null })?.factor).toBeNull();
  });

  it("adds and subtracts, and stays with words where the model has none but words", () => {
    const numerator = part("given - recorded + late", ["given", 9], ["recorded", 5], ["late", null]);
    expect(prepareFormula({ numerator, denominator: null, value: "4" })).toMatchObject({
      numerator: { terms: [{ sign: null }, { sign: "−", value: 5 }, { sign: "+", value: null }] },
      factor: null,
    });
    expect(prepareFormula({ numerator: part("mũi đã nhập"), denominator: null, value: "4" })).toMatchObject({
      numerator: { words: "mũi đã nhập" },
    });
    expect(prepareFormula({ numerator: null, denominator: null, value: null })).toBeNull();
  });
});

describe("how a figure came to today's borders", () => {
  const row = (mapping: string, rate: number | null, count: number | null) => ({
    mapping,
    values: [figure("vaccination.rate", rate), figure("vaccination.sent", count)],
  });
  const rateOf = (mapping: Lineage["mapping"], sent: number) =>
    prepareMapping({ mapping, measure, denominator: part("sent", ["sent", sent]), value: "0.5" }, false);

  it("divides a quotient by what it is counted from, units that never changed with the whole ones", () => {
    expect(rateOf([row("assigned", 0.4, 20), row("exact", 0.6, 60), row("same", 0.8, 20)], 100)).toEqual([
      { mapping: "exact", value: null, share: 0.8 },
      { mapping: "assigned", value: 0.4, share: 0.2 },
    ]);
  });

  it("divides nothing where the parts are missing or tell of other levels than the whole", () => {
    expect(rateOf([], 100)).toBeNull();
    expect(rateOf([row("same", 0.5, 100)], 100)).toBeNull();
    expect(rateOf([row("exact", null, null)], 100)).toBe("mixed");
    expect(rateOf([row("exact", null, null)], 0)).toEqual([{ mapping: "exact", value: null, share: null }]);
    const counted = { mapping: [row("unknown", 94, null), row("exact", -92, null)], measure, denominator: null };
    expect(prepareMapping({ ...counted, value: "3" }, true)).toBe("mixed");
    expect(prepareMapping({ ...counted, value: "2" }, false)).toMatchObject([{ share: null }, { share: null }]);
  });
});

it("lists the sources of a figure with their newest load first, and those that were never loaded last", () => {
  const load = (job: string, publicationNumber: number, lastDate: string): LoadBehind => ({
    ...{ publicationNumber, job, batch: job, runId: "", publishedAt: "", firstDate: lastDate, lastDate },
    ...{ rowCount: 1, sampleScale: 1, files: [] },
  });
  const sources = ["doses", "facilities", "claims"].map((job) => ({ job, titleVi: `vi ${job}`, titleEn: `en ${job}` }));
  const loads = [load("doses", 2, "2022-06-30"), load("facilities", 3, "1970-01-01"), load("doses", 4, "2022-05-31")];
  expect(
    prepareSources({ sources, loads }, "en").map(({ title, lastDay, loads: own }) => [title, lastDay, own.length]),
  ).toEqual([
    ["en doses", "2022-06-30", 2],
    ["en facilities", null, 1],
    ["en claims", null, 0],
  ]);
  expect(prepareSources({ sources: [], loads: [] }, "vi")).toEqual([]);
});
