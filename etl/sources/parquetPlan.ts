import { open } from "node:fs/promises";
import { parquetMetadataAsync, parquetSchema, type SchemaElement } from "hyparquet";
import { givenText } from "./givenText.ts";
import { type NamedColumn, type NamedColumnsContent, namedColumnsPlan } from "./namedColumnsPlan.ts";
import type { SourcePlan } from "./sourcePlan.ts";

type Reading = Omit<NamedColumn, "name">;

const text: Reading = { type: "Nullable(String)", text: givenText.text };
const whole: Reading = { type: "Nullable(Int64)", text: givenText.number };
const decimalPlaces = { MILLIS: 3, MICROS: 6, NANOS: 9 } as const;

const moment = (unit: keyof typeof decimalPlaces, isInstant: boolean): Reading => ({
  type: `Nullable(DateTime64(${decimalPlaces[unit]}, 'UTC'))`,
  text: isInstant ? givenText.instant : givenText.clockTime,
});

const decimal = (precision: number, scale: number): Reading => ({
  type: `Nullable(Decimal(${precision}, ${scale}))`,
  text: givenText.number,
});

/** What the file says a column means, by the newer kind of annotation or the older. */
const annotated = ({ logical_type, converted_type, precision, scale }: SchemaElement): Reading | undefined => {
  switch (logical_type?.type) {
    case "DATE":
      return { type: "Nullable(Date32)", text: givenText.day };
    case "DECIMAL":
      return decimal(logical_type.precision, logical_type.scale);
    case "TIMESTAMP":
      return moment(logical_type.unit, logical_type.isAdjustedToUTC);
    case "INTEGER":
      return logical_type.isSigned ? whole : { ...whole, type: "Nullable(UInt64)" };
    default:
      break;
  }
  switch (converted_type) {
    case "DATE":
      return { type: "Nullable(Date32)", text: givenText.day };
    case "DECIMAL":
      return decimal(precision ?? 0, scale ?? 0);
    case "TIMESTAMP_MILLIS":
      return moment("MILLIS", true);
    case "TIMESTAMP_MICROS":
      return moment("MICROS", true);
    case "UINT_8":
    case "UINT_16":
    case "UINT_32":
    case "UINT_64":
      return { ...whole, type: "Nullable(UInt64)" };
    default:
      return undefined;
  }
};

const readingOf = (element: SchemaElement): Reading => {
  const meant = annotated(element);
  if (meant !== undefined) return meant;
  switch (element.type) {
    case "BOOLEAN":
      return { type: "Nullable(Bool)", text: givenText.flag };
    case "INT32":
    case "INT64":
      return whole;
    case "INT96":
      // A point in time, as older programs write it: nanoseconds of a day in UTC.
      return moment("NANOS", true);
    case "FLOAT":
      return { type: "Nullable(Float32)", text: givenText.number };
    case "DOUBLE":
      return { type: "Nullable(Float64)", text: givenText.number };
    default:
      return text;
  }
};

/** The top-level columns and what the file says of their types, from its footer alone. */
export const parquetColumns = async (path: string): Promise<NamedColumn[]> => {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const metadata = await parquetMetadataAsync({
      byteLength: size,
      slice: async (start: number, end: number = size) => {
        const bytes = new ArrayBuffer(end - start);
        await file.read(new Uint8Array(bytes), 0, end - start, start);
        return bytes;
      },
    });
    return parquetSchema(metadata).children.map(({ element }) => ({ name: element.name, ...readingOf(element) }));
  } finally {
    await file.close();
  }
};

/** Parquet, decoded by ClickHouse. */
export const parquetPlan = (content: NamedColumnsContent): SourcePlan =>
  namedColumnsPlan(content, {
    formatName: "Parquet",
    format: "Parquet",
    settings: { input_format_null_as_default: 1, input_format_parquet_allow_missing_columns: 0 },
  });
