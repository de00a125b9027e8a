import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import type { HashKey, Job, SourceRow } from "../job.ts";
import type { MatchedColumns } from "../sources/matchColumns.ts";
import { quoteLiteral, type SourcePlan } from "../sources/sourcePlan.ts";
import { isShortened, landedCode } from "./landedCode.ts";
import { type LandingTables, landedColumns } from "./landingTables.ts";

export interface LandingContext {
  readonly warehouse: Warehouse;
  readonly job: Job;
  readonly tables: LandingTables;
  readonly hashKey: HashKey;
  readonly asOf: string;
  readonly signal: AbortSignal;
}

export interface LandedFile {
  readonly sha256: string;
  readonly bytes: number;
}

const insertInto = (context: LandingContext, source: string): string => {
  const canonical = landedColumns(context.job).map((column) => column.name);
  const computed = context.job.landingColumns ?? [];
  const names = ["file_number", "row_number", "shape_fault", ...canonical, ...computed.map((column) => column.name)];
  const values = [
    ...["file_number", "row_number", "shape_fault", ...canonical],
    ...computed.map((column) => `${column.expression} AS ${column.name}`),
  ];
  return `INSERT INTO ${context.tables.raw} (${names.join(", ")}) SELECT ${values.join(", ")} FROM (${source})`;
};

const parameters = (context: LandingContext, fileNumber: number) => {
  const computed = (context.job.landingColumns ?? []).map((column) => column.expression).join(" ");
  return {
    file_number: fileNumber,
    ...(computed.includes("{k0:") ? { k0: context.hashKey.k0, k1: context.hashKey.k1 } : {}),
    ...(computed.includes("{as_of:") ? { as_of: context.asOf } : {}),
  };
};

const sampleBytes = 4096;
const lineFeed = 10;

/** About how many rows a chunk of text has, from the line feeds at its beginning. */
const estimateRows = (chunk: Buffer): number => {
  const sample = chunk.subarray(0, sampleBytes);
  let lines = 0;
  for (let at = sample.indexOf(lineFeed); at >= 0; at = sample.indexOf(lineFeed, at + 1)) lines++;
  return sample.length === 0 ? 0 : (lines * chunk.length) / sample.length;
};

/** Streams one file's bytes into the landing table and hashes them on the way. Rows are numbered in the file's order. */
export const landFile = async (
  context: LandingContext,
  file: { readonly number: number; readonly plan: SourcePlan; readonly matched: MatchedColumns },
  onRead: (bytes: number, rows: number) => void,
): Promise<LandedFile> => {
  const { plan, matched } = file;
  const positions = [...matched.positions.values()];
  const structure = plan.structure(positions);
  const columns = landedColumns(context.job).map(({ name, type }) => {
    const position = matched.positions.get(name);
    return { name, text: position === undefined ? undefined : plan.inputColumn(position), isCode: type === "code" };
  });
  const fields = columns.map(({ name, text = "''", isCode }) => `${isCode ? landedCode(text) : text} AS ${name}`);
  const shortened = columns.flatMap(({ text, isCode }) => (isCode && text !== undefined ? [isShortened(text)] : []));
  const fault = [plan.shapeFault(positions), `if(${[...shortened, "false"].join(" OR ")}, 4, 0)`];
  // Blank rows are counted, so that a row is found in the file by its number, and then left out.
  const blank = plan.isBlankRow ?? "false";
  const source = `SELECT * EXCEPT is_blank FROM (
    SELECT {file_number:UInt16} AS file_number, rowNumberInAllBlocks() + 1 AS row_number, ${blank} AS is_blank,
      greatest(${fault.join(", ")}) AS shape_fault, ${fields.join(", ")} FROM input(${quoteLiteral(structure)})
  ) WHERE NOT is_blank`;

  const hash = createHash("sha256");
  let bytes = 0;
  const body = plan.openBody((chunk) => {
    hash.update(chunk);
    bytes += chunk.length;
    onRead(chunk.length, 0);
  });
  if (plan.format !== "Parquet") {
    body.on("data", (chunk) => onRead(0, estimateRows(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk))));
    body.pause();
  }
  await context.warehouse.insertStream(`${insertInto(context, source)} FORMAT ${plan.format}`, body, {
    params: parameters(context, file.number),
    settings: plan.settings,
    signal: context.signal,
  });
  return { sha256: hash.digest("hex"), bytes };
};

/** Lands the rows that a job's own reader gives. Keys that are not the job's columns are not stored. */
export const landRows = async (
  context: LandingContext,
  fileNumber: number,
  rows: AsyncIterable<SourceRow> | Iterable<SourceRow>,
): Promise<void> => {
  async function* lines(): AsyncGenerator<Buffer> {
    for await (const row of rows) yield Buffer.from(`${JSON.stringify(row)}\n`);
  }
  const names = landedColumns(context.job).map((column) => column.name);
  const structure = names.map((name) => `${name} String`).join(", ");
  const source = `SELECT {file_number:UInt16} AS file_number, rowNumberInAllBlocks() + 1 AS row_number, 0 AS shape_fault,
    ${names.join(", ")} FROM input(${quoteLiteral(structure)})`;
  await context.warehouse.insertStream(`${insertInto(context, source)} FORMAT JSONEachRow`, Readable.from(lines()), {
    params: parameters(context, fileNumber),
    settings: { input_format_skip_unknown_fields: 1 },
    signal: context.signal,
  });
};
