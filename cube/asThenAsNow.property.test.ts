import fc from "fast-check";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../warehouse/testing/openTestWarehouse.ts";
import { type RunningServer, startServer } from "./server/startServer.ts";
import { ask, type Row } from "./testing/askCube.ts";
import { publish, writeRows } from "./testing/changes.ts";

let warehouse: TestWarehouse;
let server: RunningServer;

beforeAll(async () => {
  warehouse = await openTestWarehouse();
  server = await startServer({ host: "127.0.0.1", port: 0, warehouse }, { log: pino({ level: "silent" }) });
});

afterAll(async () => {
  await server?.close();
  await warehouse?.close();
});

/** Whole and split communes of the 63, communes of the 34, districts and provinces known alone, and nothing known. */
const places = [
  ...[63000004, 63000001, 63000007, 63000040, 63026734, 63000016, 63100001, 63200001, 63200079, 63300000],
  ...[34000004, 34200001, 34300000],
];
const days = ["2022-03-01", "2022-03-31", "2022-04-15", "2022-05-31", "2022-06-30"];
const months = ["2022-03-01", "2022-04-01", "2022-05-01", "2022-06-01"];

interface Report {
  facility: string;
  day: string;
  place: number;
  /** -1: not reported. */
  count: number;
}
/** A publication: a batch with its reports, or its withdrawal where there are none. */
interface Batch {
  batch: string;
  reports: Report[];
}

const report: fc.Arbitrary<Report> = fc.record({
  facility: fc.constantFrom("F1", "F2", "F3", "F4", "F5"),
  day: fc.constantFrom(...days),
  place: fc.constantFrom(...places),
  count: fc.oneof(
    { weight: 1, arbitrary: fc.constant(-1) },
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 999 }) },
  ),
});
const batch: fc.Arbitrary<Batch> = fc.record({
  batch: fc.constantFrom("a", "b", "c"),
  reports: fc.uniqueArray(report, { selector: ({ facility, day }) => `${facility} ${day}`, maxLength: 8 }),
});

/** What is true after a publication: each batch is its newest file, each facility's day its newest batch. */
const trueReports = (history: readonly Batch[]): Report[] => {
  const newest = new Map<string, { at: number; reports: Report[] }>();
  history.forEach(({ batch: code, reports }, at) => {
    newest.set(code, { at, reports });
  });
  const units = new Map<string, Report>();
  for (const { reports } of [...newest.values()].sort((a, b) => a.at - b.at)) {
    for (const each of reports) units.set(`${each.facility} ${each.day}`, each);
  }
  return [...units.values()];
};

const sumOf = (reports: readonly Report[]): number | null => {
  const told = reports.filter(({ count }) => count >= 0);
  return told.length === 0 ? null : told.reduce((sum, { count }) => sum + count, 0);
};

const forget = async (): Promise<void> => {
  for (const table of ["mart.fct_payments", "ops.publications"]) await warehouse.command(`TRUNCATE TABLE ${table}`);
};

let nextLoad = 1000;
const load = async (history: readonly Batch[]): Promise<void> => {
  await forget();
  for (const [index, { batch: code, reports }] of history.entries()) {
    nextLoad++;
    await writeRows(
      warehouse,
      "mart.fct_payments",
      reports.map(({ facility, day, place, count }) => ({
        ...{ load_id: nextLoad, facility_code: facility, place_key: place, payment_date: day },
        ...{ method_code: "cash", transaction_count: count, amount_vnd: -1 },
      })),
    );
    await publish(warehouse, {
      ...{ number: index + 1, loadId: nextLoad, job: "payments", batchCode: code, isWithdrawal: reports.length === 0 },
      ...{ firstDate: "2022-03-01", lastDate: "2022-06-30" },
    });
  }
};

const transactionsBy = async (dimensions: string[], known?: number, granularity?: string): Promise<Row[]> =>
  (
    await ask(server.url, {
      view: "payments",
      measures: ["transactions"],
      dimensions,
      ...(granularity === undefined ? {} : { granularity, dateRange: ["2022-03-01", "2022-06-30"] }),
      filters: known === undefined ? [] : [{ member: "as_known_on", operator: "equals", values: [`p${known}`] }],
    })
  ).filter((row) => row.transactions !== null);

const total = (rows: readonly Row[]): number | null =>
  rows.length === 0 ? null : rows.reduce((sum, row) => sum + Number(row.transactions), 0);

const readProvinces = async (): Promise<{ place: number; thenCode: string; nowCode: string }[]> =>
  warehouse.query(
    `SELECT place_key AS place, then_province_code AS thenCode, now_province_code AS nowCode FROM mart.dim_places FINAL
     WHERE place_key IN {places:Array(UInt32)}`,
    { params: { places }, schema: z.object({ place: z.number(), thenCode: z.string(), nowCode: z.string() }) },
  );

const dimensions = ["then_province_code", "now_province_code", "then_commune_code", "now_commune_code", "area_mapping"];
const sides: Record<string, "thenCode" | "nowCode"> = { then_province_code: "thenCode", now_province_code: "nowCode" };

describe("random reports, restatements and withdrawals", () => {
  it("add up alike in both structures, at every level, as known at every publication", async () => {
    const provinces = new Map((await readProvinces()).map((each) => [each.place, each]));
    expect(provinces.size).toBe(places.length);
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 5 }), async (history) => {
        await load(history);
        for (const known of [Math.ceil(history.length / 2), history.length]) {
          const truth = trueReports(history.slice(0, known));
          const [byMonth, ...byDimension] = await Promise.all([
            transactionsBy([], known, "month"),
            ...dimensions.map((dimension) => transactionsBy([dimension], known)),
          ]);
          dimensions.forEach((dimension, index) => {
            const rows = byDimension[index] ?? [];
            expect([known, dimension, total(rows)]).toEqual([known, dimension, sumOf(truth)]);
            const side = sides[dimension];
            if (side === undefined) return;
            for (const code of new Set([...provinces.values()].map((each) => each[side]))) {
              const expected = sumOf(truth.filter(({ place }) => provinces.get(place)?.[side] === code));
              const shown = rows.find((row) => row[dimension] === code)?.transactions ?? null;
              expect([known, dimension, code, shown]).toEqual([known, dimension, code, expected]);
            }
          });
          for (const month of months) {
            const shown = byMonth.find((row) => row.date === month)?.transactions ?? null;
            const expected = sumOf(truth.filter(({ day }) => day.slice(0, 7) === month.slice(0, 7)));
            expect([known, month, shown]).toEqual([known, month, expected]);
          }
        }
      }),
      { numRuns: 6 },
    );
  });
});
