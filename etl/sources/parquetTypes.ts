import type { SchemaElement } from "hyparquet";
import type { ColumnType } from "./columnType.ts";
import { givenText } from "./givenText.ts";
import type { NamedColumn } from "./namedColumnsPlan.ts";

/** How a column of a Parquet type is read into a column of the job; a text: its type is not read, by this name. */
export type ParquetReading = ((type: ColumnType) => Omit<NamedColumn, "name">) | string;

const decimalPlaces = { MILLIS: 3, MICROS: 6, NANOS: 9 } as const;
type Unit = keyof typeof decimalPlaces;
/** Digits that a Decimal of ClickHouse can have. */
const mostDigits = 76;

const text: ParquetReading = () => ({
  type: "Nullable(String)",
  text: givenText.utf8,
});
const number =
  (sqlType: string): ParquetReading =>
  (type) => ({ type: `Nullable(${sqlType})`, text: (value) => givenText.number(value, type) });
/** A floating number; beyond `2 ** bits` its type does not hold every whole number, and what was meant is not known. */
const float =
  (sqlType: string, bits: number): ParquetReading =>
  (type) => ({
    type: `Nullable(${sqlType})`,
    text: (value) => givenText.number(value, type),
    isUnfit: (value) => `ifNull(NOT isFinite(${value}) OR abs(${value}) > ${2 ** bits}, false)`,
  });
const moment =
  (unit: Unit, isInstant: boolean): ParquetReading =>
  () => ({
    type: `Nullable(DateTime64(${decimalPlaces[unit]}, 'UTC'))`,
    text: isInstant ? givenText.instant : givenText.clockTime,
  });
const time =
  (unit: Unit): ParquetReading =>
  () => ({ type: `Nullable(Time64(${decimalPlaces[unit]}))`, text: givenText.clockTime });
/** Days since 1970, as the file has them: ClickHouse's own type of days does not hold all, such as 9999-12-31. */
const day: ParquetReading = () => ({ type: "Nullable(Int32)", text: givenText.dayNumber });
const flag: ParquetReading = () => ({ type: "Nullable(Bool)", text: givenText.flag });
const decimal = (precision: number | undefined, scale: number | undefined): ParquetReading =>
  precision === undefined || precision < 1 || precision > mostDigits
    ? `DECIMAL(${precision ?? "?"})`
    : number(`Decimal(${precision}, ${scale ?? 0})`);

/** By the newer kind of annotation. Undefined: there is none, or it leaves open what the physical type says. */
const byLogicalType = ({ logical_type: logical }: SchemaElement): ParquetReading | undefined => {
  if (logical === undefined) return undefined;
  switch (logical.type) {
    case "NULL":
      return undefined;
    case "STRING":
    case "ENUM":
    case "UUID":
      return text;
    case "DATE":
      return day;
    case "TIME":
      return time(logical.unit);
    case "TIMESTAMP":
      return moment(logical.unit, logical.isAdjustedToUTC);
    case "DECIMAL":
      return decimal(logical.precision, logical.scale);
    case "INTEGER":
      return number(logical.isSigned ? "Int64" : "UInt64");
    case "FLOAT16":
      return float("Float32", 11);
    default:
      return logical.type;
  }
};

/** By the older kind. */
const byConvertedType = ({ converted_type, precision, scale }: SchemaElement): ParquetReading | undefined => {
  switch (converted_type) {
    case undefined:
      return undefined;
    case "UTF8":
    case "ENUM":
      return text;
    case "DATE":
      return day;
    case "TIME_MILLIS":
      return time("MILLIS");
    case "TIME_MICROS":
      return time("MICROS");
    case "TIMESTAMP_MILLIS":
      return moment("MILLIS", true);
    case "TIMESTAMP_MICROS":
      return moment("MICROS", true);
    case "DECIMAL":
      return decimal(precision, scale);
    case "INT_8":
    case "INT_16":
    case "INT_32":
    case "INT_64":
      return number("Int64");
    case "UINT_8":
    case "UINT_16":
    case "UINT_32":
    case "UINT_64":
      return number("UInt64");
    default:
      return converted_type;
  }
};

const byPhysicalType = ({ type }: SchemaElement): ParquetReading => {
  switch (type) {
    case "BOOLEAN":
      return flag;
    case "INT32":
    case "INT64":
      return number("Int64");
    case "INT96":
      // A point in time, as older programs write it: nanoseconds of a day in UTC.
      return moment("NANOS", true);
    case "FLOAT":
      return float("Float32", 24);
    case "DOUBLE":
      return float("Float64", 53);
    case "BYTE_ARRAY":
    case "FIXED_LEN_BYTE_ARRAY":
      return text;
    default:
      return "STRUCT";
  }
};

/** What a file says of a column's type, and so how it is read. Lists, maps and groups are no columns of a table. */
export const parquetReading = (element: SchemaElement): ParquetReading => {
  if (element.repetition_type === "REPEATED") return "LIST";
  const annotated = byLogicalType(element) ?? byConvertedType(element);
  if (element.num_children === undefined) return annotated ?? byPhysicalType(element);
  return typeof annotated === "string" ? annotated : "STRUCT";
};
