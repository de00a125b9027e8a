import { open } from "node:fs/promises";
import { z } from "zod";
import { UserError } from "../../warehouse/UserError.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { reasonColumn } from "../commonColumns.ts";
import { findJob } from "../jobs.ts";
import { landedColumns } from "../landing/landingTables.ts";

const loadRow = z.object({ load_id: z.number(), job: z.string(), rows: z.number() });
const rejectRow = z.object({
  file_name: z.string(),
  row_number: z.number(),
  codes: z.array(z.string()),
  row: z.string().nullable(),
});
const sourceRow = z.record(z.string(), z.string());

/** Rows read at a time: memory stays constant whatever the number of rejects. */
const pageRows = 10_000;

const field = (text: string): string => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * Writes the rejected rows of a run (its id) or a load (its number) as CSV: the canonical columns as the source had them,
 * and the rules. Corrected, it loads again as a batch of its own.
 * @throws UserError when there are none, or when the key is not the one they were encrypted with
 */
export const exportRejects = async (
  warehouse: Warehouse,
  runOrLoad: string,
  out: string,
  rejectsKey: string,
): Promise<number> => {
  const [load] = await warehouse.query(
    `SELECT load_id, any(job) AS job, count() AS rows FROM ops.rejects
     WHERE toString(load_id) = {wanted:String} OR toString(run_id) = {wanted:String} GROUP BY load_id`,
    { params: { wanted: runOrLoad }, schema: loadRow },
  );
  if (load === undefined) {
    throw new UserError(`Run or load ${runOrLoad} has no rejected rows`, { fix: "see npm run etl -- runs" });
  }
  const columns = landedColumns(findJob(load.job)).map((column) => column.name);
  const file = await open(out, "w", 0o600);
  try {
    await file.write(`\uFEFF${[...columns, reasonColumn].join(",")}\r\n`);
    for (let offset = 0; offset < load.rows; offset += pageRows) {
      const rows = await warehouse.query(
        `SELECT file_name, row_number, rule_codes AS codes,
           tryDecrypt('aes-256-gcm', row_encrypted, unhex({rejects_key:String}), nonce) AS row
         FROM ops.rejects WHERE load_id = {load_id:UInt64} ORDER BY file_name, row_number
         LIMIT {page:UInt64} OFFSET {offset:UInt64}`,
        {
          params: { rejects_key: rejectsKey, load_id: load.load_id, page: pageRows, offset },
          schema: rejectRow,
        },
      );
      const lines = rows.map(({ row, codes }) => {
        if (row === null || row === "") {
          throw new UserError("The rejected rows cannot be decrypted", {
            fix: "set ETL_REJECTS_KEY (or DATA_DIR/keys.json) to the key of the machine that loaded them",
          });
        }
        const values = sourceRow.parse(JSON.parse(row));
        return [...columns.map((name) => values[name] ?? ""), codes.join(" ")].map(field).join(",");
      });
      await file.write(`${lines.join("\r\n")}\r\n`);
    }
  } finally {
    await file.close();
  }
  return load.rows;
};
