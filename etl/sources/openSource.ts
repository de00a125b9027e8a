import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { RefusedFile } from "../RefusedFile.ts";
import { type Compression, detectEncoding, detectShape, type Encoding } from "./detectFormat.ts";
import { jsonHeaders, jsonPlan } from "./jsonPlan.ts";
import type { ColumnsOfJob } from "./matchColumns.ts";
import { openBytes, tabStandIn } from "./openBytes.ts";
import { parquetHeaders, parquetPlan } from "./parquetPlan.ts";
import { parseSeparatedHeader } from "./parseSeparatedHeader.ts";
import { type Head, readHead } from "./readHead.ts";
import { exportAgain, refuseScaledUnits, refuseSource, withoutHeader } from "./refuseSource.ts";
import { separatedPlan } from "./separatedPlan.ts";
import type { SourcePlan } from "./sourcePlan.ts";
import { xlsxPlan } from "./xlsx/xlsxPlan.ts";

const head = async (path: string, name: string): Promise<Head> => {
  const { isFile, size } = await stat(path).then(
    (found) => ({ isFile: found.isFile(), size: found.size }),
    (cause: unknown) => {
      throw refuseSource(
        `Không mở được tệp ${path}`,
        `${path} cannot be opened`,
        { vi: "kiểm tra đường dẫn", en: "check the path" },
        cause,
      );
    },
  );
  if (!isFile)
    throw refuseSource(`${path} không phải là tệp`, `${path} is not a file`, {
      vi: "chỉ ra từng tệp",
      en: "name the files one by one",
    });
  if (size === 0) throw refuseSource(`Tệp ${name} rỗng`, `${name} is empty`, exportAgain);
  try {
    return await readHead(path);
  } catch (cause) {
    throw refuseSource(`Tệp nén ${name} bị hỏng`, `${name} is damaged: it cannot be decompressed`, exportAgain, cause);
  }
};

/** Text of the head; a character cut at its end is dropped. */
const decode = (bytes: Buffer, encoding: Encoding, name: string): string => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch (cause) {
    throw refuseSource(
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
 * Looks at a file's first bytes (for Parquet and XLSX at its directory) and says how it is to be read. The job's columns tell
 * which of a table's first lines is the header.
 * @throws RefusedFile for anything that has no readable header
 */
export const openSource = async (path: string, job: ColumnsOfJob): Promise<SourcePlan> => {
  const name = basename(path);
  const { compression, bytes } = await head(path, name);
  if (bytes.length === 0)
    throw refuseSource(`Tệp nén ${name} bị hỏng hoặc rỗng`, `${name} is damaged or empty`, exportAgain);

  const encoding = detectEncoding(bytes);
  const shape = detectShape(bytes, encoding, name);
  const openBody = (onBytes: (chunk: Buffer) => void) => openBytes(path, compression, encoding, onBytes);

  if (shape === "parquet" || shape === "xlsx") {
    if (compression !== "none") {
      throw refuseSource(`Tệp ${name} nén hai lần`, `${name} is a compressed ${shape} file`, {
        vi: "giải nén tệp trước khi nạp",
        en: "decompress it before loading",
      });
    }
    try {
      return shape === "parquet"
        ? parquetPlan({ headers: await parquetHeaders(path), openBody })
        : await xlsxPlan(path, name, job);
    } catch (cause) {
      if (cause instanceof RefusedFile) throw cause;
      throw refuseSource(`Tệp ${name} bị hỏng`, `${name} is damaged: its directory cannot be read`, exportAgain, cause);
    }
  }

  const text = decode(bytes, encoding, name);
  if (shape === "json") {
    const headers = jsonHeaders(text);
    if (headers.length === 0) throw withoutHeader(name);
    return jsonPlan({ headers, openBody });
  }
  const header = parseSeparatedHeader(text, job);
  if (header === undefined) throw withoutHeader(name);
  refuseScaledUnits(name, header.head);
  const isTabbed = header.delimiter === "\t";
  return separatedPlan({
    headers: header.headers,
    formatName: describe(header.delimiter, compression, encoding),
    delimiter: isTabbed ? tabStandIn : header.delimiter,
    skippedLines: header.skippedLines,
    openBody: (onBytes) => openBytes(path, compression, encoding, onBytes, { replaceTabs: isTabbed }),
  });
};
