import { fileURLToPath } from "node:url";
import { findJob } from "../../../etl/jobs.ts";
import { runJob } from "../../../etl/run/runJob.ts";
import type { RunSummary } from "../../../etl/run/runSummary.ts";
import type { TestData } from "../../../warehouse/testing/openTestWarehouse.ts";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";

/** Facilities come first: reports look them up. A file after another of its job restates it in a batch of its own. */
const loads: readonly (readonly [job: string, file: string])[] = [
  ["facilities", "facilities.csv"],
  ["population", "population.csv"],
  ["resources", "resources_1.csv"],
  ["services", "services.csv"],
  ["payments", "payments.csv"],
  ["connections", "connections.csv"],
  ["procedures", "procedures.csv"],
  ["dossiers", "dossiers.csv"],
  ["resources", "resources_2_restated.csv"],
];

/** Loads the golden scenario of the other subject areas (README.md here) into a migrated warehouse, as of 2022-06-30. */
export const loadGoldenHealth = async (warehouse: Warehouse): Promise<RunSummary[]> => {
  const config = { hashKey: { k0: "11", k1: "12" }, rejectsKey: "0".repeat(64) };
  const summaries: RunSummary[] = [];
  for (const [job, file] of loads) {
    const paths = [fileURLToPath(new URL(file, import.meta.url))];
    summaries.push(await runJob({ job: findJob(job), paths, asOf: "2022-06-30" }, { warehouse, config }));
  }
  return summaries;
};

/** The same for several test files. */
export const goldenHealthData: TestData = { name: "goldenHealth", load: loadGoldenHealth };
