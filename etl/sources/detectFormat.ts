import type { Sentence } from "../job.ts";
import { RefusedFile } from "../RefusedFile.ts";
import { type LegacyEncoding, legacyEncodings } from "./legacyEncodings.ts";

export type Compression = "none" | "gzip" | "zstd";
const unicodeEncodings = ["utf-8", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof unicodeEncodings)[number] | LegacyEncoding;
export const encodings: readonly Encoding[] = [...unicodeEncodings, ...legacyEncodings];
export type Shape = "separated" | "json" | "parquet" | "xlsx";

const saveAsXlsx: Sentence = {
  vi: "mở bằng Excel hoặc LibreOffice, bỏ mật khẩu nếu có, và lưu lại thành .xlsx (hoặc CSV UTF-8)",
  en: "open it in Excel or LibreOffice, remove the password if there is one, and save it as .xlsx (or CSV UTF-8)",
};

/** Excel keeps old workbooks, and new ones under a password, in the same kind of container. */
const refuseCompound = (head: Buffer, fileName: string): RefusedFile => {
  const isEncrypted = head.includes(Buffer.from("EncryptedPackage", "utf16le"));
  const isOld = head.includes(Buffer.from("Workbook", "utf16le")) || head.includes(Buffer.from("Book", "utf16le"));
  if (isEncrypted) {
    return new RefusedFile(
      { vi: `Tệp ${fileName} được đặt mật khẩu`, en: `${fileName} is protected by a password` },
      saveAsXlsx,
    );
  }
  return new RefusedFile(
    isOld
      ? { vi: `Tệp ${fileName} là bảng tính .xls kiểu cũ`, en: `${fileName} is a workbook of the old kind, .xls` }
      : {
          vi: `Tệp ${fileName} là tài liệu Office kiểu cũ (.xls) hoặc được đặt mật khẩu`,
          en: `${fileName} is an old Office document (.xls) or protected by a password`,
        },
    saveAsXlsx,
  );
};

const startsWith = (head: Buffer, ...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);

/** From the first bytes of a file, never from its name: names lie more often. */
export const detectCompression = (head: Buffer): Compression => {
  if (startsWith(head, 0x1f, 0x8b)) return "gzip";
  if (startsWith(head, 0x28, 0xb5, 0x2f, 0xfd)) return "zstd";
  return "none";
};

/** UTF-16 by its mark, or, without one, by the zero bytes that Latin text has in every second place. */
export const detectEncoding = (head: Buffer): (typeof unicodeEncodings)[number] => {
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
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) throw refuseCompound(head, fileName);
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
  const isWide = encoding === "utf-16le" || encoding === "utf-16be";
  const text = (isWide ? new TextDecoder(encoding).decode(head) : head.toString("latin1"))
    .replace(/^(?:\u00ef\u00bb\u00bf|\uFEFF)/, "")
    .trimStart();
  if (/^<(?:!doctype|html|table|\?xml|head|meta)/i.test(text)) {
    throw new RefusedFile(
      {
        vi: `Tệp ${fileName} là trang web hay XML, dù tên có thể là .xls`,
        en: `${fileName} is a web page or XML, though its name may end in .xls`,
      },
      saveAsXlsx,
    );
  }
  return text.startsWith("{") || text.startsWith("[") ? "json" : "separated";
};
