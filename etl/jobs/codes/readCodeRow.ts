import { searchKey } from "../../../warehouse/textKey.ts";
import type { LandedCode } from "./codeColumns.ts";

/** What a sound row of the file says; undefined where it says nothing. */
export interface ToldCode {
  readonly list: string;
  readonly code: string;
  readonly nameVi: string | undefined;
  readonly nameEn: string | undefined;
  readonly aliases: readonly string[];
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly sortOrder: number | undefined;
}

const noDay = "1970-01-01";
const textOf = (text: string): string | undefined => text.replace(/\s+/g, " ").trim() || undefined;

/** Exact values of a row, or the rule it breaks by itself. */
export const readCodeRow = (row: LandedCode, lists: ReadonlySet<string>): ToldCode | { readonly rule: string } => {
  const list = row.code_list.trim().toLowerCase();
  if (!lists.has(list)) return { rule: "list_unknown" };
  const code = row.code.trim();
  if (code === "") return { rule: "code_missing" };
  if (!/^[A-Za-z0-9_]{1,40}$/.test(code)) return { rule: "code_invalid" };
  const [fromText, toText] = [row.valid_from.trim(), row.valid_to.trim()];
  if ((fromText !== "" && row.valid_from_day === noDay) || (toText !== "" && row.valid_to_day === noDay)) {
    return { rule: "date_invalid" };
  }
  const sortOrder = Number(row.sort_order.trim());
  if (row.sort_order.trim() !== "" && !(Number.isInteger(sortOrder) && sortOrder >= 1 && sortOrder <= 65_535)) {
    return { rule: "sort_order_invalid" };
  }
  const spellings = row.aliases.split("|").map(searchKey);
  return {
    list,
    code,
    nameVi: textOf(row.name_vi),
    nameEn: textOf(row.name_en),
    aliases: [...new Set(spellings)].filter((spelling) => spelling !== ""),
    from: fromText === "" ? undefined : row.valid_from_day,
    to: toText === "" ? undefined : row.valid_to_day,
    sortOrder: row.sort_order.trim() === "" ? undefined : sortOrder,
  };
};
