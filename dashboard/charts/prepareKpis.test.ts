import { describe, expect, it } from "vitest";
import { aMeasureMeta } from "../data/aMeasureMeta.ts";
import type { MeasureCatalogue } from "../data/measureCatalogue.ts";
import { prepareKpis } from "./prepareKpis.ts";

const catalogue: MeasureCatalogue = (name) =>
  aMeasureMeta({
    name,
    unit: name.includes("rate") || name.includes("progress") ? "percent" : "dose",
    better: name === "subjects_wrong" || name === "doses_not_entered" ? "down" : "up",
    target: name === "cleansing_progress" ? { value: 1, legalBasis: "2491/QĐ-BYT" } : null,
  });
const row = (values: Record<string, number | string | null>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`vaccination.${name}`, value]));
const card = (kpis: ReturnType<typeof prepareKpis>, measure: string) => kpis.find((kpi) => kpi.measure === measure);

describe("headline figures", () => {
  it("say what changed, how much and whether that is good", () => {
    const kpis = prepareKpis(
      row({ subjects_wrong: "90", subjects_sent: 900, doses_recorded: 110, cleansing_progress: 0.5 }),
      row({ subjects_wrong: 100, doses_recorded: 100, cleansing_progress: 0.4 }),
      [],
      catalogue,
    );
    expect(card(kpis, "subjects_wrong")).toMatchObject({
      value: 90,
      change: { difference: -10, ratio: -0.1, sentiment: "better" },
      bullet: { share: 0.1, whole: "sentSubjects" },
      state: null,
    });
    expect(card(kpis, "doses_recorded")?.change).toMatchObject({ ratio: 0.1, sentiment: "better" });
    expect(card(kpis, "cleansing_progress")).toMatchObject({ state: "onTrack", change: { ratio: null } });
  });

  it("are late when a target is missed and the figure does not move towards it", () => {
    const same = row({ cleansing_progress: 0.5 });
    expect(card(prepareKpis(same, same, [], catalogue), "cleansing_progress")?.state).toBe("late");
    expect(card(prepareKpis(row({ cleansing_progress: 1 }), same, [], catalogue), "cleansing_progress")?.state).toBe(
      "met",
    );
  });

  it("are missing, not zero, where nothing was reported", () => {
    const kpis = prepareKpis(row({ doses_not_entered: null }), undefined, [], catalogue);
    expect(card(kpis, "doses_not_entered")).toMatchObject({
      value: null,
      change: null,
      state: "noData",
      bullet: { share: null },
    });
  });

  it("keep a missing month in the sparkline as a gap", () => {
    const month = (day: string, value: number | null) => ({
      "vaccination.date.month": day,
      "vaccination.doses_sent": value,
    });
    const kpis = prepareKpis(
      undefined,
      undefined,
      [month("2022-05-01T00:00:00.000", 5), month("2022-06-01", null)],
      catalogue,
    );
    expect(card(kpis, "doses_sent")?.spark).toEqual([
      { day: "2022-05-01", value: 5 },
      { day: "2022-06-01", value: null },
    ]);
  });
});
