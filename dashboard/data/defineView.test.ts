import { describe, expect, it } from "vitest";
import { programme } from "../api/programme.generated.ts";
import { resources } from "../api/resources.generated.ts";
import { targets } from "../api/targets.generated.ts";
import { vaccination } from "../api/vaccination.generated.ts";
import { viewMembers } from "../api/viewMembers.generated.ts";
import { NATION } from "../url/areaRef.ts";
import type { Scope } from "./defineView.ts";
import { defineView } from "./defineView.ts";
import type { CubeQuery, CubeRow } from "./loadCube.ts";

const nation: Scope = { area: NATION, structure: "now" };
const haNoi: Scope = { area: { level: "province", code: "01" }, structure: "then" };
const days: [string, string] = ["2022-06-01", "2022-06-30"];
const { signal } = new AbortController();

/** Answers every question with the same rows. */
function answering(...rows: CubeRow[]) {
  const asked: CubeQuery[] = [];
  return {
    asked,
    load: async (query: CubeQuery) => {
      asked.push(query);
      return rows;
    },
  };
}

describe("a question to a view", () => {
  it("is about the area and the days of the context bar, in the structure chosen", () => {
    const view = defineView(resources);
    const question = { measures: ["doctors", "beds_per_10k"], by: ["grade"], days } as const;
    expect(view.query(haNoi, question)).toMatchObject({
      measures: ["resources.doctors", "resources.beds_per_10k"],
      dimensions: ["resources.grade"],
      timeDimensions: [{ dimension: "resources.date", dateRange: days }],
      filters: [{ member: "resources.then_province_code", operator: "equals", values: ["01"] }],
    });
    // @ts-expect-error a measure of another view
    expect(() => view.query(nation, { measures: ["doses_recorded"], days })).toThrow();
    expect(view.query(nation, { ...question, where: { ownership: ["public"] } })?.filters).toEqual([
      { member: "resources.ownership", operator: "equals", values: ["public"] },
    ]);
  });

  it("is narrowed to what the screen is narrowed to, beside what it asks itself, in so far as the view tells of it", () => {
    const narrowed: Scope = {
      ...nation,
      only: [
        ["grade", ["II", "I"]],
        ["method", ["qr"]],
      ],
    };
    const question = { measures: ["doctors"], days, where: { ownership: ["public"] } } as const;
    expect(defineView(resources).query(narrowed, question)?.filters).toEqual([
      { member: "resources.grade", operator: "equals", values: ["II", "I"] },
      { member: "resources.ownership", operator: "equals", values: ["public"] },
    ]);
  });

  it("leaves out what is not told by the dimension it is narrowed by: that is missing, and never the figure of the whole", async () => {
    const narrowed: Scope = { ...nation, only: [["grade", ["II"]]] };
    const server = answering({ "resources.doctors": "12" });
    const view = defineView(resources, server.load);
    const rows = await view.figures(narrowed, { measures: ["doctors", "doctors_per_10k"], days }, signal);
    expect(rows).toEqual([{ doctors: 12, doctors_per_10k: null }]);
    expect(server.asked[0]?.measures).toEqual(["resources.doctors"]);
    expect(await view.figures(narrowed, { measures: ["doctors_per_10k"], days }, signal)).toEqual([]);
    expect(server.asked).toHaveLength(1);
  });

  it("is not put where the view tells nothing of such an area: the nation's figures would stand in its place", async () => {
    const server = answering({ "programme.task_count": 51 });
    const tasks = defineView(programme, server.load);
    expect(tasks.query(haNoi, { measures: ["task_count"], days })).toBeNull();
    expect(await tasks.figures(haNoi, { measures: ["task_count"], days }, signal)).toEqual([]);
    expect(server.asked).toEqual([]);
    expect(await tasks.figures(nation, { measures: ["task_count"], days }, signal)).toEqual([{ task_count: 51 }]);
  });

  it("breaks an area down into the units that the view knows below it", () => {
    const commune = { level: "commune", code: "00004" } as const;
    expect(defineView(vaccination).placesBelow(haNoi)).toMatchObject({
      level: "district",
      code: "then_district_code",
      name: "then_district_name",
    });
    expect(defineView(vaccination).placesBelow({ ...haNoi, structure: "now" })?.level).toBe("commune");
    expect(defineView(vaccination).placesBelow({ area: commune, structure: "now" })).toBeNull();
    expect(defineView(targets).placesBelow(nation)?.level).toBe("province");
    expect(defineView(targets).placesBelow(haNoi)).toBeNull();
    expect(defineView(programme).placesBelow(nation)).toBeNull();
  });
});

describe("an answer", () => {
  it("holds numbers, days and texts as the model states them, and missing as missing", async () => {
    const server = answering(
      {
        "vaccination.doses_recorded": "233747367",
        "vaccination.cleansing_forecast_date": "2022-12-01T00:00:00.000",
        "vaccination.now_province_name": "Hà Nội",
      },
      { "vaccination.doses_recorded": null, "vaccination.cleansing_forecast_date": null },
    );
    const view = defineView(vaccination, server.load);
    const question = {
      measures: ["doses_recorded", "cleansing_forecast_date"],
      by: ["now_province_name"],
      days,
    } as const;
    expect(await view.figures(nation, question, signal)).toEqual([
      { doses_recorded: 233_747_367, cleansing_forecast_date: "2022-12-01", now_province_name: "Hà Nội" },
      { doses_recorded: null, cleansing_forecast_date: null, now_province_name: "" },
    ]);
  });

  it("by week or month carries the first day of each", async () => {
    const server = answering({
      "services.date": "2022-06-30T00:00:00.000",
      "vaccination.date.month": "2022-06-01T00:00:00.000",
      "vaccination.doses_sent": 5,
    });
    const points = await defineView(vaccination, server.load).series(
      nation,
      { measures: ["doses_sent"], days },
      "month",
      signal,
    );
    expect(points).toEqual([{ date: "2022-06-01", doses_sent: 5 }]);
    expect(server.asked[0]).toMatchObject({
      timeDimensions: [{ granularity: "month" }],
      order: [["vaccination.date", "asc"]],
    });
  });

  it("that may have been cut short is refused", async () => {
    const server = answering(...Array.from({ length: 10_000 }, () => ({ "resources.doctors": 1 })));
    const asked = defineView(resources, server.load).figures(nation, { measures: ["doctors"], days }, signal);
    await expect(asked).rejects.toThrow("more rows");
  });
});

it("says of every measure what the model says", () => {
  const view = defineView(resources);
  expect(view.measures.map(({ name }) => name)).toEqual(Object.keys(viewMembers.resources.measures));
  expect(view.meta("beds_per_10k")).toMatchObject({ unit: "per_10k", isRate: true, additive: false });
  expect(view.meta("doctors")).toMatchObject({ unit: "person", isRate: false, additive: true });
  expect(view.meta("oldest_update_date").isRate).toBe(false);
  expect(defineView(vaccination).meta("cleansing_progress").target).toMatchObject({ value: 1 });
});
