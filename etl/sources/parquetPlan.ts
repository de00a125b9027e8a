import { open } from "node:fs/promises";
import { parquetMetadataAsync, parquetSchema } from "hyparquet";
import { type NamedColumnsContent, namedColumnsPlan } from "./namedColumnsPlan.ts";
import type { SourcePlan } from "./sourcePlan.ts";

/** Names of the top-level columns, from the file's footer alone. */
export const parquetHeaders = async (path: string): Promise<string[]> => {
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
    return parquetSchema(metadata).children.map((child) => child.element.name);
  } finally {
    await file.close();
  }
};

/** Parquet, decoded by ClickHouse; dates and numbers arrive as their text. */
export const parquetPlan = (content: NamedColumnsContent): SourcePlan =>
  namedColumnsPlan(content, {
    formatName: "Parquet",
    format: "Parquet",
    settings: { input_format_null_as_default: 1, input_format_parquet_allow_missing_columns: 0 },
  });
