import { type NamedColumnsContent, namedColumnsPlan } from "./namedColumnsPlan.ts";
import type { SourcePlan } from "./sourcePlan.ts";

/** NDJSON or an array of objects: ClickHouse's JSONEachRow reads both. Numbers, booleans and null arrive as text. */
export const jsonPlan = (content: NamedColumnsContent): SourcePlan =>
  namedColumnsPlan(content, {
    formatName: "JSON",
    format: "JSONEachRow",
    settings: {
      input_format_skip_unknown_fields: 1,
      // Otherwise the rest of a record is not looked at once every column was found, and a key that comes twice goes unseen.
      input_format_json_ignore_unnecessary_fields: 0,
      input_format_null_as_default: 1,
      input_format_json_read_numbers_as_strings: 1,
      input_format_json_read_bools_as_strings: 1,
      input_format_json_read_objects_as_strings: 1,
      input_format_json_read_arrays_as_strings: 1,
    },
  });
