import { RefusedFile } from "../RefusedFile.ts";

export type Compression = "none" | "gzip" | "zstd";
export type Encoding = "utf-8" | "utf-16le" | "utf-16be";
export type Shape = "separated" | "json" | "parquet" | "xlsx";

const startsWith = (head: Buffer, ...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);

/** From the first bytes of a file, never from its name: names lie more often. */
export const detectCompression = (head: Buffer): Compression => {
  if (startsWith(head, 0x1f, 0x8b)) return "gzip";
  if (startsWith(head, 0x28, 0xb5, 0x2f, 0xfd)) return "zstd";
  return "none";
};

/** UTF-16 by its mark, or, without one, by the zero bytes that Latin text has in every second place. */
export const detectEncoding = (head: Buffer): Encoding => {
  if (startsWith(head, 0xff, 0xfe)) return "utf-16le";
  if (startsWith(head, 0xfe, 0xff)) return "utf-16be";
  const sample = head.subarray(0, 64);
  if (sample.length < 8) return "utf-8";
  const zeros = (offset: number): number => sample.filter((byte, index) => index % 2 === offset && byte === 0).length;
  if (zeros(0) === 0 && zeros(1) > sample.length / 4) return "utf-16le";
  if (zeros(1) === 0 && zeros(0) > sample.length / 4) return "utf-16be";
  return "utf-8";
};

/**
 * From the first bytes, decompressed.
 * @throws RefusedFile when they are neither a known container nor text
 */
export const detectShape = (head: Buffer, encoding: Encoding, fileName: string): Shape => {
  if (startsWith(head, 0x50, 0x41, 0x52, 0x31)) return "parquet";
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return "xlsx";
  // Control bytes other than tab, line feed and carriage return never stand in a text file.
  const control = head.findIndex((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13);
  if (encoding === "utf-8" && control >= 0) {
    throw new RefusedFile(
      {
        vi: `Tệp ${fileName} không phải tệp dữ liệu dạng văn bản, XLSX hay Parquet (byte lạ ở vị trí ${control})`,
        en: `${fileName} is neither text, XLSX nor Parquet (stray byte at position ${control})`,
      },
      {
        vi: "xuất lại dữ liệu ra CSV (UTF-8), XLSX, NDJSON hoặc Parquet; tệp .xls cũ: lưu lại thành .xlsx",
        en: "export the data as CSV (UTF-8), XLSX, NDJSON or Parquet; an old .xls: save it as .xlsx",
      },
    );
  }
  const text = head
    .toString("latin1")
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trimStart();
  return text.startsWith("{") || text.startsWith("[") ? "json" : "separated";
};
