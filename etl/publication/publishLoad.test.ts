import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../../warehouse/testing/openTestWarehouse.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import {
  type FactRow,
  forgetLoads,
  publishTestLoad,
  readRollup,
  rebuildTestRollup,
  type TestLoad,
} from "../testing/publicationTestBed.ts";

let warehouse: TestWarehouse;
beforeAll(async () => {
  warehouse = await openTestWarehouse();
});
beforeEach(() => forgetLoads(warehouse));
afterAll(() => warehouse.close());

/** Person n of eight, their keys as far apart as hashes are. */
const personKey = (n: number): string => String((BigInt(n) << 125n) + 7n);
const aDose = (n: number, number: number, overrides: FactRow = {}): FactRow => ({
  person_key: personKey(n),
  dose_key: n * 10 + number,
  id_key: 0,
  id_kind: "cccd",
  birth_year: 1980,
  sex: "female",
  place_key: 63_000_001,
  facility_code: "01001",
  vaccine_code: "pfizer",
  dose_number: number,
  lot_number: "L1",
  injected_date: `2022-01-0${number}`,
  entered_date: `2022-01-0${number}`,
  sent_date: `2022-02-0${number}`,
  ...overrides,
});
const people = [0, 1, 2, 3, 4, 5, 6, 7];
const doses: TestLoad = {
  job: "doses",
  batchCode: "doses",
  loadId: 1,
  dataset: "real",
  rows: people.flatMap((n) => [aDose(n, 1), aDose(n, 2)]),
};
const corrected: TestLoad = {
  ...doses,
  loadId: 2,
  rows: people.flatMap((n) => [aDose(n, 1), aDose(n, 2, n === 3 ? { place_key: 63_026_734 } : {})]),
};
const checks: TestLoad = {
  job: "verifications",
  batchCode: "checks",
  loadId: 3,
  dataset: "real",
  rows: people.map((n) => ({
    person_key: personKey(n),
    checked_date: "2022-02-10",
    result: n % 2 ? "right" : "no_id",
  })),
};
const everyGrain = async () =>
  Promise.all((["detail", "commune", "province"] as const).map((grain) => readRollup(warehouse, "real", grain)));
const partitions = (table: string) =>
  warehouse.query(
    `SELECT DISTINCT partition FROM system.parts WHERE active AND concat(database, '.', table) = '${table}' ORDER BY 1`,
    {
      schema: z.object({ partition: z.string() }),
    },
  );

describe("publishLoad", () => {
  it("gives the same in one round or in many", async () => {
    for (const load of [doses, checks, corrected]) await publishTestLoad(warehouse, load);
    const inOne = await everyGrain();
    await forgetLoads(warehouse);
    for (const load of [doses, checks, corrected]) await publishTestLoad(warehouse, load, { rowsPerRound: 3 });
    expect(await everyGrain()).toEqual(inOne);
    expect(await partitions("landing.rollup_changes")).toEqual([]);
    expect(await partitions("landing.rollup_subjects")).toEqual([]);
  });

  it("gives the same whether checks or doses come first", async () => {
    for (const load of [doses, checks]) await publishTestLoad(warehouse, load);
    const dosesFirst = await everyGrain();
    await forgetLoads(warehouse);
    for (const load of [checks, doses]) await publishTestLoad(warehouse, load);
    expect(await everyGrain()).toEqual(dosesFirst);
  });

  it("writes only what a corrected file corrects", async () => {
    await publishTestLoad(warehouse, doses);
    await publishTestLoad(warehouse, corrected);
    const places = await warehouse.query(
      "SELECT DISTINCT place_key FROM mart.agg_vaccination_by_day WHERE load_id = 2 AND grain = 'commune' ORDER BY place_key",
      { schema: z.object({ place_key: z.number() }) },
    );
    expect(places.map((row) => row.place_key)).toEqual([63_000_001, 63_026_734]);
    const [rows] = await warehouse.query(
      "SELECT sum(abs(subjects_recorded)) AS moved FROM mart.agg_vaccination_by_day WHERE load_id = 2 AND grain = 'commune'",
      { schema: z.object({ moved: z.number() }) },
    );
    expect(rows?.moved).toBe(2);
  });

  it("takes a withdrawn batch's figures back", async () => {
    await publishTestLoad(warehouse, checks);
    await publishTestLoad(warehouse, doses);
    await publishTestLoad(warehouse, { ...doses, loadId: 4, rows: undefined });
    expect(await everyGrain()).toEqual([[], [], []]);
  });

  it("publishes nothing twice", async () => {
    await publishTestLoad(warehouse, doses);
    const once = await everyGrain();
    await publishTestLoad(warehouse, { ...doses, rows: [] });
    expect(await everyGrain()).toEqual(once);
  });

  it("leaves nothing that counts when it breaks off at any statement, and the next run is undisturbed", {
    timeout: 120_000,
  }, async () => {
    /** Fails at the nth statement, as a killed process would leave it. */
    const breakingAt = (nth: number): Warehouse => {
      let count = 0;
      return {
        ...warehouse,
        command: (sql, options) => {
          // Sweeping up and the lock's signs of life may fail without breaking a run.
          if (/^\s*(?:DROP TABLE|INSERT INTO ops\.publication_lock)/.test(sql)) return warehouse.command(sql, options);
          count += 1;
          return count === nth ? Promise.reject(new Error("killed")) : warehouse.command(sql, options);
        },
      };
    };
    await publishTestLoad(warehouse, doses);
    await publishTestLoad(warehouse, checks);
    const before = await everyGrain();
    let broken = 0;
    for (let nth = 2; nth < 60; nth += 2) {
      const loadId = 100 + nth;
      const outcome = await publishTestLoad(breakingAt(nth), { ...corrected, loadId }, { rowsPerRound: 20 }).then(
        () => "published",
        () => "broken",
      );
      if (outcome === "published") break;
      broken += 1;
      expect(await everyGrain(), `broken at statement ${nth}`).toEqual(before);
    }
    expect(broken).toBeGreaterThan(8);
    const after = await everyGrain();
    await forgetLoads(warehouse);
    for (const load of [corrected, checks]) await publishTestLoad(warehouse, load);
    expect(after).toEqual(await everyGrain());
  });
});

describe("rebuildRollup", () => {
  it("publishes what another baseline of the campaign changes", async () => {
    await publishTestLoad(warehouse, doses);
    await publishTestLoad(warehouse, checks);
    const asBefore = await everyGrain();
    const setBaseline = (day: string) =>
      warehouse.command(
        "INSERT INTO mart.dim_campaigns SELECT * REPLACE ({day:Date} AS baseline_date) FROM mart.dim_campaigns FINAL",
        {
          params: { day },
        },
      );
    await setBaseline("2022-02-05");
    await rebuildTestRollup(warehouse, "real", 50);
    const rebuilt = await everyGrain();
    expect(rebuilt).not.toEqual(asBefore);
    await forgetLoads(warehouse);
    for (const load of [doses, checks]) await publishTestLoad(warehouse, load);
    expect(await everyGrain()).toEqual(rebuilt);
    await setBaseline("2022-03-24");
  });
});
