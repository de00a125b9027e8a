import { posix } from "node:path";
import type { Encoding } from "../detectFormat.ts";
import { fromLegacy, isLegacy } from "../legacyEncodings.ts";
import { type CellFormat, cellFormatOf } from "./cellFormats.ts";
import type { Zip } from "./openZip.ts";
import { attributeOf, createXmlScanner, partText, type XmlEvents } from "./scanXml.ts";

export interface BookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Name of its part in the container. */
  readonly part: string;
}

/** What a workbook says of itself, but for the rows of its sheets. */
export interface Book {
  readonly zip: Zip;
  readonly sheets: readonly BookSheet[];
  readonly sharedStrings: readonly string[];
  /** By the number of a cell's style. */
  readonly formats: readonly CellFormat[];
  readonly is1904: boolean;
  /** Text of cells as it is meant: from an old encoding, where the command names one. */
  readonly meant: (text: string) => string;
}

const scanPart = async (zip: Zip, part: string, events: XmlEvents): Promise<void> => {
  const content = await zip.read(part);
  if (content === undefined) return;
  const scanner = createXmlScanner(events);
  for await (const text of partText(content)) scanner.write(text);
  scanner.end();
};

const readSheets = async (zip: Zip): Promise<{ sheets: BookSheet[]; is1904: boolean }> => {
  const targets = new Map<string, string>();
  await scanPart(zip, "xl/_rels/workbook.xml.rels", {
    open: (name, attributes) => {
      const [id, target] = [attributeOf(attributes, "Id"), attributeOf(attributes, "Target")];
      if (name === "Relationship" && id !== undefined && target !== undefined) {
        targets.set(id, target.startsWith("/") ? target.slice(1) : posix.join("xl", target));
      }
    },
    close: () => undefined,
  });
  const sheets: BookSheet[] = [];
  let is1904 = false;
  await scanPart(zip, "xl/workbook.xml", {
    open: (name, attributes) => {
      if (name === "workbookPr") is1904 = /^(1|true)$/.test(attributeOf(attributes, "date1904") ?? "");
      if (name !== "sheet") return;
      const part = targets.get(attributeOf(attributes, "id") ?? "");
      const state = attributeOf(attributes, "state") ?? "visible";
      if (part?.includes("worksheets/")) {
        sheets.push({ name: attributeOf(attributes, "name") ?? "", isHidden: state !== "visible", part });
      }
    },
    close: () => undefined,
  });
  if (sheets.length === 0) throw new Error("a workbook without sheets");
  return { sheets, is1904 };
};

const readSharedStrings = async (zip: Zip): Promise<string[]> => {
  const strings: string[] = [];
  let [text, isText, isPhonetic] = ["", false, false];
  await scanPart(zip, "xl/sharedStrings.xml", {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") isPhonetic = true;
      isText = name === "t" && !isPhonetic;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (name) => {
      if (name === "si") strings.push(text);
      if (name === "rPh") isPhonetic = false;
      isText = false;
    },
  });
  return strings;
};

const readFormats = async (zip: Zip): Promise<CellFormat[]> => {
  const codes = new Map<number, string>();
  const formats: CellFormat[] = [];
  let isCellStyle = false;
  await scanPart(zip, "xl/styles.xml", {
    open: (name, attributes) => {
      if (name === "cellXfs") isCellStyle = true;
      const id = Number(attributeOf(attributes, "numFmtId") ?? 0);
      if (name === "numFmt") codes.set(id, attributeOf(attributes, "formatCode") ?? "");
      if (name === "xf" && isCellStyle) formats.push(cellFormatOf(id, codes.get(id)));
    },
    close: (name) => {
      if (name === "cellXfs") isCellStyle = false;
    },
  });
  return formats;
};

/** A workbook may have cells in an old font beside others in Unicode, which have letters that no old encoding has. */
const meantIn =
  (encoding: Encoding | undefined) =>
  (text: string): string =>
    encoding === undefined || !isLegacy(encoding) || /[\u0100-\uffff]/.test(text) ? text : fromLegacy(text, encoding);

/**
 * Reads what a workbook's sheets share. Its texts are held in memory; its rows are not.
 * @throws Error for a container that is no workbook
 */
export const readBook = async (zip: Zip, encoding?: Encoding): Promise<Book> => {
  const meant = meantIn(encoding);
  return {
    zip,
    meant,
    ...(await readSheets(zip)),
    sharedStrings: (await readSharedStrings(zip)).map(meant),
    formats: await readFormats(zip),
  };
};
