import { type JsonKind, walkJson } from "./walkJson.ts";

/** What the values of a key are, over all records. */
export interface JsonValues {
  readonly kinds: ReadonlySet<JsonKind>;
  /** Records, from 1, in which it is a list or an object: as many as `mostStructures` and one more. */
  readonly structures: readonly number[];
}

/** Keys of records, in order of appearance. */
export type JsonKeys = ReadonlyMap<string, JsonValues>;

/** Of so many records it can be said one by one that they are wrong. */
export const mostStructures = 1000;

/** An array of objects inside the first object. */
export interface JsonArray {
  /** The key under which it stands. */
  readonly name: string;
  readonly keys: JsonKeys;
  /** How many objects it has. */
  readonly count: number;
  /** Its bytes: of its `[`, and behind its `]`. */
  readonly start: number;
  readonly end: number;
}

/** What a JSON file is made of, from its first byte to its last. */
export interface JsonLayout {
  /** Keys of the objects that stand one after another, or in an array. */
  readonly keys: JsonKeys;
  /** The arrays of objects that stand in the first object, in no other array. */
  readonly arrays: readonly JsonArray[];
  /** Texts of the first object that stand in none of its arrays. */
  readonly texts: readonly string[];
  /** It ends before its last array or object does. */
  readonly isCut: boolean;
  /** It begins with an array. */
  readonly isArray: boolean;
  /** Where a second array or object begins behind the first. Undefined: nowhere. */
  readonly next: number | undefined;
}

interface Values {
  readonly kinds: Set<JsonKind>;
  readonly structures: number[];
}

interface Records {
  readonly keys: Map<string, Values>;
  count: number;
}

interface Level {
  /** The records of which this object is one. */
  readonly records?: Records | undefined;
  /** The records that the objects of this array are. */
  readonly items?: Records | undefined;
  /** The first object, or an object in it: its arrays may be the records. */
  readonly isWrapper?: boolean;
  /** Of such an array. */
  readonly place?: { readonly name: string; readonly start: number };
}

/**
 * Goes over all of a JSON text once, for what only its last byte can tell: every key of its records and what its values are,
 * every array of records, and whether it ends where it should.
 */
export const scanJson = async (chunks: AsyncIterable<Uint8Array>): Promise<JsonLayout> => {
  const records: Records = { keys: new Map(), count: 0 };
  const arrays: JsonArray[] = [];
  const texts: string[] = [];
  const levels: Level[] = [];
  let key = "";
  /** Of the key, where the object that it stands in is a record. */
  let values: Values | undefined;
  let tops = 0;
  let isArray = false;
  let next: number | undefined;

  const recordOf = (of: Records | undefined, isWrapper: boolean): Level => {
    if (of !== undefined) of.count++;
    return { records: of, isWrapper };
  };
  const levelOf = (kind: "array" | "object", at: number): Level => {
    const above = levels.at(-1);
    if (above === undefined) {
      tops++;
      if (tops === 1) isArray = kind === "array";
      if (tops === 2) next = at;
      return kind === "object" ? recordOf(records, tops === 1) : { items: records };
    }
    if (kind === "object") return recordOf(above.items, above.isWrapper === true);
    if (above.isWrapper !== true) return {};
    return { items: { keys: new Map(), count: 0 }, place: { name: key, start: at } };
  };

  const isWhole = await walkJson(chunks, {
    value: (kind, at) => {
      const of = levels.at(-1)?.records;
      if (of !== undefined) values?.kinds.add(kind);
      if (kind !== "array" && kind !== "object") return;
      if (of !== undefined && values !== undefined && values.structures.length <= mostStructures) {
        values.structures.push(of.count);
      }
      levels.push(levelOf(kind, at));
    },
    close: (at) => {
      const { items, place } = levels.pop() ?? {};
      if (items !== undefined && place !== undefined && items.count > 0)
        arrays.push({ ...place, ...items, end: at + 1 });
    },
    wants: (isKey) => {
      const level = levels.at(-1);
      return level?.isWrapper === true || (isKey && level?.records !== undefined);
    },
    text: (text, isKey) => {
      if (!isKey) {
        texts.push(text);
        return;
      }
      key = text;
      const keys = levels.at(-1)?.records?.keys;
      values = keys?.get(key);
      if (values !== undefined || keys === undefined) return;
      values = { kinds: new Set(), structures: [] };
      keys.set(key, values);
    },
  });
  return { keys: records.keys, arrays, texts, isCut: !isWhole, isArray, next };
};
