import { type CellRange, cellRangeOf } from "./cellAddress.ts";
import type { Book, BookSheet } from "./readBook.ts";
import { partText } from "./scanXml.ts";

const endOfRows = /<\/(?:\w+:)?sheetData|<(?:\w+:)?sheetData\s*\/>/;
/** No tag that is looked for is longer. */
const longestTag = 200;
const mergedRange = /<(?:\w+:)?mergeCell\s[^>]*?\bref\s*=\s*["']([^"']*)["']/g;

/**
 * The merged ranges of a sheet, by their top row. They stand behind its rows, which are passed over without being taken apart:
 * that takes as long as reading them.
 */
export const readMerges = async ({ zip }: Book, sheet: BookSheet): Promise<CellRange[]> => {
  const content = await zip.read(sheet.part);
  if (content === undefined) return [];
  let isBehindRows = false;
  let behind = "";
  let last = "";
  for await (const text of partText(content)) {
    if (isBehindRows) {
      behind += text;
      continue;
    }
    const at = (last + text).search(endOfRows);
    isBehindRows = at >= 0;
    if (isBehindRows) behind = (last + text).slice(at);
    else last = text.slice(-longestTag);
  }
  return [...behind.matchAll(mergedRange)]
    .flatMap(([, range = ""]) => cellRangeOf(range) ?? [])
    .sort((one, other) => one.top - other.top);
};
