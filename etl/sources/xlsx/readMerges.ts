import { type CellRange, cellRangeOf } from "./cellAddress.ts";
import { type Book, type BookSheet, partText } from "./readBook.ts";
import { attributeOf, createXmlScanner } from "./scanXml.ts";

const endOfRows = "</sheetData";

/**
 * The merged ranges of a sheet, by their top row. They stand behind its rows, which are passed over without being taken apart.
 */
export const readMerges = async ({ zip }: Book, sheet: BookSheet): Promise<CellRange[]> => {
  const content = await zip.read(sheet.part);
  if (content === undefined) return [];
  const merges: CellRange[] = [];
  const scan = createXmlScanner({
    open: (name, attributes) => {
      const range = name === "mergeCell" ? cellRangeOf(attributeOf(attributes, "ref") ?? "") : undefined;
      if (range !== undefined) merges.push(range);
    },
    close: () => undefined,
  });
  let isBehindRows = false;
  let last = "";
  for await (const text of partText(content)) {
    if (!isBehindRows) {
      const at = (last + text).search(/<\/(?:\w+:)?sheetData|<(?:\w+:)?sheetData\s*\/>/);
      if (at < 0) {
        last = text.slice(-endOfRows.length - 20);
        continue;
      }
      isBehindRows = true;
      scan((last + text).slice(at));
    } else scan(text);
  }
  return merges.sort((one, other) => one.top - other.top);
};
