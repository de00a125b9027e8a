import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { WarehouseError } from "../../warehouse/WarehouseError.ts";
import { RefusedFile } from "../RefusedFile.ts";
import { firstFault, firstLetter } from "./checkUtf8.ts";
import { cutBytes } from "./cutBytes.ts";
import { type Compression, detectEncoding, detectShape, type Encoding, type Shape } from "./detectFormat.ts";
import { explainJsonFault } from "./explainJsonFault.ts";
import { explainTextFault, refuseCutJson, type TextFile } from "./explainTextFault.ts";
import { findJsonRecords } from "./findJsonRecords.ts";
import { isFontText } from "./guessEncoding.ts";
import { jsonPlan } from "./jsonPlan.ts";
import { isLegacy } from "./legacyEncodings.ts";
import { legacyText } from "./legacyToUtf8.ts";
import type { ColumnsOfJob } from "./matchColumns.ts";
import { createHeaderMatcher } from "./matchHeaders.ts";
import { type ContentForm, openBytes } from "./openBytes.ts";
import { parquetPlan } from "./parquetPlan.ts";
import { parseSeparatedHeader } from "./parseSeparatedHeader.ts";
import { type Head, readHead } from "./readHead.ts";
import {
  exportAgain,
  refuseDamaged,
  refuseScaledRows,
  refuseScaledUnits,
  refuseSource,
  refuseUnreadable,
  refuseWide,
  withoutHeader,
} from "./refuseSource.ts";
import { type JsonLayout, scanJson } from "./scanJson.ts";
import { separatedGuard, tabStandIn } from "./separatedGuard.ts";
import { separatedPlan } from "./separatedPlan.ts";
import type { SourcePlan } from "./sourcePlan.ts";
import { TextFault } from "./TextFault.ts";
import { xlsxPlan } from "./xlsx/xlsxPlan.ts";

/** As many columns as a table is taken to have; more come of stray cells. */
const mostColumns = 1000;

const head = async (path: string, name: string): Promise<Head> => {
  const { isFile, size } = await stat(path).then(
    (found) => ({ isFile: found.isFile(), size: found.size }),
    (cause: unknown) => {
      throw refuseUnreadable(path, cause);
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
    const unreadable = refuseUnreadable(path, cause);
    if (unreadable !== cause) throw unreadable;
    throw refuseSource(`Tệp nén ${name} bị hỏng`, `${name} is damaged: it cannot be decompressed`, exportAgain, cause);
  }
};

/** Text of the head; a character cut at its end is dropped. */
const decode = async (file: TextFile, bytes: Buffer): Promise<string> => {
  const { encoding = "utf-8" } = file.form;
  if (isLegacy(encoding)) return legacyText(bytes, encoding);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    throw await explainTextFault(file, new TextFault("not_utf8", firstFault(bytes), bytes));
  }
  if (file.form.isEncodingTold !== true && isFontText(text)) {
    throw await explainTextFault(file, new TextFault("font_text", firstLetter(bytes), bytes));
  }
  return text;
};

const describe = (delimiter: string, { compression, encoding = "utf-8" }: ContentForm): string => {
  const separator = delimiter === "\t" ? "TSV" : `CSV (${delimiter})`;
  return [separator, encoding === "utf-8" ? "" : encoding.toUpperCase(), compression === "none" ? "" : compression]
    .filter((part) => part !== "")
    .join(" ");
};

const openContainer = async (
  path: string,
  name: string,
  shape: Extract<Shape, "parquet" | "xlsx">,
  compression: Compression,
  job: ColumnsOfJob,
  toldEncoding: Encoding | undefined,
): Promise<SourcePlan> => {
  if (compression !== "none") {
    throw refuseSource(`Tệp ${name} nén hai lần`, `${name} is a compressed ${shape} file`, {
      vi: "giải nén tệp trước khi nạp",
      en: "decompress it before loading",
    });
  }
  const openBody = (onBytes: (chunk: Buffer) => void) => openBytes(path, { compression, encoding: undefined }, onBytes);
  try {
    if (shape === "xlsx") return await xlsxPlan(path, name, job, toldEncoding);
    return await parquetPlan(path, name, job, openBody);
  } catch (cause) {
    if (cause instanceof RefusedFile) throw cause;
    const unreadable = refuseUnreadable(path, cause);
    throw unreadable === cause ? refuseDamaged(name, cause) : unreadable;
  }
};

/** Goes over a file's JSON. An argument, so that one who asks several jobs about a file does it once. */
export type JsonScan = (file: TextFile) => Promise<JsonLayout>;

export const scanJsonFile: JsonScan = async (file) => {
  try {
    return await scanJson(openBytes(file.path, file.form, () => undefined));
  } catch (error) {
    throw error instanceof TextFault ? await explainTextFault(file, error) : refuseDamaged(file.name, error);
  }
};

const openJson = async (file: TextFile, job: ColumnsOfJob, scan: JsonScan): Promise<SourcePlan> => {
  const { path, name, form } = file;
  const explainJson = (): Promise<RefusedFile | undefined> =>
    explainJsonFault(
      name,
      openBytes(path, form, () => undefined),
    );
  const layout = await scan(file);
  if (layout.isCut) throw (await explainJson()) ?? refuseCutJson(name);
  const { keys, array, warnings } = findJsonRecords(layout, job, name);
  if (keys.size === 0) throw (await explainJson()) ?? withoutHeader(name);
  if (keys.size > mostColumns) throw refuseWide(name, keys.size);
  if ((array !== undefined || layout.isArray) && layout.next !== undefined) {
    throw await explainTextFault(file, new TextFault("json_goes_on", layout.next));
  }
  const openBody = (onBytes: (chunk: Buffer) => void) =>
    openBytes(path, form, onBytes, array === undefined ? [] : [cutBytes(array)]);
  return {
    ...jsonPlan(job, { fileName: name, keys, openBody }),
    lateWarnings: () => warnings,
    explain: async (error) => {
      if (error instanceof TextFault) return explainTextFault(file, error);
      return error instanceof WarehouseError ? ((await explainJson()) ?? error) : error;
    },
  };
};

/**
 * Looks at a file's first bytes (for Parquet and XLSX at its directory) and says how it is to be read. The job's columns tell
 * which of a table's first lines is the header. `toldEncoding` is believed, whatever the text looks like.
 * @throws RefusedFile for anything that has no readable header
 */
export const openSource = async (
  path: string,
  job: ColumnsOfJob,
  toldEncoding?: Encoding,
  scan: JsonScan = scanJsonFile,
): Promise<SourcePlan> => {
  const name = basename(path);
  const { compression, bytes } = await head(path, name);
  if (bytes.length === 0)
    throw refuseSource(`Tệp nén ${name} bị hỏng hoặc rỗng`, `${name} is damaged or empty`, exportAgain);

  const encoding = toldEncoding ?? detectEncoding(bytes);
  const shape = detectShape(bytes, encoding, name);
  if (shape === "parquet" || shape === "xlsx") return openContainer(path, name, shape, compression, job, toldEncoding);

  const form: ContentForm = { compression, encoding, isEncodingTold: toldEncoding !== undefined };
  const file = { path, name, form };
  const text = await decode(file, bytes);
  if (shape === "json") return openJson(file, job, scan);
  const header = parseSeparatedHeader(text, job);
  if (header === undefined) throw withoutHeader(name);
  const { delimiter, headers, skippedLines } = header;
  if (headers.length > mostColumns) throw refuseWide(name, headers.length);
  refuseScaledUnits(name, header.head);
  refuseScaledRows(name, headers, createHeaderMatcher(job.columns)(headers).positions.values(), header.body);
  const style = {
    ...{ delimiter, width: headers.length, skippedLines },
    endsInCarriageReturn: !text.includes("\n") && text.includes("\r"),
  };
  const plan = separatedPlan({
    headers,
    formatName: describe(delimiter, form),
    delimiter: delimiter === "\t" ? tabStandIn : delimiter,
    skippedLines,
    emptyFieldsBehind: header.emptyFieldsBehind,
    openBody: (onBytes) => openBytes(path, form, onBytes, [separatedGuard(style)]),
  });
  return { ...plan, explain: async (error) => (error instanceof TextFault ? explainTextFault(file, error) : error) };
};
