import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { loadOrder } from "../warehouse/sources/loadOrder.ts";
import { type SourceName, sampleSources, sources } from "../warehouse/sources/sources.ts";
import type { Warehouse } from "../warehouse/Warehouse.ts";
import { loadFiles } from "./loadFiles.ts";
import { runTool } from "./runTool.ts";

const partOf = (part: "reports" | "people"): SourceName[] =>
  loadOrder(sampleSources.filter((name) => sources[name].sample === part));

const loadedJobs = `
SELECT (SELECT dataset FROM mart.shown_dataset) AS shown, groupUniqArray(job) AS jobs
FROM ops.publications`;

/** True while the warehouse holds nothing of anybody's, or a sample whose load was cut short. */
export async function needsSample(warehouse: Warehouse): Promise<boolean> {
  const schema = z.object({ shown: z.enum(["sample", "real"]), jobs: z.array(z.string()) });
  const [loaded] = await warehouse.query(loadedJobs, { schema });
  return loaded === undefined || (loaded.shown === "sample" && sampleSources.some((job) => !loaded.jobs.includes(job)));
}

/** The card that stands beside the sample's files. */
const sampleCard = z.object({ asOf: z.string() });

export interface Sample {
  warehouse: Warehouse;
  root: string;
  dataDir: string;
  /** One row stands for this many. */
  scale: number;
  signal: AbortSignal;
  /** Told what is being done, for people. */
  report(step: string): void;
}

/**
 * Writes the sample's source files and loads them as any other files are loaded; what is loaded already stays. The files of
 * people take longest to write: the others are loaded meanwhile.
 */
export async function loadSample(sample: Sample): Promise<void> {
  const folder = join(sample.dataDir, "sample");
  await rm(folder, { recursive: true, force: true });
  sample.report(`writing sample files, one row for ${sample.scale}`);
  const failure = new AbortController();
  const signal = AbortSignal.any([sample.signal, failure.signal]);
  const reports = { ...sample, signal, folder: join(folder, "reports"), jobs: partOf("reports") };
  const people = { ...sample, signal, folder: join(folder, "people"), jobs: partOf("people") };
  const peopleWritten = writePart(people);
  // A failure is reported below, where it is awaited; until then it must not end the process.
  peopleWritten.catch(() => undefined);
  try {
    await writePart(reports);
    await loadPart(reports);
    await peopleWritten;
    await loadPart(people);
  } finally {
    failure.abort();
  }
}

/** Some of the sample's files, in a folder of their own. */
interface Part extends Sample {
  folder: string;
  jobs: readonly SourceName[];
}

async function writePart({ root, scale, folder, jobs, signal }: Part): Promise<void> {
  await runTool(root, "seeds/main.ts", ["--scale", String(scale), "--out", folder, "--only", ...jobs], signal);
}

async function loadPart({ warehouse, folder, jobs, signal, report }: Part): Promise<void> {
  const files = await readdir(folder);
  const { asOf } = sampleCard.parse(JSON.parse(await readFile(join(folder, "sample.json"), "utf8")));
  for (const job of jobs) {
    for (const file of files.filter((name) => isFileOf(job, name)).sort()) {
      report(`loading sample: ${file}`);
      await loadFiles(warehouse, job, [join(folder, file)], signal, asOf);
    }
  }
}

/** A large sample has one file of doses for each province, and a month may be told again: each file is a batch of its own. */
function isFileOf(job: SourceName, name: string): boolean {
  return name === `${job}.csv` || name.startsWith(`${job}-`) || name.startsWith(`${job}_restated_`);
}
