import { z } from "zod";
import { nameKey, nameKeyOf } from "../../warehouse/textKey.ts";
import { dayAfter, stillInForce } from "../../warehouse/validity.ts";
import type { Parameters } from "../../warehouse/Warehouse.ts";
import type { CleanseContext } from "../job.ts";

/** SQL and its parameters that turn texts into codes of one list of mart.dim_codes. */
export interface CodeOf {
  /** To be given to every statement that uses `code`. */
  readonly params: Parameters;
  /**
   * SQL: the code (String) that a text means on a day (a Date expression); '' for an empty or unknown text. The text may be
   * the code, a name or an alias; case, tone marks, spaces, hyphens and underscores do not count.
   */
  readonly code: (text: string, day: string) => string;
}

const period = z.object({ code: z.string(), spellings: z.array(z.string()), from: z.string(), until: z.string() });

/**
 * Reads a list of mart.dim_codes once. Where the meaning of codes changed, time falls into spans in which nothing did:
 * the parameters say for each span what each spelling means.
 */
export const codeOf = async (
  { warehouse, signal }: Pick<CleanseContext, "warehouse" | "signal">,
  list: string,
): Promise<CodeOf> => {
  if (!/^[a-z_]+$/.test(list)) throw new TypeError(`not a list of codes: ${list}`);
  const periods = await warehouse.query(
    `SELECT code, arrayConcat([code, name_vi, name_en], aliases) AS spellings,
       toString(valid_from) AS from, toString(valid_to) AS until
     FROM mart.dim_codes FINAL WHERE code_list = {list:String} ORDER BY sort_order, code, valid_from`,
    { params: { list }, schema: period, signal },
  );
  const starts = new Set(["1970-01-01"]);
  for (const { from, until } of periods) {
    starts.add(from);
    if (until < stillInForce) starts.add(dayAfter(until));
  }
  const spans = [...starts].toSorted();
  const meanings = new Map<string, string>();
  for (const [index, start] of spans.entries()) {
    for (const { code, spellings, from, until } of periods) {
      if (from > start || until < start) continue;
      for (const spelling of spellings.map(nameKey)) {
        const key = `${index + 1} ${spelling}`;
        if (spelling !== "" && !meanings.has(key)) meanings.set(key, code);
      }
    }
  }
  const own = (name: string): string => `code_${list}_${name}`;
  return {
    params: {
      [own("starts")]: spans,
      [own("keys")]: ["", ...meanings.keys()],
      [own("codes")]: ["", ...meanings.values()],
    },
    code: (text, day) =>
      `transform(concat(toString(arrayLastIndex(start -> start <= ${day}, {${own("starts")}:Array(Date)})), ' ', ${nameKeyOf(text)}),
        {${own("keys")}:Array(String)}, {${own("codes")}:Array(String)}, '')`,
  };
};
