import { expect, it } from "vitest";
import { withoutUnasked } from "./withoutUnasked.ts";

const sql =
  "SELECT ? FROM (z /* when (?) has a,b */ UNION ALL x = ? AND ? /* end */ /* when (?) has c */ UNION ALL y = ? /* end */) WHERE ?";

it("leaves out the rows that nothing is asked of, with their values", () => {
  const of = (kinds: string) => withoutUnasked({ sql, values: [1, kinds, 2, 3, kinds, 4, 5] });
  expect(of("b")).toEqual({ sql: "SELECT ? FROM (z  UNION ALL x = ? AND ?  ) WHERE ?", values: [1, 2, 3, 5] });
  expect(of("c")).toEqual({ sql: "SELECT ? FROM (z   UNION ALL y = ? ) WHERE ?", values: [1, 4, 5] });
  expect(of("a,c").values).toEqual([1, 2, 3, 4, 5]);
  expect(of("").values).toEqual([1, 5]);
});

it("takes a reader's value for nothing but a value", () => {
  const value = "/* when (?) has a */ x /* end */";
  expect(withoutUnasked({ sql: "SELECT ?", values: [value] })).toEqual({ sql: "SELECT ?", values: [value] });
});
