import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import type Excel from "exceljs";
import type { Sentence } from "../job.ts";

/** A cell as text: dates as ISO, formulas as their result, rich text joined. */
const cellText = (value: Excel.CellValue): string => {
  if (value === null || value === undefined) return "";
  if (value instanceof Date)
    return value
      .toISOString()
      .replace(/T00:00:00\.000Z$/, "")
      .replace("T", " ")
      .replace(/\.\d+Z$/, "");
  if (typeof value !== "object") return String(value);
  if ("richText" in value) return value.richText.map((part) => part.text).join("");
  if ("text" in value) return cellText(value.text);
  if ("result" in value) return cellText(value.result);
  return "";
};

const rowTexts = (row: Excel.Row): string[] => {
  const values = row.values;
  return Array.isArray(values) ? values.slice(1).map(cellText) : [];
};

const isBlank = (texts: readonly string[]): boolean => texts.every((text) => text.trim() === "");

/** `onBytes` is told of each chunk of the file, read to its end. */
async function* sheetRows(
  path: string,
  onBytes: (chunk: Buffer) => void,
): AsyncGenerator<{ sheet: number; texts: string[] }> {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  file.on("data", (chunk) => onBytes(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk)));
  file.pause();
  // Loaded only for such a file: it would double the time every command takes to start.
  const { default: excel } = await import("exceljs");
  const workbook = new excel.stream.xlsx.WorkbookReader(file, {
    worksheets: "emit",
    sharedStrings: "cache",
    styles: "cache",
    hyperlinks: "ignore",
    entries: "ignore",
  });
  let sheet = 0;
  for await (const worksheet of workbook) {
    sheet++;
    for await (const row of worksheet) yield { sheet, texts: rowTexts(row) };
  }
}

/** The first row with text is the header. Undefined: no sheet has one. */
export const xlsxHeaders = async (path: string): Promise<string[] | undefined> => {
  for await (const { texts } of sheetRows(path, () => undefined))
    if (!isBlank(texts)) return texts.map((text) => text.trim());
  return undefined;
};

/** The rows under the header of its sheet as CSV without header. Blank rows are left out; rows of other sheets are warned about. */
export const openXlsxAsCsv = (
  path: string,
  width: number,
  onBytes: (chunk: Buffer) => void,
  warn: (warning: Sentence) => void,
): Readable => {
  async function* lines(): AsyncGenerator<Buffer> {
    let headerSheet = 0;
    let others = 0;
    let batch = "";
    for await (const { sheet, texts } of sheetRows(path, onBytes)) {
      if (isBlank(texts)) continue;
      if (headerSheet === 0) {
        headerSheet = sheet;
        continue;
      }
      if (sheet !== headerSheet) {
        others++;
        continue;
      }
      const fields = Array.from({ length: Math.max(width, texts.length) }, (_, index) => texts[index] ?? "");
      batch += `${fields.map((text) => `"${text.replaceAll('"', '""')}"`).join(",")}\n`;
      if (batch.length > 256 * 1024) {
        yield Buffer.from(batch);
        batch = "";
      }
    }
    if (others > 0) {
      warn({
        vi: `${others} dòng ở các trang tính khác không được đọc: chỉ đọc trang đầu tiên có tiêu đề`,
        en: `${others} rows on other sheets were not read: only the first sheet with a header is`,
      });
    }
    yield Buffer.from(batch);
  }
  return Readable.from(lines());
};
