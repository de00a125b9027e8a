import Excel from "exceljs";
import { newStructure, oldStructure } from "../../../warehouse/areas/structures.ts";
import type { SourceRow } from "../../job.ts";
import { openZip } from "../../sources/xlsx/openZip.ts";

const codeIn = (text: string): string => /\((\d+)\)/.exec(text)?.[1] ?? "";
const cellText = (value: Excel.CellValue): string => {
  if (value === null || value === undefined) return "";
  if (typeof value === "object" && "richText" in value) return value.richText.map((part) => part.text).join("");
  return String(value).replace(/\s+/g, " ").trim();
};

/** Rows of cells; the first cell of a row is 1, as in the file. */
type Sheet = string[][];

/** Streamed: opening the workbook whole takes half a minute over its merged cells. */
const readSheets = async (path: string): Promise<Sheet[]> => {
  const reader = new Excel.stream.xlsx.WorkbookReader(path, {
    worksheets: "emit",
    sharedStrings: "cache",
    styles: "ignore",
    hyperlinks: "ignore",
    entries: "ignore",
  });
  const sheets: Sheet[] = [];
  for await (const worksheet of reader) {
    const sheet: Sheet = [];
    for await (const row of worksheet) sheet.push(Array.isArray(row.values) ? Array.from(row.values, cellText) : []);
    sheets.push(sheet);
  }
  return sheets;
};

/** By its content: names lie. */
const isWorkbook = (path: string): Promise<boolean> =>
  openZip(path).then(
    ({ names, isEncrypted }) => !isEncrypted && names.includes("xl/workbook.xml"),
    () => false,
  );

/** The table leads from the one to the other. */
const structureCodes = {
  from_structure_code: String(oldStructure.structure_code),
  to_structure_code: String(newStructure.structure_code),
};

const isTable = (sheet: Sheet): boolean => sheet[1]?.[3] === "Mã Xã mới" && sheet[1][5] === "Mã Xã cũ";

/**
 * Steps of the official conversion table (Decision 19/2025/QĐ-TTg) as it is: the sheet with merged cells or the one without.
 * A district that became a commune whole has no old code of a commune. Undefined: another shape.
 */
export const readConversionTable = async (path: string): Promise<SourceRow[] | undefined> => {
  if (!(await isWorkbook(path))) return undefined;
  const tables = (await readSheets(path)).filter(isTable);
  const newCodes = (sheet: Sheet): number => sheet.filter((texts) => texts[3]).length;
  const table = tables.toSorted((one, other) => newCodes(other) - newCodes(one))[0];
  if (table === undefined) return undefined;

  const rows: SourceRow[] = [];
  let [newCode, district] = ["", ""];
  for (const texts of table.slice(2)) {
    const text = (index: number): string => texts[index] ?? "";
    // Merged cells speak for the rows below them too.
    newCode = text(3) || newCode;
    district = text(7) || district;
    const oldCode = text(5);
    // A heading of a province: neither an old nor a new unit.
    if (text(3) === "" && oldCode === "" && text(4) === "") continue;
    const note = text(6).normalize("NFC");
    const isDistrict = /^Sắp xếp toàn bộ huyện/i.test(note);
    rows.push({
      ...structureCodes,
      from_level: isDistrict ? "district" : "commune",
      from_code: isDistrict ? codeIn(district) : oldCode === "" ? "" : oldCode.padStart(5, "0"),
      to_code: newCode.padStart(5, "0"),
      // Facts are about people: the successor that took all of them is the main one.
      is_whole: /m[ôộ]t +phần/i.test(note) ? "0" : "",
      is_main: /toàn bộ dân số/i.test(note) ? "1" : "",
    });
  }
  return rows;
};
