import { sources } from "../../warehouse/sources/sources.ts";
import { UserError } from "../../warehouse/UserError.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import type { Job } from "../job.ts";
import { formColumns, headingOf, monthText, writeFormSheet } from "./formSheet.ts";
import { choicesSheet, type FormStamp, formVersion, instructionsSheet, stampRows, stampSheet } from "./formStamp.ts";
import { type FormFacilities, type FormRequest, readFormFacilities } from "./readFormFacilities.ts";
import { writeInstructions } from "./writeInstructions.ts";

const onOneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The workbook of a form, ready to be sent out. */
export const buildForm = async (
  job: Job,
  { area, month }: FormRequest,
  { structure, areaName, facilities }: FormFacilities,
): Promise<Buffer> => {
  const { form } = job;
  if (form === undefined) {
    throw new UserError(`Loại dữ liệu ${job.name} không có biểu mẫu / the job gives out no form`, {
      fix: `bỏ --area và --month để lấy CSV các cột / leave out --area and --month for a CSV of its columns: npm run etl -- template ${job.name}`,
    });
  }
  const known = form.columns.flatMap((name) => job.columns.find((column) => column.name === name) ?? []);
  const stamp: FormStamp = {
    ...{ version: formVersion, job: job.name, structure, area, month, rows: form.rows },
    monthColumn: form.monthColumn ?? "",
    columns: known.map((column) => column.name),
    headings: known.map(headingOf),
    facilities: facilities.map(({ code, name }) => ({ code: onOneLine(code), name: onOneLine(name) })),
  };
  const columns = formColumns(job, stamp);
  // Loaded only for such a command: it would double the time every other takes to start.
  const { default: Excel } = await import("exceljs");
  const workbook = new Excel.Workbook();
  await writeFormSheet(workbook.addWorksheet("Biểu mẫu"), stamp, columns, [
    `${sources[job.name].title.vi} / ${sources[job.name].title.en}`,
    `Đơn vị: ${areaName} (mã ${area}, cơ cấu ${structure} tỉnh, thành phố)`,
    `Kỳ báo cáo: tháng ${monthText(month)}`,
  ]);
  await writeInstructions(workbook.addWorksheet(instructionsSheet), job, stamp, columns);
  const hidden = workbook.addWorksheet(stampSheet, { state: "veryHidden" });
  hidden.addRows(stampRows(stamp));
  const lists = workbook.addWorksheet(choicesSheet, { state: "veryHidden" });
  for (const [index, { choices }] of columns.entries()) {
    for (const [line, choice] of choices.entries()) lists.getCell(line + 1, index + 1).value = choice;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
};

/**
 * Makes the form of a job for an area and a month.
 * @throws UserError for a job without a form, an unknown area, or one of which no facility is known
 */
export const createForm = async (warehouse: Warehouse, job: Job, request: FormRequest): Promise<Buffer> =>
  buildForm(job, request, await readFormFacilities(warehouse, request));
