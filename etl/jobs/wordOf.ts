import { nameKey, nameKeyOf } from "../../warehouse/textKey.ts";

/**
 * SQL: the code that a text means, of a few words of ours; '' for an empty or any other text. Case, tone marks, spaces, hyphens
 * and underscores do not count.
 */
export const wordOf = (text: string, words: Readonly<Record<string, readonly string[]>>): string => {
  const spellings = Object.entries(words).flatMap(([code, others]) =>
    [code, ...others].map((spelling) => [nameKey(spelling), code] as const),
  );
  const list = (items: readonly string[]): string => `[${items.map((item) => `'${item}'`).join(", ")}]`;
  return `transform(${nameKeyOf(text)}, ${list(spellings.map(([key]) => key))}, ${list(spellings.map(([, code]) => code))}, '')`;
};
