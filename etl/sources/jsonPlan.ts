import type { ColumnType } from "./columnType.ts";
import { givenText } from "./givenText.ts";
import { type ColumnsOfJob, typesOf } from "./matchColumns.ts";
import { type NamedColumn, type NamedColumnsContent, namedColumnsPlan } from "./namedColumnsPlan.ts";
import { refuseSource } from "./refuseSource.ts";
import { type JsonKeys, type JsonValues, mostStructures } from "./scanJson.ts";
import type { SourcePlan } from "./sourcePlan.ts";

const text = { type: "Nullable(String)", text: givenText.text } as const;

/**
 * A text is read as any text is; other values keep their types until the column's is known, but for the digits of a code or a
 * text, which stay as they are written. A list or an object is no value of a column: its record is rejected.
 */
const readingOf = ({ kinds, structures }: JsonValues, type: ColumnType): Omit<NamedColumn, "name"> => {
  const keepsType = kinds.has("number") && type !== "text" && type !== "code";
  return {
    ...(keepsType ? { type: "Dynamic", text: (value) => givenText.dynamic(value, type) } : text),
    isUnfit: structures.length === 0 ? undefined : () => `row_number IN (${structures.join(", ")})`,
  };
};

const refuseStructures = (fileName: string, key: string): Error =>
  refuseSource(
    `Tệp JSON ${fileName}: giá trị của khóa "${key}" là danh sách hoặc đối tượng ở hơn ${mostStructures} bản ghi`,
    `The JSON of ${fileName}: the key "${key}" holds a list or an object in more than ${mostStructures} records`,
    {
      vi: "xuất lại tệp với một giá trị cho mỗi khóa (chữ, số, ngày)",
      en: "export the file again with a single value for each key (text, number, day)",
    },
  );

/**
 * NDJSON or an array of objects: ClickHouse's JSONEachRow reads both.
 * @throws RefusedFile where a column of the job is of lists or objects
 */
export const jsonPlan = (
  job: Pick<ColumnsOfJob, "columns">,
  {
    fileName,
    keys,
    openBody,
  }: { readonly fileName: string; readonly keys: JsonKeys } & Pick<NamedColumnsContent, "openBody">,
): SourcePlan => {
  const types = typesOf(job, [...keys.keys()]);
  const columns = [...keys].map(([name, values], position): NamedColumn => {
    const type = types.get(position);
    if (type !== undefined && values.structures.length > mostStructures) throw refuseStructures(fileName, name);
    return { name, ...(type === undefined ? text : readingOf(values, type)) };
  });
  return namedColumnsPlan(
    { columns, openBody },
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
};
