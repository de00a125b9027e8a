import type { SampleSource, SampleSourceOf } from "../warehouse/sources/sources.ts";
import { connectionSeed } from "./health/connectionReports.ts";
import { dossierSeed } from "./health/dossierReports.ts";
import { paymentSeed } from "./health/paymentReports.ts";
import { populationSeed } from "./health/populationGroups.ts";
import { procedureSeed } from "./health/procedures.ts";
import { resourceSeed } from "./health/resourceReports.ts";
import { targetSeed } from "./health/sampleTargets.ts";
import { serviceSeed } from "./health/serviceReports.ts";
import { facilitySeed } from "./health/writeFacilities.ts";
import { peopleFormats } from "./peopleFormats.ts";
import type { FileFormat, ReportSeed } from "./Seed.ts";

/** The seed of each source of reports. */
export const reportSeeds: Readonly<Record<SampleSourceOf<"reports">, ReportSeed>> = {
  facilities: facilitySeed,
  population: populationSeed,
  procedures: procedureSeed,
  dossiers: dossierSeed,
  resources: resourceSeed,
  payments: paymentSeed,
  services: serviceSeed,
  connections: connectionSeed,
  targets: targetSeed,
};

/** How the files of each source of the sample look. */
export const fileFormats: Readonly<Record<SampleSource, FileFormat>> = {
  ...reportSeeds,
  ...peopleFormats,
};
