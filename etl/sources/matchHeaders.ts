import { plainText } from "../../warehouse/textKey.ts";
import type { SourceColumn } from "../job.ts";
import { normaliseHeader } from "./normaliseHeader.ts";
import { isScaledUnit } from "./rowKinds.ts";

/** Name of a column as a file has it: its levels from top to bottom, one for most. [] or [""]: no name. */
export type Header = readonly string[];

/** Levels that say something: no blanks, and no level that repeats the one above, as a cell merged downwards does. */
const levelsOf = (header: Header): string[] =>
  header.map((level) => level.trim()).filter((level, index, all) => level !== "" && level !== all[index - 1]);

export const headerText = (header: Header): string => levelsOf(header).join(" / ");

export interface MatchedHeaders {
  /** Canonical name to the position (from 0) of its column in the file. */
  readonly positions: ReadonlyMap<string, number>;
  /** Canonical names that two columns claim with equal right, with the positions of the two. */
  readonly doubles: ReadonlyMap<string, readonly [number, number]>;
}

/** Words that a lower level says of the whole of its upper level: "Bác sĩ / Tổng số" is "Bác sĩ". */
const wholeWords = new Set(["tongso", "tong", "tongcong", "soluong", "chung", "total"]);

/** "Bác sĩ (người)" is "Bác sĩ"; but "Số tiền (triệu đồng)" is not the column of amounts in dong. */
const withoutNote = (text: string): string =>
  text.replace(/\(([^)]*)\)/g, (whole, note: string) => (isScaledUnit(note) ? whole : " ")).trim();

const words = (text: string): string[] =>
  plainText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** Every run of neighbouring levels, the longest first, and of two equally long the lower first. */
const runsOf = (levels: readonly string[]): string[] => {
  const runs: string[] = [];
  for (let length = levels.length; length > 0; length--) {
    for (let start = levels.length - length; start >= 0; start--)
      runs.push(levels.slice(start, start + length).join(" "));
  }
  return runs;
};

/** The name is some words of the upper levels, in order, and all of the lowest: "Giường bệnh / Kế hoạch" is giuong_ke_hoach. */
const isAbridged = (levels: readonly string[], parts: readonly string[]): boolean => {
  const lowest = words(withoutNote(levels.at(-1) ?? ""));
  if (lowest.length === 0 || parts.length <= lowest.length) return false;
  if (parts.slice(-lowest.length).join(" ") !== lowest.join(" ")) return false;
  const upper = words(withoutNote(levels.slice(0, -1).join(" ")));
  let at = 0;
  for (const part of parts.slice(0, -lowest.length)) {
    at = upper.indexOf(part, at) + 1;
    if (at === 0) return false;
  }
  return true;
};

type Finder = (levels: readonly string[]) => string | undefined;

/** The ways in which a header may name a column, the surest first. */
const findersOf = (columns: readonly SourceColumn[]): readonly Finder[] => {
  const known = new Map<string, string>();
  for (const { name, aliases } of columns)
    for (const each of [name, ...aliases]) known.set(normaliseHeader(each), name);
  const spellings = columns.map(({ name, aliases }) => ({ name, parts: [name, ...aliases].map(words) }));
  const exact = (text: string): string | undefined =>
    known.get(normaliseHeader(text)) ?? known.get(normaliseHeader(withoutNote(text)));
  return [
    (levels) => exact(levels.join(" ")),
    (levels) => exact(levels.at(-1) ?? ""),
    (levels) =>
      runsOf(levels)
        .map(exact)
        .find((name) => name !== undefined),
    // "Cơ sở / Mã" is "Mã cơ sở".
    (levels) => (levels.length < 2 ? undefined : exact([levels.at(-1), levels.at(-2)].join(" "))),
    (levels) => {
      if (levels.length < 2) return undefined;
      const names = spellings.filter(({ parts }) => parts.some((each) => isAbridged(levels, each)));
      return names.length === 1 ? names[0]?.name : undefined;
    },
  ];
};

/**
 * Finds columns by name, in any order, ignoring case, tone marks, spaces, underscores and hyphens. A header of several levels
 * is found by its joined name; else by its lowest level, by neighbouring levels, or by a name that abridges it, each only where
 * one column alone answers to it.
 */
export const createHeaderMatcher = (
  columns: readonly SourceColumn[],
): ((headers: readonly Header[]) => MatchedHeaders) => {
  const finders = findersOf(columns);
  return (headers) => {
    const positions = new Map<string, number>();
    const doubles = new Map<string, readonly [number, number]>();
    const levels = headers.map(levelsOf);
    const taken = new Set<number>();
    for (const [pass, find] of finders.entries()) {
      const claims = new Map<string, number[]>();
      for (const [position, each] of levels.entries()) {
        if (each.length === 0 || taken.has(position)) continue;
        const name = find(each);
        if (name !== undefined && !positions.has(name)) claims.set(name, [...(claims.get(name) ?? []), position]);
      }
      for (const [name, claimants] of claims) {
        const whole = claimants.filter((position) => wholeWords.has(normaliseHeader(levels[position]?.at(-1) ?? "")));
        const [first, second] = claimants.length > 1 && whole.length === 1 ? whole : claimants;
        if (first === undefined) continue;
        if (second === undefined) {
          positions.set(name, first);
          taken.add(first);
        } else if (pass === 0) doubles.set(name, [first, second]);
      }
    }
    return { positions, doubles };
  };
};
