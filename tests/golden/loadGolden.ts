import { fileURLToPath } from "node:url";
import type { Job } from "../../etl/job.ts";
import { administeredJob } from "../../etl/jobs/administered/administeredJob.ts";
import { certificatesJob } from "../../etl/jobs/certificates/certificatesJob.ts";
import { dosesJob } from "../../etl/jobs/doses/dosesJob.ts";
import { facilitiesJob } from "../../etl/jobs/facilities/facilitiesJob.ts";
import { populationJob } from "../../etl/jobs/population/populationJob.ts";
import { verificationsJob } from "../../etl/jobs/verifications/verificationsJob.ts";
import { runJob } from "../../etl/run/runJob.ts";
import type { RunSummary } from "../../etl/run/runSummary.ts";
import type { TestData } from "../../warehouse/testing/openTestWarehouse.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";

/** Checks come before the doses they are about, and a batch is loaded wrong before it is corrected. */
const loads: readonly (readonly [job: Job, file: string, batchCode: string])[] = [
  [facilitiesJob, "facilities.csv", "facilities"],
  [populationJob, "population.csv", "population"],
  [administeredJob, "administered.csv", "administered"],
  [verificationsJob, "verifications_1.csv", "verifications_1"],
  [dosesJob, "doses_1.csv", "doses_1"],
  [dosesJob, "doses_2_first.csv", "doses_2"],
  [verificationsJob, "verifications_2.csv", "verifications_2"],
  [dosesJob, "doses_2_corrected.csv", "doses_2"],
  [dosesJob, "doses_3.csv", "doses_3"],
  [certificatesJob, "certificates.csv", "certificates"],
];

/** Loads the golden scenario (tests/golden/README.md) into an empty, migrated warehouse. */
export const loadGolden = async (warehouse: Warehouse): Promise<RunSummary[]> => {
  const config = { hashKey: { k0: "11", k1: "12" }, rejectsKey: "0".repeat(64) };
  const summaries: RunSummary[] = [];
  for (const [job, file, batchCode] of loads) {
    const paths = [fileURLToPath(new URL(file, import.meta.url))];
    summaries.push(await runJob({ job, paths, batchCode, asOf: "2022-06-30" }, { warehouse, config }));
  }
  return summaries;
};

/** The same for several test files. */
export const goldenData: TestData = { name: "golden", load: loadGolden };
