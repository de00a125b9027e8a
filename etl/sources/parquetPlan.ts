import { open } from "node:fs/promises";
import { parquetMetadataAsync, parquetSchema } from "hyparquet";
import { isOfWarehouse } from "../../warehouse/isOfWarehouse.ts";
import { WarehouseError } from "../../warehouse/WarehouseError.ts";
import { givenText } from "./givenText.ts";
import { type ColumnsOfJob, typesOf } from "./matchColumns.ts";
import { type NamedColumn, type NamedColumnsContent, namedColumnsPlan } from "./namedColumnsPlan.ts";
import { type ParquetReading, parquetReading } from "./parquetTypes.ts";
import { refuseDamaged, refuseSource } from "./refuseSource.ts";
import type { SourcePlan } from "./sourcePlan.ts";

/** ClickHouse's code for what `throwIf` threw. */
const thrownIf = 395;

interface ParquetColumn {
  readonly name: string;
  readonly reading: ParquetReading;
}

/** The top-level columns and what the file says of their types, from its footer alone. */
const parquetColumns = async (path: string): Promise<ParquetColumn[]> => {
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
    return parquetSchema(metadata).children.map(({ element }) => ({
      name: element.name,
      reading: parquetReading(element),
    }));
  } finally {
    await file.close();
  }
};

const refuseType = (fileName: string, column: string, type: string): Error =>
  refuseSource(
    `Tệp Parquet ${fileName}: cột "${column}" có kiểu ${type}, không đọc được thành một giá trị`,
    `The Parquet file ${fileName}: the column "${column}" is of the type ${type}, which is not read as a value`,
    {
      vi: "xuất lại cột đó thành chữ, số, ngày hoặc thời điểm",
      en: "export the column again as text, number, day or timestamp",
    },
  );

const refuseBytes = (fileName: string, cause: unknown): Error =>
  refuseSource(
    `Chữ trong tệp Parquet ${fileName} không phải UTF-8`,
    `Text in the Parquet file ${fileName} is not UTF-8`,
    { vi: "xuất lại tệp với chữ ở bảng mã UTF-8", en: "export the file again with its text in UTF-8" },
    cause,
  );

/**
 * Parquet, decoded by ClickHouse.
 * @throws RefusedFile where a column of the job has a type of which no value is read
 */
export const parquetPlan = async (
  path: string,
  fileName: string,
  job: Pick<ColumnsOfJob, "columns">,
  openBody: NamedColumnsContent["openBody"],
): Promise<SourcePlan> => {
  const found = await parquetColumns(path);
  const types = typesOf(
    job,
    found.map(({ name }) => name),
  );
  const columns = found.map(({ name, reading }, position): NamedColumn => {
    const type = types.get(position);
    // Not read.
    if (type === undefined) return { name, type: "Nullable(String)", text: givenText.text };
    if (typeof reading === "string") throw refuseType(fileName, name, reading);
    return { name, ...reading(type) };
  });
  const plan = namedColumnsPlan(
    { columns, openBody },
    {
      formatName: "Parquet",
      format: "Parquet",
      settings: { input_format_null_as_default: 1, input_format_parquet_allow_missing_columns: 0 },
    },
  );
  return {
    ...plan,
    explain: async (error) => {
      if (!(error instanceof WarehouseError) || isOfWarehouse(error)) return error;
      return error.code === thrownIf ? refuseBytes(fileName, error) : refuseDamaged(fileName, error);
    },
  };
};
