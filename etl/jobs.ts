import { type SourceName, sourceNames } from "../warehouse/sources/sources.ts";
import { UserError } from "../warehouse/UserError.ts";
import type { Job } from "./job.ts";
import { administeredJob } from "./jobs/administered/administeredJob.ts";
import { areasJob } from "./jobs/areas/areasJob.ts";
import { boundariesJob } from "./jobs/boundaries/boundariesJob.ts";
import { certificatesJob } from "./jobs/certificates/certificatesJob.ts";
import { claimsJob } from "./jobs/claims/claimsJob.ts";
import { codesJob } from "./jobs/codes/codesJob.ts";
import { connectionsJob } from "./jobs/connections/connectionsJob.ts";
import { dosesJob } from "./jobs/doses/dosesJob.ts";
import { dossiersJob } from "./jobs/dossiers/dossiersJob.ts";
import { expectedSourcesJob } from "./jobs/expected_sources/expectedSourcesJob.ts";
import { facilitiesJob } from "./jobs/facilities/facilitiesJob.ts";
import { indicatorsJob } from "./jobs/indicators/indicatorsJob.ts";
import { officialTotalsJob } from "./jobs/official_totals/officialTotalsJob.ts";
import { paymentsJob } from "./jobs/payments/paymentsJob.ts";
import { populationJob } from "./jobs/population/populationJob.ts";
import { proceduresJob } from "./jobs/procedures/proceduresJob.ts";
import { reconciliationRulesJob } from "./jobs/reconciliation_rules/reconciliationRulesJob.ts";
import { resourcesJob } from "./jobs/resources/resourcesJob.ts";
import { servicesJob } from "./jobs/services/servicesJob.ts";
import { targetsJob } from "./jobs/targets/targetsJob.ts";
import { taskReportsJob } from "./jobs/task_reports/taskReportsJob.ts";
import { tasksJob } from "./jobs/tasks/tasksJob.ts";
import { verificationsJob } from "./jobs/verifications/verificationsJob.ts";

/** The job of each source. */
const jobOf: Readonly<Record<SourceName, Job>> = {
  facilities: facilitiesJob,
  doses: dosesJob,
  verifications: verificationsJob,
  certificates: certificatesJob,
  administered: administeredJob,
  population: populationJob,
  procedures: proceduresJob,
  dossiers: dossiersJob,
  resources: resourcesJob,
  payments: paymentsJob,
  services: servicesJob,
  claims: claimsJob,
  connections: connectionsJob,
  official_totals: officialTotalsJob,
  reconciliation_rules: reconciliationRulesJob,
  areas: areasJob,
  boundaries: boundariesJob,
  codes: codesJob,
  indicators: indicatorsJob,
  targets: targetsJob,
  tasks: tasksJob,
  task_reports: taskReportsJob,
  expected_sources: expectedSourcesJob,
};

export const jobs: readonly Job[] = sourceNames.map((name) => jobOf[name]);

/** @throws UserError for a name that is no job's */
export const findJob = (name: string): Job => {
  const job = jobs.find((each) => each.name === name);
  if (job === undefined) {
    throw new UserError(`There is no job "${name}"`, { fix: `use one of ${jobs.map((each) => each.name).join(", ")}` });
  }
  return job;
};
