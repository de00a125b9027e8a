import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Warehouse } from "../warehouse/Warehouse.ts";
import { runTool } from "./runTool.ts";

/** Facilities come first: the cleansing rules look them up. */
const JOBS = ["facilities", "population", "administered", "doses", "verifications", "certificates"] as const;

/** Figures of official documents ship with the product and say nothing of whether there are data. */
const published = `
SELECT job, max(dataset = 'real') AS is_real
FROM ops.publications
WHERE job != 'official_totals'
GROUP BY job`;

/** True while the warehouse holds nothing of anybody's, or a sample whose load was cut short. */
export async function needsSample(warehouse: Warehouse): Promise<boolean> {
  const rows = await warehouse.query(published, { schema: z.object({ job: z.string(), is_real: z.number() }) });
  const loaded = new Set(rows.map(({ job }) => job));
  return rows.every(({ is_real }) => is_real === 0) && JOBS.some((job) => !loaded.has(job));
}

export interface Sample {
  root: string;
  dataDir: string;
  /** One row stands for this many. */
  scale: number;
  signal: AbortSignal;
  /** Told what is being done, for people. */
  report(step: string): void;
}

/** Writes the sample's source files and loads them as any other files are loaded; what is loaded already stays. */
export async function loadSample({ root, dataDir, scale, signal, report }: Sample): Promise<void> {
  const folder = join(dataDir, "sample");
  await rm(folder, { recursive: true, force: true });
  report(`writing sample files, one row for ${scale}`);
  await runTool(root, "seeds/main.ts", ["--scale", String(scale), "--out", folder], signal);
  const files = await readdir(folder);
  for (const job of JOBS) {
    // A large sample has one file of doses for each province; each is a batch of its own.
    for (const file of files.filter((name) => name === `${job}.csv` || name.startsWith(`${job}-`)).sort()) {
      report(`loading sample: ${file}`);
      await runTool(root, "etl/main.ts", ["run", job, join(folder, file)], signal);
    }
  }
}
