import type { SourceRow } from "../../job.ts";
import { readPlatformPopulation } from "./readPlatformPopulation.ts";
import { readStatisticsOfficePopulation } from "./readStatisticsOfficePopulation.ts";
import { readUnitsPopulation } from "./readUnitsPopulation.ts";

/** Rows of a file that has a shape of its own; undefined: read it as a table. */
export const readPopulationShape = async (path: string): Promise<SourceRow[] | undefined> =>
  (await readPlatformPopulation(path)) ??
  (await readStatisticsOfficePopulation(path)) ??
  (await readUnitsPopulation(path));
