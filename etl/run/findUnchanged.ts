import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { hashFile } from "../landing/hashFile.ts";

const newest = z.object({
  load_id: z.number(),
  is_withdrawal: z.boolean(),
  row_count: z.number(),
  sha256s: z.array(z.string()),
  bytes: z.array(z.number()),
});

/**
 * The load that already holds exactly these files as the newest publication of the batch; undefined if there is none.
 * Files are hashed here only when all their sizes agree with it; otherwise they are hashed while they are read.
 */
export const findUnchanged = async (
  warehouse: Warehouse,
  job: string,
  batchCode: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<
  { loadId: number; rowCount: number; files: { name: string; sha256: string; bytes: number }[] } | undefined
> => {
  const [last] = await warehouse.query(
    `SELECT load_id, is_withdrawal, row_count, tupleElement(files, 'sha256') AS sha256s, tupleElement(files, 'bytes') AS bytes
     FROM ops.publications WHERE job = {job:String} AND batch_code = {batch:String} ORDER BY publication_number DESC LIMIT 1`,
    { params: { job, batch: batchCode }, schema: newest },
  );
  if (last === undefined || last.is_withdrawal || last.bytes.length !== paths.length) return undefined;
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  if (sizes.some((size, index) => size !== last.bytes[index])) return undefined;
  const files = [];
  for (const [index, path] of paths.entries()) {
    files.push({ name: basename(path), sha256: await hashFile(path, signal), bytes: sizes[index] ?? 0 });
  }
  return files.every((file, index) => file.sha256 === last.sha256s[index])
    ? { loadId: last.load_id, rowCount: last.row_count, files }
    : undefined;
};
