const block = /\/\* when \(\?\) has ([\w,]+) \*\/([\s\S]*?)\/\* end \*\//g;

const placesIn = (sql: string): number => sql.split("?").length - 1;

/** A statement with a place "?" for each of its values. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * The statement without the rows that its question asks nothing of: ClickHouse plans whatever stands in a statement, and the parts of a UNION
 * whose condition is false cost it as much as the others. What stands between two comments of the model (expand/expandSql.ts) is left out where
 * the first one's own value, such as "reports,people", has none of the names in it. Values of readers never stand in the text.
 */
export const withoutUnasked = ({ sql, values }: Statement): Statement => {
  const kept: { text: string; values: unknown[] } = { text: "", values: [] };
  let used = 0;
  const pass = (part: string, isKept: boolean): void => {
    const next = used + placesIn(part);
    if (isKept) {
      kept.text += part;
      kept.values.push(...values.slice(used, next));
    }
    used = next;
  };
  let at = 0;
  for (const found of sql.matchAll(block)) {
    const [whole, wanted = "", rows = ""] = found;
    pass(sql.slice(at, found.index), true);
    const asked = String(values[used]).split(",");
    used += 1;
    pass(
      rows,
      wanted.split(",").some((each) => asked.includes(each)),
    );
    at = found.index + whole.length;
  }
  pass(sql.slice(at), true);
  return { sql: kept.text, values: kept.values };
};
