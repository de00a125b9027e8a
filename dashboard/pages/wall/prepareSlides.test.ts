import { describe, expect, it } from "vitest";
import { prepareKpis } from "../../charts/prepareKpis.ts";
import { prepareRanking } from "../../charts/prepareRanking.ts";
import type { Frame } from "../../data/frame.ts";
import { aMeasureMeta } from "../../testing/aMeasureMeta.ts";
import { aTargetRow } from "../../testing/aTargetRow.ts";
import { NATION } from "../../url/areaRef.ts";
import type { SubjectStand } from "../overview/prepareStand.ts";
import { subjects } from "../overview/subjects.ts";
import { prepareTargets } from "../targets/prepareTargets.ts";
import { prepareBurnDown } from "../vaccination/prepareBurnDown.ts";
import { prepareSlides } from "./prepareSlides.ts";

const frame: Frame = {
  area: NATION,
  structure: "now",
  asOf: "2022-06-30",
  compare: "2022-05-31",
  period: ["2021-03-08", "2022-06-30"],
  history: ["2021-07-01", "2022-06-30"],
  baseline: "2022-06-28",
  publishedAt: null,
};
const columns = { level: "province", code: "code", name: "name" } as const;

function aStand(page: string, value: number | null, areas: (number | null)[]): SubjectStand {
  const subject = subjects.find((one) => one.page === page);
  const meta = aMeasureMeta({ name: "rate", unit: "percent" });
  const [kpi] = prepareKpis([{ measure: "rate" }], { rate: value }, undefined, [], () => meta);
  if (!subject || !kpi) throw new Error(`no subject ${page}`);
  const rows = areas.map((rate, index) => ({ code: `0${index}`, name: `Tỉnh ${index}`, rate }));
  return {
    subject,
    frame,
    kpi,
    dataTime: frame.asOf,
    parts: { meta, ranking: prepareRanking(rows, columns, meta, value) },
  };
}
const keysOf = (told: Parameters<typeof prepareSlides>[0]) => prepareSlides(told).map(({ key }) => key);
const day = (date: string, toClean: number | null) => ({ date, subjects_to_clean: toClean, subjects_wrong: null });
const burnDown = (toClean: number | null) =>
  prepareBurnDown([day("2022-06-30", toClean)], "2022-06-28", "2022-06-30", { rate: null, finish: null });

describe("the pages of the wall", () => {
  it("begin with where everything stands, also where nothing is known", () => {
    expect(keysOf({ stands: [], burnDown: null, targets: [] })).toEqual(["overview"]);
  });

  it("show a subject with its areas, and cleansing after vaccination", () => {
    const stands = [aStand("vaccination", 0.5, [0.4, 0.6]), aStand("resources", 0.8, [0.7, 0.9])];
    const told = { stands, burnDown: burnDown(90), targets: [] };
    expect(keysOf(told)).toEqual(["overview", "vaccination", "burnDown", "resources"]);
  });

  it("leave out what would be an empty page: no figure, one area only, no day told", () => {
    const stands = [aStand("vaccination", null, [0.4, 0.6]), aStand("resources", 0.8, [0.8, null])];
    expect(keysOf({ stands, burnDown: burnDown(null), targets: [] })).toEqual(["overview"]);
  });

  it("show the targets four by four, in their order", () => {
    const rows = ["a", "b", "c", "d", "e"].map((code) => aTargetRow({ target_code: code, indicator_name: code }));
    const targets = prepareTargets(rows, "vi");
    const slides = prepareSlides({ stands: [], burnDown: null, targets }).slice(1);
    expect(slides.map(({ key }) => key)).toEqual(["targets 0", "targets 4"]);
    expect(slides.map((slide) => slide.kind === "targets" && slide.targets.map(({ code }) => code))).toEqual([
      ["a", "b", "c", "d"],
      ["e"],
    ]);
  });
});
