import { describe, expect, it } from "vitest";
import { aStand } from "../../testing/aStand.ts";
import { aTargetRow } from "../../testing/aTargetRow.ts";
import type { NewsItem } from "../overview/prepareNews.ts";
import { prepareTargets } from "../targets/prepareTargets.ts";
import { prepareBurnDown } from "../vaccination/prepareBurnDown.ts";
import { prepareSlides } from "./prepareSlides.ts";

type Told = Parameters<typeof prepareSlides>[0];
const nothing: Told = { stands: [], burnDown: null, targets: [], news: [] };
const keysOf = (told: Partial<Told>) => prepareSlides({ ...nothing, ...told }).map(({ key }) => key);
const day = (date: string, toClean: number | null) => ({ date, subjects_to_clean: toClean, subjects_wrong: null });
const burnDown = (toClean: number | null) =>
  prepareBurnDown([day("2022-06-30", toClean)], "2022-06-28", "2022-06-30", { rate: null, finish: null });

describe("the pages of the wall", () => {
  it("begin with where everything stands, also where nothing is known", () => {
    expect(keysOf({})).toEqual(["overview"]);
  });

  it("show a subject with its areas, and cleansing after vaccination", () => {
    const stands = [
      aStand("vaccination", { value: 0.5, areas: [0.4, 0.6] }),
      aStand("resources", { value: 0.8, areas: [0.7, 0.9] }),
    ];
    const told = { stands, burnDown: burnDown(90) };
    expect(keysOf(told)).toEqual(["overview", "vaccination", "burnDown", "resources"]);
  });

  it("leave out what would be an empty page: no figure, one area only, no day told", () => {
    const stands = [
      aStand("vaccination", { value: null, areas: [0.4, 0.6] }),
      aStand("resources", { value: 0.8, areas: [0.8, null] }),
    ];
    expect(keysOf({ stands, burnDown: burnDown(null) })).toEqual(["overview"]);
  });

  it("show the targets four by four, in their order", () => {
    const rows = ["a", "b", "c", "d", "e"].map((code) => aTargetRow({ target_code: code, indicator_name: code }));
    const targets = prepareTargets(rows, "vi");
    const slides = prepareSlides({ ...nothing, targets }).slice(1);
    expect(slides.map(({ key }) => key)).toEqual(["targets 0", "targets 4"]);
    expect(slides.map((slide) => slide.kind === "targets" && slide.targets.map(({ code }) => code))).toEqual([
      ["a", "b", "c", "d"],
      ["e"],
    ]);
  });

  it("end with the news, five sentences at a time", () => {
    const news = ["a", "b", "c", "d", "e", "f"].map(
      (key): NewsItem => ({ key, message: "overview.news.noTargets", values: { day: "" }, to: {}, isDoubt: false }),
    );
    expect(keysOf({ news })).toEqual(["overview", "news 0", "news 5"]);
  });
});
