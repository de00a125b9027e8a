import { readTextOf } from "./readTextOf.ts";

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The array that a small JSON file is, or has under its one key that has one (`{"data": […]}`). */
const arrayIn = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const arrays = Object.values(value).filter(Array.isArray);
  return arrays.length === 1 ? arrays[0] : value;
};

/** The records of a JSON file that has all these keys at its beginning; undefined for another. Not checked: that is the reader's. */
export const readJsonOf = async (path: string, keys: readonly string[]): Promise<unknown> => {
  const text = await readTextOf(
    path,
    (head) => /^\s*[[{]/.test(head) && keys.every((key) => head.includes(`"${key}"`)),
  );
  return text === undefined ? undefined : arrayIn(parseJson(text));
};
