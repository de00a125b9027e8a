import {
  communeCodeOfPlace,
  isPlaceKnownTo,
  placeKeySql,
  placeLevelOf,
  provinceCodeOfPlace,
  structureOfPlaceSql,
} from "../../warehouse/areas/placeKey.ts";
import { stillInForce } from "../../warehouse/validity.ts";
import { paceDays } from "../paceDays.ts";

/** What the model shares with the server and the warehouse, by the word that stands for it. */
const words: Readonly<Record<string, string>> = {
  pace_days: String(paceDays),
  /** Days after which a value says nothing of a point in time any more. */
  stale_days: "92",
  still_in_force: `toDate('${stillInForce}')`,
};

/** SQL of the place of a unit, by the word that stands for it; structure and code are numbers in SQL. */
const ofUnit: Readonly<Record<string, (structure: string, code: string) => string>> = {
  province_place: (structure, code) => placeKeySql(structure, "province", code),
  commune_place: (structure, code) => placeKeySql(structure, "commune", code),
};
/** SQL of what a place (its key in SQL) is, and of the nation's place in a structure. */
const ofOne: Readonly<Record<string, (sql: string) => string>> = {
  nation_place: (structure) => placeKeySql(structure, "nation"),
  structure_of: structureOfPlaceSql,
  level_of: placeLevelOf,
  province_code_of: provinceCodeOfPlace,
  commune_code_of: communeCodeOfPlace,
  knows_province: (place) => isPlaceKnownTo("province", place),
  knows_district: (place) => isPlaceKnownTo("district", place),
};

/** No rows of columns such as "as_of Date": the names and types of the rows that follow it in a UNION, whichever of them are left out. */
const noRowsOf = (columns: readonly string[]): string | undefined => {
  const selected = columns.map((column) => /^(\w+)\s+(\w+(?:\(\w+\))?)$/.exec(column));
  if (selected.includes(null)) return undefined;
  return `SELECT ${selected.map((found) => `defaultValueOfTypeName('${found?.[2]}') AS ${found?.[1]}`).join(", ")} WHERE 0`;
};

/** What a word with arguments stands for; undefined: it takes others. */
const written = (name: string, given: readonly string[]): string | undefined => {
  const [first = "", second = ""] = given;
  if (given.includes("")) return undefined;
  if (name === "columns") return noRowsOf(given);
  if (given.length === 1) return ofOne[name]?.(first);
  return given.length === 2 ? ofUnit[name]?.(first, second) : undefined;
};

/** The words that every text of the model may use. */
export const sharedWords: readonly string[] = [
  ...Object.keys(words),
  ...Object.keys(ofOne).map((name) => `${name}(…)`),
  ...Object.keys(ofUnit).map((name) => `${name}(…, …)`),
  "columns(…)",
];

/** The arguments from a position behind an opening bracket, and the position behind the closing one; undefined: it is not closed. */
const argumentsAt = (text: string, start: number): { given: string[]; end: number } | undefined => {
  const given: string[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < text.length; at++) {
    const letter = text[at];
    if (letter === "'") at = text.indexOf("'", at + 1);
    if (at < 0) return undefined;
    if (depth === 0 && (letter === "," || letter === ")")) {
      given.push(text.slice(from, at).trim());
      from = at + 1;
      if (letter === ")") return { given, end: at + 1 };
    }
    if (letter === "(") depth++;
    if (letter === ")") depth--;
  }
  return undefined;
};

/**
 * A text of the model with what its words stand for: $pace_days, $province_place(structure, code). Other words stay.
 * @param fail is called with a word whose arguments are not those that it takes
 */
export const expandWords = (text: string, fail: (name: string) => never): string => {
  const found = /\$(\w+)/.exec(text);
  if (found === null) return text;
  const [whole, name = ""] = found;
  const behind = found.index + whole.length;
  const expanded = (sql: string, end: number): string =>
    text.slice(0, found.index) + sql + expandWords(text.slice(end), fail);
  const word = Object.hasOwn(words, name) ? words[name] : undefined;
  if (word !== undefined) return expanded(word, behind);
  if (name !== "columns" && !Object.hasOwn(ofOne, name) && !Object.hasOwn(ofUnit, name)) return expanded(whole, behind);
  const call = text[behind] === "(" ? argumentsAt(text, behind + 1) : undefined;
  const sql = written(name, call?.given.map((each) => expandWords(each, fail)) ?? []);
  return call === undefined || sql === undefined ? fail(name) : expanded(sql, call.end);
};
