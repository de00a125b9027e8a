import { describe, expect, it } from "vitest";
import type { FigureRow } from "../data/viewCatalogue.ts";
import { headlineCards } from "../pages/vaccination/vaccination.ts";
import { aMeasureMeta } from "../testing/aMeasureMeta.ts";
import { prepareKpis as prepare } from "./prepareKpis.ts";
import { prepareTargetStates } from "./prepareTargetStates.ts";

const metaOf = (name: string) =>
  aMeasureMeta({
    name,
    unit: name.includes("rate") || name.includes("progress") ? "percent" : "dose",
    better: name === "subjects_wrong" || name === "doses_not_entered" ? "down" : "up",
    target: name === "cleansing_progress" ? { value: 1, legalBasis: "2491/QĐ-BYT" } : null,
  });
const asked = prepareTargetStates([
  {
    measure: "vaccination.cleansing_progress",
    target_value: 0.9,
    current_value: 0.5,
    deadline: "2025-12-31",
    legal_basis: "2491/QĐ-BYT",
    value_date: "2022-06-30",
    status: "late",
  },
]);
const prepareKpis = (current?: FigureRow, previous?: FigureRow, history: FigureRow[] = [], targets?: typeof asked) =>
  prepare(headlineCards, current, previous, history, metaOf, targets);
const card = (kpis: ReturnType<typeof prepareKpis>, measure: string) => kpis.find((kpi) => kpi.measure === measure);

describe("headline figures", () => {
  it("say what changed, how much and whether that is good", () => {
    const kpis = prepareKpis(
      { subjects_wrong: 90, subjects_sent: 900, doses_recorded: 110, cleansing_progress: 0.5 },
      { subjects_wrong: 100, doses_recorded: 100, cleansing_progress: 0.4 },
    );
    expect(card(kpis, "subjects_wrong")).toMatchObject({
      value: 90,
      change: { difference: -10, ratio: -0.1, sentiment: "better" },
      bullet: { share: 0.1, whole: "kpi.of.sentSubjects" },
      target: null,
    });
    expect(card(kpis, "doses_recorded")?.change).toMatchObject({ ratio: 0.1, sentiment: "better" });
    expect(card(kpis, "cleansing_progress")).toMatchObject({ change: { ratio: null } });
  });

  it("have the state that their target has, however they moved, and none without a target", () => {
    const [better, now] = [{ cleansing_progress: 0.4 }, { cleansing_progress: 0.5, doses_sent: 0.5 }];
    const kpis = prepareKpis(now, better, [], asked);
    expect(card(kpis, "cleansing_progress")).toMatchObject({ target: { state: "late" }, bullet: { target: 0.9 } });
    expect(card(kpis, "doses_sent")?.target).toBeNull();
    expect(card(prepareKpis(now, better), "cleansing_progress")?.target).toBeNull();
  });

  it("are missing, not zero, where nothing was reported", () => {
    const kpis = prepareKpis({ doses_not_entered: null });
    expect(card(kpis, "doses_not_entered")).toMatchObject({
      value: null,
      change: null,
      target: null,
      bullet: { share: null },
    });
  });

  it("have no bar where nothing says what they are a part of", () => {
    const [kpi] = prepare([{ measure: "beds_per_10k" }], { beds_per_10k: 30.8 }, undefined, [], (name) =>
      aMeasureMeta({ name, unit: "per_10k" }),
    );
    expect(kpi?.bullet).toEqual({ share: null, target: null, whole: null });
  });

  it("keep a missing month in the sparkline as a gap", () => {
    const month = (date: string, value: number | null) => ({ date, doses_sent: value });
    const kpis = prepareKpis(undefined, undefined, [month("2022-05-01", 5), month("2022-06-01", null)]);
    expect(card(kpis, "doses_sent")?.spark.slice(-2)).toEqual([
      { day: "2022-05-01", value: 5 },
      { day: "2022-06-01", value: null },
    ]);
  });
});
