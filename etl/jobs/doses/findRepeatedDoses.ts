import { z } from "zod";
import type { CleanseContext } from "../../job.ts";
import { currentLoads } from "../../publication/currentLoads.ts";

const counted = z.object({ rows: z.number() });

/** Keys of one bucket: the set built for a look-up stays within some hundred MB whatever the file. */
const bucketRows = 4_000_000;

export interface RepeatedDoses {
  /** Table (h UInt64): halves of the dose keys that need a closer look. */
  readonly suspects: string;
  /** Rows of that table. */
  readonly count: number;
  /** Table (dose_key, person_key, injected_date): doses of other batches in force that the file also has, or the same person's on the same day. */
  readonly elsewhere: string;
}

/**
 * Finds the doses that occur twice in the files, or in another batch in force. They are few: only they need to be compared
 * row by row. Half a key is enough to suspect; the comparison uses the whole.
 */
export const findRepeatedDoses = async (context: CleanseContext): Promise<RepeatedDoses> => {
  const { warehouse, signal, landingTable } = context;
  const suspects = `${context.landingPrefix}suspects`;
  const elsewhere = `${context.landingPrefix}elsewhere`;
  await warehouse.command(`CREATE TABLE ${suspects} (h UInt64) ENGINE = MergeTree ORDER BY h`);
  await warehouse.command(
    `CREATE TABLE ${elsewhere} (dose_key UInt128, person_key UInt128, injected_date Date) ENGINE = MergeTree ORDER BY dose_key`,
  );
  const loads = await currentLoads(context, "doses", { withoutOwnBatch: true });
  const buckets = loads.length === 0 ? 0 : Math.ceil(context.readCount / bucketRows);
  for (let bucket = 0; bucket < buckets; bucket++) {
    await warehouse.command(
      `INSERT INTO ${elsewhere} SELECT dose_key, person_key, injected_date FROM mart.fct_doses
       WHERE load_id IN {loads:Array(UInt64)} AND (
         dose_key IN (SELECT dose_key FROM ${landingTable} WHERE toUInt64(dose_key) % {buckets:UInt64} = {bucket:UInt64})
         OR (person_key, injected_date) IN (
           SELECT person_key, injected_date FROM ${landingTable} WHERE toUInt64(person_key) % {buckets:UInt64} = {bucket:UInt64}))`,
      { params: { loads, buckets, bucket }, signal },
    );
  }
  await warehouse.command(
    `INSERT INTO ${suspects} SELECT h FROM (
       SELECT toUInt64(dose_key) AS h FROM ${landingTable} WHERE dose_key != 0 GROUP BY h HAVING count() > 1
       UNION DISTINCT SELECT toUInt64(dose_key) FROM ${elsewhere})`,
    { signal },
  );
  const [row] = await warehouse.query(`SELECT count() AS rows FROM ${suspects}`, { schema: counted });
  return { suspects, count: row?.rows ?? 0, elsewhere };
};
