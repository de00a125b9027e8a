import { z } from "zod";
import { type NamedColumnsContent, namedColumnsPlan } from "./namedColumnsPlan.ts";
import type { SourcePlan } from "./sourcePlan.ts";

const record = z.record(z.string(), z.unknown());

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
    else if (character === "}" && --depth === 0) {
      try {
        const parsed = record.safeParse(JSON.parse(text.slice(start, index + 1)));
        if (parsed.success) yield parsed.data;
      } catch {
        // Not JSON: ClickHouse will say where, when it reads the row.
        return;
      }
    }
  }
}

/** Keys of the objects at the start of the file, in order of appearance. A key first seen later is not read. */
export const jsonHeaders = (head: string): string[] => {
  const keys = new Set<string>();
  for (const row of objectsOf(head)) for (const key of Object.keys(row)) keys.add(key);
  return [...keys];
};

/** NDJSON or an array of objects: ClickHouse's JSONEachRow reads both. Numbers, booleans and null arrive as text. */
export const jsonPlan = (content: NamedColumnsContent): SourcePlan =>
  namedColumnsPlan(content, {
    formatName: "JSON",
    format: "JSONEachRow",
    settings: {
      input_format_skip_unknown_fields: 1,
      input_format_null_as_default: 1,
      input_format_json_read_numbers_as_strings: 1,
      input_format_json_read_bools_as_strings: 1,
      input_format_json_read_objects_as_strings: 1,
      input_format_json_read_arrays_as_strings: 1,
    },
  });
