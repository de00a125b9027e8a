import { expect, it } from "vitest";
import { defaultViewState } from "../url/viewState.ts";
import type { About } from "./fetchAbout.ts";
import { resolveFrame } from "./frame.ts";

const view = defaultViewState("overview");
const about: About = {
  version: "0.1.0",
  dataset: "sample",
  sampleScale: 200,
  dataDate: "2022-06-30",
  firstDate: "2021-03-08",
  publishedAt: null,
  structures: [],
  sources: [],
  subjects: [],
  campaign: { code: "c", name_vi: "", name_en: "", baselineDate: "2022-03-24", legalBasis: "" },
};

it("shows the newest day unless another is asked for", () => {
  expect(resolveFrame(view, about)).toMatchObject({
    isClamped: false,
    frame: { asOf: "2022-06-30", compare: "2022-05-31" },
  });
  expect(resolveFrame({ ...view, asOf: "2022-04-05" }, about)?.frame.asOf).toBe("2022-04-05");
});

it("says when a later day than the data was asked for", () => {
  const later = resolveFrame({ ...view, asOf: "2023-01-01" }, about);
  expect(later).toMatchObject({ isClamped: true, frame: { asOf: "2022-06-30" } });
});

it("narrows figures to a month and draws the months around it", () => {
  const may = resolveFrame({ ...view, asOf: "2022-05-31", period: "month" }, about)?.frame;
  expect(may).toMatchObject({ period: ["2022-05-01", "2022-05-31"] });
  expect(may?.course).toEqual(["2021-06-01", "2022-06-30"]);
  const all = resolveFrame(view, about)?.frame;
  expect(all).toMatchObject({ course: all?.period });
});

it("narrows no wall screen, which has no place to say so", () => {
  const only = [["error_class", ["no_id"]]] as const;
  expect(resolveFrame({ ...view, only }, about)?.frame.only).toEqual(only);
  expect(resolveFrame({ ...view, only, wall: true }, about)?.frame.only).toEqual([]);
});

it("has nothing to show before anything is loaded", () => {
  expect(resolveFrame(view, { ...about, dataDate: null })).toBeNull();
});
