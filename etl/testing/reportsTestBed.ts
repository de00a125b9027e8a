import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../../warehouse/testing/openTestWarehouse.ts";
import { stillInForce } from "../../warehouse/validity.ts";
import { unloadBatch } from "../commands/unloadBatch.ts";
import type { Job, SourceRow } from "../job.ts";
import type { LoadTable } from "../publication/loadTables.ts";
import { runJob } from "../run/runJob.ts";
import type { RunSummary } from "../run/runSummary.ts";
import { openTestFolder, type TestFolder, testConfig, toCsv } from "./runTestBed.ts";

const finding = z.object({ row: z.number(), rule: z.string(), place: z.number(), detail: z.string() });
const fact = z.object({ fact: z.string() });
const counted = z.object({ rows: z.number() });

export type ReportFinding = z.infer<typeof finding>;

export interface ReportsTestBed {
  readonly warehouse: TestWarehouse;
  readonly folder: TestFolder;
  /** Loads rows as the batch of that name, of the bed's job unless another is given. The columns are those of all rows. */
  readonly load: (batch: string, rows: readonly SourceRow[], asOf?: string, other?: Job) => Promise<RunSummary>;
  readonly unload: (batch: string) => Promise<unknown>;
  readonly findings: (summary: RunSummary) => Promise<ReportFinding[]>;
  /** Columns of a fact table joined by spaces, of all loads in force. */
  readonly facts: (table: LoadTable, columns: string) => Promise<string[]>;
  /**
   * Columns of the facts as known at a publication (now, if it is not given): of the loads known then, for each unit of
   * report (some columns) those of the load that is known latest.
   */
  readonly effectiveFacts: (table: LoadTable, unit: string, columns: string, knownAt?: number) => Promise<string[]>;
  /** The list of facilities: public ones of Phường Phúc Xá (Hà Nội) unless given otherwise. */
  readonly list: (facilities: readonly (readonly [code: string, values?: SourceRow])[]) => Promise<void>;
  readonly forget: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export const rulesOf = (summary: RunSummary): Record<string, number> =>
  Object.fromEntries(summary.byRule.map(({ code, rows }) => [code, rows]));

/** For tests of jobs of facilities' reports: one warehouse, of which the tests of a file each use a fresh state. */
export const openReportsTestBed = async (job: Job, tables: readonly LoadTable[]): Promise<ReportsTestBed> => {
  const warehouse = await openTestWarehouse();
  const folder = await openTestFolder();
  return {
    warehouse,
    folder,
    async load(batch, rows, asOf = "2022-12-31", other = job) {
      const columns = Object.fromEntries(rows.flatMap((row) => Object.keys(row).map((name) => [name, ""])));
      const text = toCsv(rows.map((row) => ({ ...columns, ...row })));
      const path = await folder.write(`${batch}.csv`, text);
      const summary = await runJob(
        { job: other, paths: [path], asOf, batchCode: batch },
        { warehouse, config: testConfig },
      );
      if (summary.status === "published" && summary.accepted + summary.rejected !== summary.read) {
        throw new Error(`${summary.accepted} + ${summary.rejected} rows of ${summary.read}`);
      }
      return summary;
    },
    unload: (batch) => unloadBatch(warehouse, batch, job.name, new AbortController().signal),
    findings: (summary) =>
      warehouse.query(
        `SELECT row_number AS row, rule_code AS rule, place_key AS place, detail FROM ops.findings
         WHERE load_id = {load:UInt64} ORDER BY row, rule, detail`,
        { params: { load: summary.loadId ?? "0" }, schema: finding },
      ),
    async facts(table, columns) {
      const rows = await warehouse.query(
        `SELECT concatWithSeparator(' ', ${columns}) AS fact FROM ${table}
         WHERE load_id IN (SELECT load_id FROM mart.current_loads) ORDER BY fact`,
        { schema: fact },
      );
      return rows.map((row) => row.fact);
    },
    async effectiveFacts(table, unit, columns, knownAt = Number.MAX_SAFE_INTEGER) {
      const known = `${table} AS facts INNER JOIN mart.load_periods AS periods USING (load_id)
        WHERE known_from <= {at:UInt64} AND {at:UInt64} < known_until`;
      const rows = await warehouse.query(
        `SELECT concatWithSeparator(' ', ${columns}) AS fact FROM ${known}
           AND (${unit}, known_from) IN (SELECT ${unit}, max(known_from) FROM ${known} GROUP BY ${unit})
         ORDER BY fact`,
        { params: { at: knownAt }, schema: fact },
      );
      return rows.map((row) => row.fact);
    },
    async list(facilities) {
      const [before] = await warehouse.query("SELECT count() AS rows FROM ops.publications", { schema: counted });
      const number = (before?.rows ?? 0) + 1;
      const rows = facilities.map(([facility_code, values = {}]) =>
        JSON.stringify({
          ...{ load_id: 7, facility_code, name: facility_code, ownership: "public", place_key: "63000001" },
          ...{ valid_from: "2010-01-01", valid_to: stillInForce, ...values },
        }),
      );
      await warehouse.insertStream("INSERT INTO mart.dim_facilities FORMAT JSONEachRow", [
        Buffer.from(rows.join("\n")),
      ]);
      await warehouse.command(
        `INSERT INTO ops.publications (publication_number, load_id, job, batch_code, dataset, sample_scale)
         VALUES (${number}, 7, 'facilities', 'list', 'real', 1)`,
      );
    },
    async forget() {
      for (const table of [...tables, "mart.dim_facilities", "ops.publications"]) {
        await warehouse.command(`TRUNCATE TABLE ${table}`);
      }
    },
    async close() {
      await warehouse.close();
      await folder.remove();
    },
  };
};
