import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Sentence } from "../job.ts";
import { RefusedFile } from "../RefusedFile.ts";
import { type Compression, detectEncoding, detectShape, type Encoding } from "./detectFormat.ts";
import { jsonHeaders, jsonPlan } from "./jsonPlan.ts";
import { openBytes, tabStandIn } from "./openBytes.ts";
import { parquetHeaders, parquetPlan } from "./parquetPlan.ts";
import { parseSeparatedHeader } from "./parseSeparatedHeader.ts";
import { type Head, readHead } from "./readHead.ts";
import { separatedPlan } from "./separatedPlan.ts";
import type { SourcePlan } from "./sourcePlan.ts";
import { openXlsxAsCsv, xlsxHeaders } from "./xlsxRows.ts";

const refuse = (vi: string, en: string, fix: Sentence, cause?: unknown): RefusedFile =>
  new RefusedFile({ vi, en }, fix, cause);

const exportAgain: Sentence = {
  vi: "xuất lại tệp từ phần mềm nguồn (xem docs/sources.md)",
  en: "export the file again from its source (see docs/sources.md)",
};

const head = async (path: string, name: string): Promise<Head> => {
  const { isFile, size } = await stat(path).then(
    (found) => ({ isFile: found.isFile(), size: found.size }),
    (cause: unknown) => {
      throw refuse(
        `Không mở được tệp ${path}`,
        `${path} cannot be opened`,
        { vi: "kiểm tra đường dẫn", en: "check the path" },
        cause,
      );
    },
  );
  if (!isFile)
    throw refuse(`${path} không phải là tệp`, `${path} is not a file`, {
      vi: "chỉ ra từng tệp",
      en: "name the files one by one",
    });
  if (size === 0) throw refuse(`Tệp ${name} rỗng`, `${name} is empty`, exportAgain);
  try {
    return await readHead(path);
  } catch (cause) {
    throw refuse(`Tệp nén ${name} bị hỏng`, `${name} is damaged: it cannot be decompressed`, exportAgain, cause);
  }
};

/** Text of the head; a character cut at its end is dropped. */
const decode = (bytes: Buffer, encoding: Encoding, name: string): string => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch (cause) {
    throw refuse(
      `Tệp ${name} không phải UTF-8 hay UTF-16`,
      `${name} is neither UTF-8 nor UTF-16`,
      {
        vi: 'lưu lại tệp với bảng mã UTF-8 (Excel: "CSV UTF-8")',
        en: 'save the file as UTF-8 (Excel: "CSV UTF-8")',
      },
      cause,
    );
  }
};

const describe = (delimiter: string, compression: Compression, encoding: Encoding): string => {
  const separator = { ",": "CSV (,)", ";": "CSV (;)", "\t": "TSV" }[delimiter] ?? "CSV";
  return [separator, encoding === "utf-8" ? "" : encoding.toUpperCase(), compression === "none" ? "" : compression]
    .filter((part) => part !== "")
    .join(" ");
};

/**
 * Looks at a file's first bytes (for Parquet and XLSX at its directory) and says how it is to be read.
 * @throws RefusedFile for anything that has no readable header
 */
export const openSource = async (path: string): Promise<SourcePlan> => {
  const name = basename(path);
  const { compression, bytes } = await head(path, name);
  const noHeader = (): RefusedFile => refuse(`Tệp ${name} không có dòng tiêu đề`, `${name} has no header`, exportAgain);
  if (bytes.length === 0) throw refuse(`Tệp nén ${name} bị hỏng hoặc rỗng`, `${name} is damaged or empty`, exportAgain);

  const encoding = detectEncoding(bytes);
  const shape = detectShape(bytes, encoding, name);
  const openBody = (onBytes: (chunk: Buffer) => void) => openBytes(path, compression, encoding, onBytes);

  if (shape === "parquet" || shape === "xlsx") {
    if (compression !== "none") {
      throw refuse(`Tệp ${name} nén hai lần`, `${name} is a compressed ${shape} file`, {
        vi: "giải nén tệp trước khi nạp",
        en: "decompress it before loading",
      });
    }
    try {
      if (shape === "parquet") return parquetPlan({ headers: await parquetHeaders(path), openBody });
      const headers = await xlsxHeaders(path);
      if (headers === undefined) throw noHeader();
      const warnings: Sentence[] = [];
      return separatedPlan({
        headers,
        formatName: "XLSX",
        delimiter: ",",
        skippedLines: 0,
        openBody: (onBytes) => openXlsxAsCsv(path, headers.length, onBytes, (warning) => warnings.push(warning)),
        lateWarnings: () => warnings,
      });
    } catch (cause) {
      if (cause instanceof RefusedFile) throw cause;
      throw refuse(`Tệp ${name} bị hỏng`, `${name} is damaged: its directory cannot be read`, exportAgain, cause);
    }
  }

  const text = decode(bytes, encoding, name);
  if (shape === "json") {
    const headers = jsonHeaders(text);
    if (headers.length === 0) throw noHeader();
    return jsonPlan({ headers, openBody });
  }
  const header = parseSeparatedHeader(text);
  if (header === undefined) throw noHeader();
  const isTabbed = header.delimiter === "\t";
  return separatedPlan({
    headers: header.headers,
    formatName: describe(header.delimiter, compression, encoding),
    delimiter: isTabbed ? tabStandIn : header.delimiter,
    skippedLines: header.skippedLines,
    openBody: (onBytes) => openBytes(path, compression, encoding, onBytes, { replaceTabs: isTabbed }),
  });
};
