import { isNumeric } from "./columnType.ts";
import { givenText } from "./givenText.ts";
import type { ColumnsOfJob } from "./matchColumns.ts";
import { createHeaderMatcher } from "./matchHeaders.ts";
import { type NamedColumn, type NamedColumnsContent, namedColumnsPlan } from "./namedColumnsPlan.ts";
import type { SourcePlan } from "./sourcePlan.ts";

/** Numbers keep being numbers where the job's column holds numbers; a text in quotes, there too, is read as any text is. */
const jsonColumns = (job: Pick<ColumnsOfJob, "columns">, headers: readonly string[]): NamedColumn[] => {
  const { positions } = createHeaderMatcher(job.columns)(headers.map((name) => [name]));
  const numeric = new Set(job.columns.filter(({ type }) => isNumeric(type)).map(({ name }) => positions.get(name)));
  return headers.map((name, position) =>
    numeric.has(position)
      ? { name, type: "Dynamic", text: givenText.dynamic }
      : { name, type: "Nullable(String)", text: givenText.text },
  );
};

/** NDJSON or an array of objects: ClickHouse's JSONEachRow reads both. */
export const jsonPlan = (
  job: Pick<ColumnsOfJob, "columns">,
  { headers, openBody }: { readonly headers: readonly string[] } & Pick<NamedColumnsContent, "openBody">,
): SourcePlan =>
  namedColumnsPlan(
    { columns: jsonColumns(job, headers), openBody },
    {
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
        // A text that looks like a day stays the text that it is.
        input_format_try_infer_dates: 0,
        input_format_try_infer_datetimes: 0,
      },
    },
  );
