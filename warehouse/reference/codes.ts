import { searchKey } from "../textKey.ts";
import { stillInForce } from "../validity.ts";
import { facilityCodes } from "./codes/facilityCodes.ts";
import { reportCodes } from "./codes/reportCodes.ts";
import { vaccines } from "./vaccines.ts";

/** A row of mart.dim_codes. */
export interface CodeRow {
  code_list: string;
  code: string;
  valid_from: string;
  valid_to: string;
  name_vi: string;
  name_en: string;
  /** Lower case, without tone marks, single spaces; the Vietnamese name is among them. */
  aliases: string[];
  sort_order: number;
  source: string;
}

/** A code as it ships: code, Vietnamese name, English name, other spellings. */
export type ShippedCode = readonly [code: string, nameVi: string, nameEn: string, spellings?: readonly string[]];

/** Codes of each list, in the order in which they are shown. */
export type ShippedLists = Readonly<Record<string, readonly ShippedCode[]>>;

const always = { valid_from: "1970-01-01", valid_to: stillInForce, source: "reference" };

const vaccineCodes = vaccines.map(
  ({ vaccine_code, name, aliases }): ShippedCode => [vaccine_code, name, name, aliases],
);

const rowsOf = ([list, codes]: readonly [string, readonly ShippedCode[]]): CodeRow[] =>
  codes.map(([code, name_vi, name_en, spellings = []], index) => ({
    ...always,
    code_list: list,
    code,
    name_vi,
    name_en,
    aliases: [...new Set([searchKey(name_vi), ...spellings])],
    sort_order: index + 1,
  }));

/** Every code that ships with the product. */
export const codes: readonly CodeRow[] = Object.entries({
  ...reportCodes,
  ...facilityCodes,
  vaccine: vaccineCodes,
}).flatMap(rowsOf);
