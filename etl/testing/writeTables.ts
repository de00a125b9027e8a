import Excel from "exceljs";
import { type ColumnSource, parquetWriteBuffer } from "hyparquet-writer";
import { toCsv } from "./runTestBed.ts";

/** A value as formats with types hold it; a Date is a day (midnight UTC). */
export type TypedValue = string | number | Date | null;
export type TypedRow = Readonly<Record<string, TypedValue>>;

/** How a program without types writes a number. */
export interface NumberStyle {
  readonly thousands: "" | "." | "," | " ";
}

const dayText = (day: Date): string => day.toISOString().slice(0, 10);
const slashedText = (day: Date): string => dayText(day).split("-").toReversed().join("/");

/** A fraction has four digits: with three it would be ambiguous as text. */
const numberText = (value: number, { thousands }: NumberStyle): string => {
  const [whole = "", fraction] = (Number.isInteger(value) ? String(value) : value.toFixed(4)).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return fraction === undefined ? grouped : `${grouped}${thousands === "." ? "," : "."}${fraction}`;
};

const textOf = (value: TypedValue, style: NumberStyle): string => {
  if (value === null) return "";
  if (value instanceof Date) return slashedText(value);
  return typeof value === "number" ? numberText(value, style) : value;
};

const namesOf = (rows: readonly TypedRow[]): string[] => Object.keys(rows[0] ?? {});

export const writeSeparated = (rows: readonly TypedRow[], delimiter: "," | ";" | "\t", style: NumberStyle): string =>
  toCsv(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, textOf(value, style)]))),
    { delimiter },
  );

export const writeJson = (rows: readonly TypedRow[]): string =>
  JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, value instanceof Date ? dayText(value) : value]),
      ),
    ),
  );

/** Days as timestamps in UTC of midnight in Viet Nam, numbers as doubles. */
export const writeParquet = (rows: readonly TypedRow[]): Buffer => {
  const columnData = namesOf(rows).map((name): ColumnSource => {
    const values = rows.map((row) => row[name] ?? null);
    const type = values.some((value) => value instanceof Date)
      ? "TIMESTAMP"
      : values.some((value) => typeof value === "number")
        ? "DOUBLE"
        : "STRING";
    const data = values.map((value) => (value instanceof Date ? new Date(value.getTime() - 7 * 3_600_000) : value));
    return { name, data, type, nullable: true };
  });
  return Buffer.from(parquetWriteBuffer({ columnData }));
};

export const writeWorkbook = async (rows: readonly TypedRow[]): Promise<Buffer> => {
  const workbook = new Excel.Workbook();
  const sheet = workbook.addWorksheet("S");
  const names = namesOf(rows);
  sheet.addRow(names);
  for (const row of rows) sheet.addRow(names.map((name) => row[name] ?? null));
  return Buffer.from(await workbook.xlsx.writeBuffer());
};
