import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { goldenHealthData } from "../tests/golden/health/loadGoldenHealth.ts";
import { goldenData } from "../tests/golden/loadGolden.ts";
import { openTestWarehouse, type TestData, type TestWarehouse } from "../warehouse/testing/openTestWarehouse.ts";
import { sourcesBehind } from "./server/question/sourcesBehind.ts";
import { views } from "./server/question/views.ts";
import { type RunningServer, startServer } from "./server/startServer.ts";
import { ask } from "./testing/askCube.ts";
import { measuresOf } from "./testing/measuresOf.ts";

const serving = async (
  data: TestData,
  check: (warehouse: TestWarehouse, server: RunningServer) => Promise<void>,
): Promise<void> => {
  const warehouse = await openTestWarehouse({ holding: data });
  const server = await startServer({ host: "127.0.0.1", port: 0, warehouse }, { log: pino({ level: "silent" }) });
  try {
    await check(warehouse, server);
  } finally {
    await server.close();
    await warehouse.close();
  }
};

/** Every measure of a view that has a value, as known at a publication; at the newest, if none is named. */
const toldBy = async (url: string, view: string, known?: string): Promise<Record<string, unknown>> => {
  const names = (await measuresOf(url, view)).map((name) => name.slice(name.indexOf(".") + 1));
  const filters = known === undefined ? [] : [{ member: "as_known_on", operator: "equals", values: [known] }];
  const rows = await ask(url, { view, measures: names, filters });
  return Object.fromEntries(rows.flatMap((row) => Object.entries(row)).filter(([, value]) => value !== null));
};

/** Publishes anew, or withdraws, what the sources last held. */
const publishAgain = async (
  warehouse: TestWarehouse,
  { only, isWithdrawn }: { only: readonly string[]; isWithdrawn: boolean },
): Promise<void> => {
  await warehouse.command(
    `INSERT INTO ops.publications
     SELECT * REPLACE ((SELECT max(publication_number) FROM ops.publications) + rowNumberInAllBlocks() + 1 AS publication_number,
       {withdrawn:Bool} AS is_withdrawal)
     FROM (
       SELECT * FROM ops.publications WHERE job IN {jobs:Array(String)}
       ORDER BY publication_number DESC LIMIT 1 BY job, batch_code)`,
    { params: { jobs: [...only], withdrawn: isWithdrawn } },
  );
};

const checked = [
  ...["subjects_verified", "doses_verified", "verified_subject_rate", "verified_dose_rate", "subjects_wrong"],
  ...["doses_wrong", "subjects_unverifiable", "doses_unverifiable", "subjects_to_clean", "doses_to_clean"],
  ...["subjects_pending", "doses_pending", "baseline_subjects", "baseline_subjects_to_clean", "subjects_relapsed"],
  ...["subjects_newly_to_clean", "cleansing_progress", "cleansing_rate", "cleansing_forecast_date"],
  ...["subjects_cleansed_in_period", "newest_cleansing_date", "newest_dose_cleansing_date"],
];

/** Each asks every view many times. */
const patience = 300_000;

describe("what a source that was never loaded would give", () => {
  it(
    "is missing of vaccination, and never 0",
    async () => {
      await serving(goldenData, async (warehouse, { url }) => {
        for (const view of Object.keys(views)) expect([view, await toldBy(url, view, "p0")]).toEqual([view, {}]);
        const before = await toldBy(url, "vaccination", "p9");
        expect(before).toHaveProperty("doses_recorded");
        expect(before).not.toHaveProperty("certificates_signed");
        expect(before).not.toHaveProperty("certificate_rate");
        expect(await toldBy(url, "vaccination", "p10")).toHaveProperty("certificates_signed");
        expect(Object.keys(before)).toEqual(expect.arrayContaining(["subjects_verified", "subjects_pending"]));
        await publishAgain(warehouse, { only: ["verifications"], isWithdrawn: true });
        const unchecked = await toldBy(url, "vaccination");
        expect(unchecked).toHaveProperty("subjects_sent");
        expect(Object.keys(unchecked).filter((name) => checked.includes(name))).toEqual([]);
      });
    },
    patience,
  );

  it(
    "is missing of every view while all others are loaded, and while one of its own is loaded alone",
    async () => {
      await serving(goldenHealthData, async (warehouse, { url }) => {
        const loaded = await warehouse.query("SELECT DISTINCT toString(job) AS job FROM ops.publications", {
          schema: z.object({ job: z.string() }),
        });
        const jobs = loaded.map(({ job }) => job);
        const holdOnly = async (only: readonly string[]): Promise<void> => {
          await publishAgain(warehouse, { only: jobs, isWithdrawn: true });
          await publishAgain(warehouse, { only, isWithdrawn: false });
        };
        const asked = Object.entries(views).filter(
          ([view]) => !["targets", "reconciliation", "vaccination", "data_quality"].includes(view),
        );
        const behind = new Map<string, readonly string[]>();
        for (const [view] of asked) behind.set(view, await sourcesBehind(view));
        const isBehind = (job: string, view: string): boolean => behind.get(view)?.includes(job) ?? false;

        for (const [view] of asked) {
          await holdOnly(jobs.filter((job) => !isBehind(job, view)));
          expect([view, await toldBy(url, view)]).toEqual([view, {}]);
        }
        for (const [index, job] of jobs.entries()) {
          await holdOnly([job]);
          // Of the views that have nothing of it, each job is held against another one.
          const others = asked.filter(([view]) => !isBehind(job, view));
          const other = others[index % others.length];
          const own = asked.filter(([view]) => isBehind(job, view));
          for (const [view, { jobs: facts }] of other === undefined ? own : [...own, other]) {
            const told = await toldBy(url, view);
            if (!isBehind(job, view)) expect([job, view, told]).toEqual([job, view, {}]);
            const zeros = Object.keys(told).filter((name) => told[name] === 0);
            if (!facts.some((name) => name === job)) expect([job, view, zeros]).toEqual([job, view, []]);
          }
        }
      });
    },
    patience,
  );
});
