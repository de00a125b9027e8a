import { z } from "zod";
import type { ColumnsOfJob } from "./matchColumns.ts";
import { createHeaderMatcher } from "./matchHeaders.ts";

const record = z.record(z.string(), z.unknown());

/** Where a file's records are: as they stand, or in an array inside one object. */
export interface JsonRecords {
  /** Keys of the objects at the start, in order of appearance. A key first seen later is not read. */
  readonly headers: readonly string[];
  /** Bytes (UTF-8, without mark) before the array's `[`; undefined: the objects are not wrapped. */
  readonly wrapping: number | undefined;
}

/** The complete objects at the start of NDJSON or a JSON array; a last one that is cut off is left out. */
function* objectsOf(text: string): Generator<Record<string, unknown>> {
  let depth = 0;
  let start = 0;
  let isString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (isString) {
      if (character === "\\") index++;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === "{" && depth++ === 0) start = index;
    else if (character === "]" && depth === 0) return;
    else if (character === "}" && --depth === 0) {
      try {
        const parsed = record.safeParse(JSON.parse(text.slice(start, index + 1)));
        if (parsed.success) yield parsed.data;
      } catch {
        // Not JSON: what is wrong is said when the row is read.
        return;
      }
    }
  }
}

const keysOf = (text: string): string[] => {
  const keys = new Set<string>();
  for (const row of objectsOf(text)) for (const key of Object.keys(row)) keys.add(key);
  return [...keys];
};

/** Starts of the arrays of objects that stand in the first object, in no array. */
const arraysIn = (text: string): number[] => {
  const starts: number[] = [];
  let objects = 0;
  let isString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (isString) {
      if (character === "\\") index++;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === "{") objects++;
    else if (character === "}" && --objects <= 0) break;
    else if (character === "[") {
      if (objects === 0) break;
      if (/^\[\s*\{/.test(text.slice(index, index + 200))) starts.push(index);
      let depth = 0;
      for (let isInside = false; index < text.length; index++) {
        const inner = text[index];
        if (isInside) {
          if (inner === "\\") index++;
          else if (inner === '"') isInside = false;
        } else if (inner === '"') isInside = true;
        else if (inner === "[") depth++;
        else if (inner === "]" && --depth === 0) break;
      }
    }
  }
  return starts;
};

/**
 * Finds a job's records at the start of JSON: objects one after another, in an array, or in an array wrapped in an object
 * (`{"data": […]}`). Of several arrays the one whose keys name most of the job's columns.
 */
export const findJsonRecords = (head: string, job: Pick<ColumnsOfJob, "columns">): JsonRecords => {
  const match = createHeaderMatcher(job.columns);
  const score = (headers: readonly string[]): number => match(headers.map((name) => [name])).positions.size;
  let best: JsonRecords = { headers: keysOf(head), wrapping: undefined };
  for (const start of arraysIn(head)) {
    const headers = keysOf(head.slice(start));
    const isBetter = best.headers.length === 0 || score(headers) > score(best.headers);
    if (headers.length > 0 && isBetter) best = { headers, wrapping: Buffer.byteLength(head.slice(0, start)) };
  }
  return best;
};
