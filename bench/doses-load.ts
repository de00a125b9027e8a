import { execFile } from "node:child_process";
import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Command } from "commander";
import { toHashKey } from "../etl/config.ts";
import { dosesJob } from "../etl/jobs/doses/dosesJob.ts";
import { runJob } from "../etl/run/runJob.ts";
import { openTestWarehouse } from "../warehouse/testing/openTestWarehouse.ts";
import type { Warehouse } from "../warehouse/Warehouse.ts";

/**
 * Loads one CSV of doses twice in one engine: bare (INSERT … SELECT of the file into a typed table, no rule) and as the
 * job does it, and compares the rates.
 */
const program = new Command("bench")
  .description("Rate of loading doses with all rules, against the engine's bare INSERT of the same file, in one run.")
  .argument("[file]", "CSV of doses; without it, a sample of one row for 200 is written first")
  .option("--rounds <count>", "how often each is measured; the median counts", Number, 3)
  .parse();
const write = (text: string): void => void process.stdout.write(`${text}\n`);

/** The seeds' columns, in their order, typed as the engine can parse them. */
const structure = `dose_id String, person_id String, id_number String, full_name String, birth_date String,
  sex LowCardinality(String), province LowCardinality(String), district LowCardinality(String), commune LowCardinality(String),
  facility LowCardinality(String), injected_on DateTime, dose_number UInt8, vaccine LowCardinality(String),
  lot LowCardinality(String), entered_at DateTime, sent_at DateTime, label LowCardinality(String)`;

const settings = {
  input_format_csv_skip_first_lines: 1,
  date_time_input_format: "best_effort",
  // Dirty values would end a load that has no rules.
  input_format_allow_errors_ratio: 0.5,
  input_format_csv_empty_as_default: 1,
};

const bare = async (warehouse: Warehouse, path: string): Promise<{ rows: number; seconds: number }> => {
  await warehouse.command("DROP TABLE IF EXISTS landing.bare SYNC");
  await warehouse.command(
    `CREATE TABLE landing.bare (${structure}) ENGINE = MergeTree ORDER BY (person_id, dose_number, dose_id)`,
  );
  const started = Date.now();
  const { writtenRows } = await warehouse.insertStream(
    `INSERT INTO landing.bare SELECT * FROM input('${structure.replace(/\s+/g, " ")}') FORMAT CSV`,
    createReadStream(path, { highWaterMark: 1024 * 1024 }),
    { settings },
  );
  const seconds = (Date.now() - started) / 1000;
  await warehouse.command("DROP TABLE landing.bare SYNC");
  return { rows: writtenRows, seconds };
};

const sampleFile = async (folder: string): Promise<string> => {
  write("writing sample data (1/200)…");
  await promisify(execFile)("npx", ["tsx", "seeds/main.ts", "--scale", "200", "--out", folder]);
  return join(folder, "doses.csv");
};

const rate = (rows: number, seconds: number): string => `${Math.round(rows / seconds).toLocaleString("en-US")} rows/s`;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const folder = await mkdtemp(join(tmpdir(), "doses-load-"));
const path = program.args[0] ?? (await sampleFile(folder));
const { rounds } = program.opts<{ rounds: number }>();
const warehouse = await openTestWarehouse();
const config = { hashKey: toHashKey("ab".repeat(32)), rejectsKey: "cd".repeat(32) };
const bareSeconds: number[] = [];
const cleansedSeconds: number[] = [];
const wholeSeconds: number[] = [];
let peakMemory = 0;
const watch = setInterval(() => {
  peakMemory = Math.max(peakMemory, process.memoryUsage().rss);
}, 50);
try {
  write(`${path}: ${((await stat(path)).size / 1e6).toFixed(0)} MB`);
  let rows = 0;
  for (let round = 1; round <= rounds; round++) {
    const reference = await bare(warehouse, path);
    const run = await runJob({ job: dosesJob, paths: [path], isDryRun: true }, { warehouse, config });
    rows = run.read;
    const cleansed = run.seconds.landing + run.seconds.cleansing;
    const { landing, cleansing } = run.seconds;
    bareSeconds.push(reference.seconds);
    cleansedSeconds.push(cleansed);
    write(
      `round ${round}: bare ${rate(reference.rows, reference.seconds)} (${reference.seconds.toFixed(1)} s); all rules ${rate(run.read, cleansed)} (landing ${landing.toFixed(1)} s + cleansing ${cleansing.toFixed(1)} s)`,
    );
  }
  const published = await runJob({ job: dosesJob, paths: [path] }, { warehouse, config });
  wholeSeconds.push(published.seconds.total);
  const [reference, rules, whole] = [median(bareSeconds), median(cleansedSeconds), median(wholeSeconds)];
  write(
    `rows ${rows.toLocaleString("en-US")}, rejected ${published.rejected}, with findings ${published.acceptedWithFindings}`,
  );
  write(`bare load            ${rate(rows, reference)}`);
  write(`all rules            ${rate(rows, rules)}   ratio ${(reference / rules).toFixed(2)} (target ≥ 0.50)`);
  write(`rules and publishing ${rate(rows, whole)}   ratio ${(reference / whole).toFixed(2)}`);
  write(`Node's peak memory   ${(peakMemory / 1e6).toFixed(0)} MB (target < 300)`);
} finally {
  clearInterval(watch);
  await warehouse.close();
  await rm(folder, { recursive: true, force: true });
}
