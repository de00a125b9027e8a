import type { CodeRow } from "../../../warehouse/reference/codes.ts";
import { nameKey, searchKey } from "../../../warehouse/textKey.ts";
import { dayBefore, stillInForce } from "../../../warehouse/validity.ts";
import type { LandedCode } from "./codeColumns.ts";
import { readCodeRow, type ToldCode } from "./readCodeRow.ts";

/** What a row of the file comes to. */
export interface CodeVerdict {
  readonly row: LandedCode;
  readonly rule: string;
  readonly detail: string;
}

export interface CodePlan {
  readonly codes: readonly CodeRow[];
  readonly verdicts: readonly CodeVerdict[];
}

/** The periods of one code after a row, the one it is about, and what it changed; or the rule it breaks. */
type Step =
  | { readonly periods: readonly CodeRow[]; readonly about: CodeRow; readonly change: string; readonly detail: string }
  | { readonly rule: string };

const firstOf = (period: CodeRow): string => period.valid_from;
const inOrder = (periods: readonly CodeRow[]): CodeRow[] =>
  periods.toSorted((one, other) => firstOf(one).localeCompare(firstOf(other)));
const withNames = (names: readonly string[], aliases: readonly string[]): string[] => [
  ...new Set([...names.map(searchKey), ...aliases]),
];
const spellingsOf = ({ code, name_vi, name_en, aliases }: CodeRow): Set<string> =>
  new Set([code, name_vi, name_en, ...aliases].map(nameKey));

const changePeriod = (own: readonly CodeRow[], known: CodeRow, told: ToldCode): Step => {
  const name_vi = told.nameVi ?? known.name_vi;
  const about: CodeRow = {
    ...known,
    name_vi,
    name_en: told.nameEn ?? known.name_en,
    aliases: withNames([], [...known.aliases, searchKey(name_vi), ...told.aliases]),
    valid_to: told.to ?? known.valid_to,
    sort_order: told.sortOrder ?? known.sort_order,
  };
  const isSame = JSON.stringify(about) === JSON.stringify(known);
  const periods = own.map((period) => (period === known ? about : period));
  return { periods, about, change: isSame ? "" : "code_changed", detail: known.name_vi };
};

const addPeriod = (own: readonly CodeRow[], told: ToldCode, lastOrder: number): Step => {
  if (told.nameVi === undefined) return { rule: "name_missing" };
  const from = told.from ?? "1970-01-01";
  const before = own.findLast((period) => firstOf(period) < from);
  const after = own.find((period) => firstOf(period) > from);
  const about: CodeRow = {
    code_list: told.list,
    code: told.code,
    valid_from: from,
    valid_to: told.to ?? (after === undefined ? stillInForce : dayBefore(firstOf(after))),
    name_vi: told.nameVi,
    name_en: told.nameEn ?? told.nameVi,
    aliases: withNames([told.nameVi], told.aliases),
    sort_order: told.sortOrder ?? (before ?? after)?.sort_order ?? lastOrder + 1,
    source: "",
  };
  const closed = own.map((period) =>
    period === before && period.valid_to >= from ? { ...period, valid_to: dayBefore(from) } : period,
  );
  const change = own.length === 0 ? "code_new" : "meaning_new";
  return { periods: inOrder([...closed, about]), about, change, detail: before?.name_vi ?? "" };
};

const stepOf = (own: readonly CodeRow[], told: ToldCode, lastOrder: number): Step => {
  const known = told.from === undefined ? own.at(-1) : own.find((period) => firstOf(period) === told.from);
  const step = known === undefined ? addPeriod(own, told, lastOrder) : changePeriod(own, known, told);
  if ("rule" in step) return step;
  const { about, periods } = step;
  if (about.valid_to < about.valid_from) return { rule: "valid_to_before_valid_from" };
  const next = periods.find((period) => firstOf(period) > firstOf(about));
  return next !== undefined && next.valid_from <= about.valid_to ? { rule: "period_overlap" } : step;
};

/** Code of the list that shares a spelling with the period on some day. */
const sharedWith = (about: CodeRow, codes: readonly CodeRow[]): string => {
  const own = spellingsOf(about);
  for (const other of codes) {
    if (other.code_list !== about.code_list || other.code === about.code) continue;
    if (other.valid_from > about.valid_to || other.valid_to < about.valid_from) continue;
    const shared = [...spellingsOf(other)].find((spelling) => own.has(spelling));
    if (shared !== undefined) return `${shared}: ${other.code}`;
  }
  return "";
};

/**
 * Takes the file's rows in, one after the other. A row about a first day that the code has, or about none, changes that
 * meaning or the one in use; another first day begins a new meaning, and the one before ends on its eve. All periods of a code
 * that changes carry the load as their source, so that a new version of the product leaves them as they are.
 */
export const planCodes = (known: readonly CodeRow[], rows: readonly LandedCode[], source: string): CodePlan => {
  const lists = new Set(known.map((each) => each.code_list));
  const verdicts: CodeVerdict[] = [];
  const seen = new Map<string, string>();
  let codes = [...known];
  for (const row of rows) {
    const reject = (rule: string, detail = ""): number => verdicts.push({ row, rule, detail });
    const told = readCodeRow(row, lists);
    if ("rule" in told) {
      reject(told.rule, `${row.code_list} ${row.code}`.slice(0, 100).trim());
      continue;
    }
    const [key, content] = [`${told.list} ${told.code} ${told.from ?? ""}`, JSON.stringify(told)];
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      reject(earlier === content ? "duplicate_row" : "row_conflict", told.code);
      continue;
    }
    const isOwn = (each: CodeRow): boolean => each.code_list === told.list && each.code === told.code;
    const orders = codes.filter((each) => each.code_list === told.list).map((each) => each.sort_order);
    const step = stepOf(inOrder(codes.filter(isOwn)), told, Math.max(0, ...orders));
    const shared = "rule" in step ? "" : sharedWith(step.about, codes);
    if ("rule" in step || shared !== "") {
      reject("rule" in step ? step.rule : "alias_shared", shared || told.code);
      continue;
    }
    seen.set(key, content);
    if (step.change === "") continue;
    verdicts.push({ row, rule: step.change, detail: step.detail });
    codes = [...codes.filter((each) => !isOwn(each)), ...step.periods.map((period) => ({ ...period, source }))];
  }
  return { codes, verdicts };
};
