import type Excel from "exceljs";
import type { Job, SourceColumn } from "../job.ts";
import { addsUp, type ColumnType } from "../sources/columnType.ts";
import type { FormStamp } from "./formStamp.ts";
import { choicesSheet } from "./formStamp.ts";

declare module "exceljs" {
  interface Worksheet {
    /** Of the library, but not in its types: one check for a whole range of cells. */
    readonly dataValidations: { readonly add: (range: string, validation: Excel.DataValidation) => unknown };
  }
}

/** A column of a form, with the range of a hidden sheet that its drop-down takes its values from. */
export interface FormColumn {
  readonly source: SourceColumn;
  readonly heading: string;
  readonly choices: readonly string[];
  /** The list only advises: another value may be right. */
  readonly isOpen: boolean;
}

/** Lines for what the form does not list. */
const spareLines: Readonly<Record<FormStamp["rows"], number>> = { facilities: 20, empty: 2000 };
const firstLine = 6;
/** The font of the other cells: a style that names none is drawn differently by each program. */
const font: Partial<Excel.Font> = { name: "Calibri", family: 2, size: 11 };
const protection = (locked: boolean): Pick<Excel.Style, "protection"> => ({ protection: { locked } });
/** Cells that the form fills in itself. */
const given: Partial<Excel.Style> = {
  ...protection(true),
  fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFEDEFF2" } },
};

export const monthText = (month: string): string => month.replace(/^(\d{4})-(\d{2})$/, "$2/$1");

/** The description's first words: what the column is called where there is room. */
export const headingOf = (column: SourceColumn): string =>
  (column.description.vi.split(/[;:(]/)[0] ?? column.name).trim();

export const formColumns = (
  job: Job,
  stamp: Pick<FormStamp, "columns" | "rows" | "month" | "monthColumn" | "facilities">,
): FormColumn[] =>
  stamp.columns.flatMap((name) => {
    const source = job.columns.find((column) => column.name === name);
    if (source === undefined) return [];
    const isListed = stamp.rows === "empty" && name === "facility_code";
    const own = name === stamp.monthColumn ? [monthText(stamp.month)] : (source.choices ?? []);
    const choices = isListed ? stamp.facilities.map(({ code }) => code) : own;
    return [{ source, heading: headingOf(source), choices, isOpen: isListed }];
  });

const validationOf = ({ source, choices, isOpen }: FormColumn, list: string): Excel.DataValidation | undefined => {
  const error = { showErrorMessage: true, allowBlank: true, errorTitle: "Giá trị không hợp lệ" } as const;
  if (choices.length > 0) {
    return {
      ...{ ...error, type: "list", formulae: [list] },
      errorStyle: isOpen ? "warning" : "stop",
      error: "Chọn một giá trị trong danh sách / choose from the list",
    };
  }
  if (addsUp(source.type)) {
    return {
      ...{ ...error, type: "whole", operator: "greaterThanOrEqual", formulae: [0], errorStyle: "stop" },
      error: "Nhập số nguyên từ 0; để trống nếu chưa có số liệu / a whole number from 0; leave empty if unknown",
    };
  }
  if (source.type !== "day") return undefined;
  return {
    ...{ ...error, type: "date", operator: "greaterThan", errorStyle: "stop" },
    formulae: [new Date(Date.UTC(1990, 0, 1))],
    error: "Nhập ngày, ví dụ 28/06/2022 / a day",
  };
};

/** Codes and months are typed as text: as numbers they would lose zeros. */
const cellFormatFor = (type: ColumnType): string => (addsUp(type) ? "#,##0" : type === "day" ? "dd/mm/yyyy" : "@");

const writeHeader = (sheet: Excel.Worksheet, columns: readonly FormColumn[], titles: readonly string[]): void => {
  const lines = [
    ...titles.map((title) => [title]),
    columns.map((column) => column.heading),
    columns.map((column) => column.source.name),
  ];
  for (const [index, texts] of lines.entries()) {
    const isTitle = index < titles.length;
    for (const [position] of columns.entries()) {
      const cell = sheet.getCell(index + 1, position + 1);
      const text = texts[position];
      if (text !== undefined) cell.value = text;
      cell.style = isTitle
        ? { ...protection(true), font: { ...font, bold: true, size: 12 } }
        : {
            ...given,
            font: { ...font, bold: true },
            alignment: { wrapText: true, vertical: "middle", horizontal: "center" },
          };
    }
  }
  sheet.getRow(firstLine - 1).hidden = true;
};

/** Fills the sheet that is sent out to be filled in: three lines of title, the headings, a hidden line of canonical names. */
export const writeFormSheet = async (
  sheet: Excel.Worksheet,
  stamp: FormStamp,
  columns: readonly FormColumn[],
  titles: readonly [string, string, string],
): Promise<void> => {
  const listed = stamp.rows === "facilities" ? stamp.facilities : [];
  const lastLine = firstLine + listed.length + spareLines[stamp.rows] - 1;
  for (const [index, column] of columns.entries()) {
    const { name } = column.source;
    const numFmt = cellFormatFor(column.source.type);
    const whole = sheet.getColumn(index + 1);
    whole.width = name === "facility_name" ? 42 : 15;
    whole.style = { ...protection(false), numFmt };
    const list = `'${choicesSheet}'!$${whole.letter}$1:$${whole.letter}$${column.choices.length}`;
    const validation = validationOf(column, list);
    if (validation !== undefined) {
      sheet.dataValidations.add(`${whole.letter}${firstLine}:${whole.letter}${lastLine}`, validation);
    }
    for (const [line, facility] of listed.entries()) {
      const texts: Readonly<Record<string, string>> = {
        [stamp.monthColumn]: monthText(stamp.month),
        facility_code: facility.code,
        facility_name: facility.name,
      };
      const text = texts[name];
      if (text === undefined) continue;
      const cell = sheet.getCell(firstLine + line, index + 1);
      cell.value = text;
      cell.style = { ...given, numFmt };
    }
  }
  writeHeader(sheet, columns, titles);
  const fixedColumns = columns.findLastIndex(({ source }) => source.name.startsWith("facility_")) + 1;
  sheet.views = [{ state: "frozen", xSplit: fixedColumns, ySplit: firstLine - 1 }];
  await sheet.protect("", {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
  });
};
