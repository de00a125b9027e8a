import { z } from "zod";
import type { CleanseContext, CleanseResult } from "../job.ts";
import type { LoadTable } from "../publication/loadTables.ts";

const written = z.object({ rows: z.number(), first_date: z.string(), last_date: z.string() });
const counted = z.object({ rows: z.number() });

type Context = Pick<CleanseContext, "warehouse" | "loadId" | "asOf" | "signal">;

/** What a run has written under its load: fact rows, and the first and last of their days. */
export const writtenFacts = async (
  { warehouse, loadId, asOf, signal }: Context,
  table: LoadTable,
  /** SQL over the facts, may use {as_of:Date}; a second one where a fact lasts until another day. Undefined: the facts have no days. */
  day: string | readonly [first: string, last: string] | undefined,
): Promise<Omit<CleanseResult, "acceptedCount">> => {
  const [first, last] = typeof day === "object" ? day : [day, day];
  const days =
    first === undefined
      ? "'' AS first_date, '' AS last_date"
      : `toString(min(${first})) AS first_date, toString(max(${last})) AS last_date`;
  const [facts] = await warehouse.query(
    `SELECT count() AS rows, ${days} FROM ${table} WHERE load_id = {load_id:UInt64}`,
    { params: { load_id: loadId, as_of: asOf }, schema: written, signal },
  );
  const factCount = facts?.rows ?? 0;
  const hasDays = factCount > 0 && first !== undefined;
  return {
    factCount,
    firstDate: hasDays ? facts?.first_date : undefined,
    lastDate: hasDays ? facts?.last_date : undefined,
  };
};

/** Rows of a table of the run's own, such as those accepted where facts are sums of them. @param rows SQL after FROM */
export const countRows = async ({ warehouse, signal }: Context, rows: string): Promise<number> => {
  const [row] = await warehouse.query(`SELECT count() AS rows FROM ${rows}`, { schema: counted, signal });
  return row?.rows ?? 0;
};
