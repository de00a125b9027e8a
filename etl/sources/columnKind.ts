import type { SourceColumn } from "../job.ts";
import { numberIn } from "./numberIn.ts";

/** Numbers that name something or measure a share: adding them up says nothing. */
const notAdded = /(?:_code|_number|_year|year|month|percent|value|sort_order|_rate|version|_label)$/;

/** What a column holds, as its example shows it: numbers that add up, days, or text. */
export const columnKind = ({ name, example }: Pick<SourceColumn, "name" | "example">): "count" | "date" | "text" => {
  if (/^(?:\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4})$/.test(example)) return "date";
  return numberIn(example) !== undefined && !/^0\d/.test(example) && !notAdded.test(name) ? "count" : "text";
};
