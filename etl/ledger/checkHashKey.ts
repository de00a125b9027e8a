import { z } from "zod";
import { UserError } from "../../warehouse/UserError.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import type { HashKey } from "../job.ts";

const keys = z.object({ given: z.string(), known: z.array(z.string()) });

/**
 * Holds a warehouse to one key: under another, people loaded before would not be found again and would count twice.
 * @throws UserError if the warehouse's identifiers were hashed with another key
 */
export const checkHashKey = async (warehouse: Warehouse, { k0, k1 }: HashKey): Promise<void> => {
  const [row] = await warehouse.query(
    `SELECT hex(sipHash128Keyed(({k0:UInt64}, {k1:UInt64}), 'key check')) AS given,
       (SELECT groupUniqArray(fingerprint) FROM ops.hash_keys) AS known`,
    { params: { k0, k1 }, schema: keys },
  );
  if (row === undefined || row.known.includes(row.given)) return;
  if (row.known.length > 0) {
    throw new UserError("This warehouse's identifiers were hashed with another key", {
      fix: "set ETL_HASH_KEY to the key used before, or restore keys.json; a warehouse without it must be loaded anew",
    });
  }
  await warehouse.command("INSERT INTO ops.hash_keys (fingerprint) SELECT {given:String}", {
    params: { given: row.given },
  });
};
