import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestWarehouse, type TestWarehouse } from "../../warehouse/testing/openTestWarehouse.ts";
import { figuresAt, type PlainFacts, results } from "../testing/plainModel.ts";
import {
  type FactRow,
  forgetLoads,
  publishTestLoad,
  type RollupChange,
  readRollup,
  rebuildTestRollup,
  type TestLoad,
} from "../testing/publicationTestBed.ts";
import type { Grain } from "./rollupColumns.ts";

// The baseline of the campaign lies in the middle of the days that facts happen on.
const baseline = "2022-03-24";
const firstDay = Date.parse("2022-03-17");
const dayCount = 14;
const dayAt = (index: number): string => new Date(firstDay + index * 86_400_000).toISOString().slice(0, 10);

/** Communes of two provinces, one commune of today's structure, and the unknown members of each level. */
const places = [63000001, 63000004, 63026734, 63100001, 63200001, 63300000, 34000004];
const provinceKeys: Record<number, number> = {
  63000001: 63200001,
  63000004: 63200001,
  63026734: 63200079,
  63100001: 63200001,
  63200001: 63200001,
  63200079: 63200079,
  63300000: 63300000,
  34000004: 34200001,
  34200001: 34200001,
};
const provinceKeyOf = (placeKey: number): number => provinceKeys[placeKey] ?? 0;

const person = fc.integer({ min: 1, max: 6 });
const day = fc.integer({ min: 0, max: dayCount - 1 }).map(dayAt);
const place = fc.constantFrom(...places);
const province = fc.constantFrom(63200001, 63200079);

const dose = fc.record({
  person_key: person,
  dose_key: fc.integer({ min: 1, max: 4 }),
  id_key: fc.constant(0),
  id_kind: fc.constantFrom("none", "cccd", "cmtnd", "malformed"),
  birth_year: fc.constantFrom(0, 1950, 1990, 2004, 2012, 2030),
  sex: fc.constantFrom("unknown", "male", "female"),
  place_key: place,
  facility_code: fc.constantFrom("01001", "79001"),
  vaccine_code: fc.constantFrom("pfizer", "moderna"),
  dose_number: fc.integer({ min: 1, max: 4 }),
  lot_number: fc.constant("L1"),
  injected_date: fc.oneof({ weight: 9, arbitrary: day }, { weight: 1, arbitrary: fc.constant("2021-12-31") }),
  entered_date: day,
  sent_date: fc.oneof({ weight: 4, arbitrary: day }, { weight: 1, arbitrary: fc.constant("1970-01-01") }),
});
const check = fc.record({
  person_key: person,
  checked_date: day,
  result: fc.oneof(fc.constant("right"), fc.constantFrom(...results)),
});
const certificate = fc.record({ person_key: person, signed_date: day });
const report = fc.record({
  place_key: province,
  report_date: day,
  dose_number: fc.constant(0),
  cumulative_doses: fc.integer({ min: 0, max: 50 }),
  file_name: fc.constant("reports.csv"),
});
const population = fc.record({
  place_key: fc.constantFrom(63200001, 63200079, 34200001),
  year: fc.integer({ min: 2019, max: 2022 }),
  population: fc.integer({ min: 1, max: 900 }),
  population_18_plus: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 500 })),
});

const uniqueBy = (rows: FactRow[], ...columns: string[]): FactRow[] => [
  ...new Map(rows.map((row) => [columns.map((column) => row[column]).join(" "), row])).values(),
];
const load = fc
  .record({
    batchCode: fc.constantFrom("first", "second"),
    dataset: fc.oneof(
      { weight: 5, arbitrary: fc.constant("real" as const) },
      { weight: 1, arbitrary: fc.constant("sample" as const) },
    ),
    isWithdrawal: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  })
  .chain(({ isWithdrawal, ...common }) => {
    const of = (job: TestLoad["job"], rows: fc.Arbitrary<FactRow[]>) =>
      rows.map((each) => ({ ...common, job, rows: isWithdrawal ? undefined : each }));
    return fc.oneof(
      {
        weight: 4,
        arbitrary: of(
          "doses",
          fc.array(dose, { minLength: 1, maxLength: 16 }).map((rows) => uniqueBy(rows, "person_key", "dose_key")),
        ),
      },
      { weight: 4, arbitrary: of("verifications", fc.array(check, { minLength: 1, maxLength: 20 })) },
      { weight: 1, arbitrary: of("certificates", fc.array(certificate, { minLength: 1, maxLength: 5 })) },
      {
        weight: 1,
        arbitrary: of(
          "administered",
          fc
            .array(report, { minLength: 1, maxLength: 8 })
            .map((rows) =>
              uniqueBy(rows, "place_key", "report_date").map((row, index) => ({ ...row, row_number: index })),
            ),
        ),
      },
      {
        weight: 1,
        arbitrary: of(
          "population",
          fc.array(population, { minLength: 1, maxLength: 5 }).map((rows) => uniqueBy(rows, "place_key", "year")),
        ),
      },
    );
  });
const history = fc
  .array(load, { minLength: 2, maxLength: 6 })
  .map((loads): TestLoad[] => loads.map((each, index) => ({ ...each, loadId: index + 1 })));

/** The facts that count: of each batch those of its newest publication, which may be its withdrawal. */
const factsOf = (loads: readonly TestLoad[], dataset: string): PlainFacts => {
  const newest = new Map(
    loads.filter((each) => each.dataset === dataset).map((each) => [`${each.job} ${each.batchCode}`, each]),
  );
  const rows = (job: TestLoad["job"]) =>
    [...newest.values()]
      .filter((each) => each.job === job)
      .flatMap((each) => (each.rows ?? []).map((row) => ({ order: each.loadId, row })));
  const text = (row: FactRow, name: string): string => String(row[name]);
  const number = (row: FactRow, name: string): number => Number(row[name]);
  return {
    doses: rows("doses").map(({ order, row }) => ({
      order,
      person: number(row, "person_key"),
      dose: number(row, "dose_key"),
      placeKey: number(row, "place_key"),
      idKind: text(row, "id_kind"),
      sex: text(row, "sex"),
      birthYear: number(row, "birth_year"),
      facility: text(row, "facility_code"),
      vaccine: text(row, "vaccine_code"),
      number: number(row, "dose_number"),
      injected: text(row, "injected_date"),
      entered: text(row, "entered_date"),
      sent: text(row, "sent_date") === "1970-01-01" ? undefined : text(row, "sent_date"),
    })),
    checks: rows("verifications").map(({ order, row }) => ({
      order,
      person: number(row, "person_key"),
      day: text(row, "checked_date"),
      result: text(row, "result"),
    })),
    certificates: rows("certificates").map(({ row }) => ({
      person: number(row, "person_key"),
      day: text(row, "signed_date"),
    })),
    reports: rows("administered").map(({ order, row }) => ({
      order,
      placeKey: number(row, "place_key"),
      day: text(row, "report_date"),
      doses: number(row, "cumulative_doses"),
    })),
    populations: rows("population").map(({ order, row }) => ({
      order,
      placeKey: number(row, "place_key"),
      year: number(row, "year"),
      population: number(row, "population"),
      adults: number(row, "population_18_plus"),
    })),
  };
};

const sumUpTo = (changes: readonly RollupChange[], until: string): Map<string, number[]> => {
  const sums = new Map<string, number[]>();
  for (const change of changes) {
    if (change.day > until) continue;
    const before = sums.get(change.key);
    sums.set(
      change.key,
      change.measures.map((value, index) => value + (before?.[index] ?? 0)),
    );
  }
  for (const [key, values] of sums) if (values.every((value) => value === 0)) sums.delete(key);
  return sums;
};
const sorted = (figures: Map<string, number[]>) => Object.fromEntries([...figures].toSorted());

describe("publishing loads in any order", () => {
  let warehouse: TestWarehouse;
  beforeAll(async () => {
    warehouse = await openTestWarehouse();
  });
  afterAll(() => warehouse.close());

  it("leaves sums that equal the plain model, and what a rebuild finds", { timeout: 120_000 }, async () => {
    const days = [
      "2018-12-31",
      "2019-01-01",
      "2020-12-31",
      "2021-12-31",
      ...Array.from({ length: dayCount }, (_, index) => dayAt(index)),
    ];
    await fc.assert(
      fc.asyncProperty(history, async (loads) => {
        await forgetLoads(warehouse);
        for (const each of loads) await publishTestLoad(warehouse, each);
        for (const dataset of ["real", "sample"] as const) {
          const facts = factsOf(loads, dataset);
          for (const grain of ["detail", "commune", "province"] as const satisfies readonly Grain[]) {
            const changes = await readRollup(warehouse, dataset, grain);
            for (const each of days) {
              const expected = figuresAt(each, grain, facts, baseline, provinceKeyOf);
              expect(sorted(sumUpTo(changes, each)), `${dataset} ${grain} ${each}`).toEqual(sorted(expected));
            }
          }
        }
        const before = await readRollup(warehouse, "real", "detail");
        await rebuildTestRollup(warehouse, "real", loads.length + 1);
        expect(await readRollup(warehouse, "real", "detail")).toEqual(before);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });
});
