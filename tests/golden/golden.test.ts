import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { RunSummary } from "../../etl/run/runSummary.ts";
import { rebuildTestRollup } from "../../etl/testing/publicationTestBed.ts";
import { openTestWarehouse, type TestWarehouse } from "../../warehouse/testing/openTestWarehouse.ts";
import { loadGolden } from "./loadGolden.ts";

let warehouse: TestWarehouse;
let summaries: RunSummary[];
beforeAll(async () => {
  warehouse = await openTestWarehouse();
  summaries = await loadGolden(warehouse);
});
afterAll(() => warehouse.close());

const [baseline, april, june] = ["2022-03-24", "2022-04-30", "2022-06-30"];
const wrong = "state IN ('wrong_birth_date', 'wrong_name', 'wrong_name_and_birth_date', 'id_not_found', 'wrong_other')";
const unverifiable = "state IN ('no_id', 'malformed_id', 'not_matched')";
const ofBaseline = "cohort IN ('baseline', 'baseline_relapsed')";

/** Sum of changes up to the end of a day, over published loads, in the real data set. */
const sum = async (day: string, measure: string, condition = "true", grain = "province"): Promise<number> => {
  const [row] = await warehouse.query(
    `SELECT sum(${measure}) AS value FROM mart.agg_vaccination_by_day
     WHERE grain = {grain:String} AND day <= {day:Date} AND load_id IN (SELECT load_id FROM mart.published_loads) AND ${condition}`,
    { params: { day, grain }, schema: z.object({ value: z.number() }) },
  );
  return row?.value ?? Number.NaN;
};
const onEachDay = (measure: string, condition?: string): Promise<number[]> =>
  Promise.all([baseline, april, june].map((day) => sum(day, measure, condition)));

// The numbers are those of README.md, counted by hand: at the end of 2022-03-24, 2022-04-30 and 2022-06-30.
const expected: readonly (readonly [name: string, measure: string, condition: string, values: readonly number[]])[] = [
  ["doses_administered", "doses_administered", "true", [18, 22, 25]],
  ["doses_injected", "doses_injected", "true", [19, 20, 23]],
  ["doses_recorded", "doses_recorded", "true", [18, 20, 23]],
  ["subjects_recorded", "subjects_recorded", "true", [9, 10, 12]],
  ["subjects_sent", "subjects_sent", "true", [9, 10, 11]],
  ["doses_sent", "doses_sent", "true", [18, 19, 21]],
  ["subjects_with_id", "subjects_sent", "id_kind IN ('cccd', 'cmtnd')", [7, 8, 9]],
  ["subjects_without_id", "subjects_sent", "id_kind IN ('none', 'malformed')", [2, 2, 2]],
  ["subjects_verified", "subjects_sent", "state = 'right'", [1, 4, 5]],
  ["doses_verified", "doses_sent", "state = 'right'", [3, 9, 10]],
  ["subjects_pending", "subjects_sent", "state = 'pending'", [2, 1, 1]],
  ["doses_pending", "doses_sent", "state = 'pending'", [4, 2, 2]],
  ["subjects_wrong", "subjects_sent", wrong, [4, 3, 4]],
  ["doses_wrong", "doses_sent", wrong, [8, 5, 7]],
  ["subjects_wrong: wrong_birth_date", "subjects_sent", "state = 'wrong_birth_date'", [1, 0, 0]],
  ["subjects_wrong: wrong_name", "subjects_sent", "state = 'wrong_name'", [1, 0, 1]],
  ["subjects_wrong: wrong_name_and_birth_date", "subjects_sent", "state = 'wrong_name_and_birth_date'", [0, 1, 1]],
  ["subjects_wrong: id_not_found", "subjects_sent", "state = 'id_not_found'", [1, 1, 1]],
  ["subjects_wrong: wrong_other", "subjects_sent", "state = 'wrong_other'", [1, 1, 1]],
  ["subjects_unverifiable", "subjects_sent", unverifiable, [2, 2, 1]],
  ["doses_unverifiable", "doses_sent", unverifiable, [3, 3, 2]],
  ["baseline_subjects", "subjects_sent", ofBaseline, [0, 6, 6]],
  ["baseline_subjects_to_clean", "subjects_sent", `${ofBaseline} AND (${wrong} OR ${unverifiable})`, [0, 3, 3]],
  ["subjects_relapsed", "subjects_sent", "cohort = 'baseline_relapsed'", [0, 0, 1]],
  ["to clean outside the cohort", "subjects_sent", `cohort = 'none' AND (${wrong} OR ${unverifiable})`, [6, 2, 2]],
  ["subjects_cleansed", "subjects_cleansed", "true", [0, 3, 3]],
  ["people_with_1_dose", "people_with_1_dose", "true", [9, 10, 12]],
  ["people_with_2_doses", "people_with_2_doses", "true", [8, 8, 8]],
  ["people_with_3_doses", "people_with_3_doses", "true", [1, 2, 3]],
  ["certificates_signed", "certificates_signed", "true", [0, 2, 2]],
  ["population", "population", "true", [3000, 3000, 3000]],
  ["population_18_plus", "population_18_plus", "true", [2200, 2200, 2200]],
];

describe("golden scenario", () => {
  it("reads every row, and finds what is odd", () => {
    const rows = summaries.map(({ batch, read, accepted, rejected }) => [batch, read, accepted, rejected]);
    expect(rows).toEqual([
      ["facilities", 2, 2, 0],
      ["population", 2, 2, 0],
      ["administered", 5, 5, 0],
      ["verifications_1", 8, 8, 0],
      ["doses_1", 14, 14, 0],
      ["doses_2", 4, 4, 0],
      ["verifications_2", 9, 9, 0],
      ["doses_2", 5, 5, 0],
      ["doses_3", 4, 4, 0],
      ["certificates", 3, 3, 0],
    ]);
  });

  for (const [name, measure, condition, values] of expected) {
    it(`${name}: ${values.join(", ")}`, async () => {
      expect(await onEachDay(measure, condition)).toEqual(values);
    });
  }

  it("says the same at every grain, and by province", async () => {
    for (const grain of ["province", "commune", "detail"]) {
      expect([await sum(june, "doses_sent", "true", grain), await sum(june, "subjects_sent", "true", grain)]).toEqual([
        21, 11,
      ]);
    }
    const at = (place: number, measure: string) => sum(june, measure, `place_key = ${place}`);
    expect([
      await at(63_200_001, "subjects_sent"),
      await at(63_200_079, "subjects_sent"),
      await at(63_300_000, "subjects_sent"),
    ]).toEqual([6, 4, 1]);
    expect([
      await at(63_200_001, "doses_recorded"),
      await at(63_200_079, "doses_recorded"),
      await at(63_300_000, "doses_recorded"),
    ]).toEqual([12, 10, 1]);
    // The corrected file moved a person home: nothing stays where the first file had put it.
    expect(await sum(june, "subjects_recorded", "place_key = 63000004", "commune")).toBe(4);
    expect(await sum(june, "subjects_recorded", "place_key = 63026734", "commune")).toBe(4);
    expect(await sum(june, "subjects_recorded", "place_key = 63200079", "commune")).toBe(1);
  });

  it("is what a rebuild finds", async () => {
    await rebuildTestRollup(warehouse, "real", 1_000_000);
    const [written] = await warehouse.query(
      "SELECT count() AS rows FROM mart.agg_vaccination_by_day WHERE load_id = 1000000",
      { schema: z.object({ rows: z.number() }) },
    );
    expect(written?.rows).toBe(0);
  });
});
