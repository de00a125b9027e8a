import type Excel from "exceljs";
import type { Job } from "../job.ts";
import { howToWrite } from "../sources/columnType.ts";
import type { FormColumn } from "./formSheet.ts";
import type { FormStamp } from "./formStamp.ts";

const lines = (job: Job, { rows }: FormStamp): { vi: readonly string[]; en: readonly string[] } => ({
  vi: [
    rows === "facilities"
      ? "Mỗi dòng là một cơ sở trong danh sách của đơn vị; ô xám đã điền sẵn và được khóa."
      : "Mỗi dòng là một số liệu; chọn mã cơ sở trong danh sách của đơn vị.",
    "Ô chưa có số liệu thì để trống, không ghi 0. Số 0 nghĩa là đã đếm và không có.",
    "Không sửa tiêu đề, không thêm hay bớt cột, không đổi sang biểu mẫu của tháng hay đơn vị khác.",
    ...(rows === "facilities" ? ["Cơ sở chưa có trong danh sách: ghi vào các dòng trống bên dưới."] : []),
    `Nạp tệp đã điền: npm run etl -- run ${job.name} <tệp>`,
  ],
  en: [
    rows === "facilities"
      ? "Each line is a facility on the area's list; grey cells are filled in and locked."
      : "Each line is one report; choose the facility's code from the area's list.",
    "Leave a cell empty where there is no figure; do not write 0. Zero means counted, and none.",
    "Do not change headings, do not add or remove columns, do not use the form for another month or area.",
    ...(rows === "facilities" ? ["A facility that is not on the list: use the empty lines below."] : []),
    `To load the form: npm run etl -- run ${job.name} <file>`,
  ],
});

/** Fills the sheet that explains the form, in Vietnamese and English, and lists its columns. */
export const writeInstructions = async (
  sheet: Excel.Worksheet,
  job: Job,
  stamp: FormStamp,
  columns: readonly FormColumn[],
): Promise<void> => {
  sheet.columns = [{ width: 34 }, { width: 60 }, { width: 60 }, { width: 24 }];
  const { vi, en } = lines(job, stamp);
  sheet.addRow(["Hướng dẫn điền biểu mẫu"]).font = { bold: true, size: 12 };
  for (const line of vi) sheet.addRow([line]);
  sheet.addRow([]);
  sheet.addRow(["How to fill in the form"]).font = { bold: true, size: 12 };
  for (const line of en) sheet.addRow([line]);
  sheet.addRow([]);
  sheet.addRow(["Cột", "Nội dung", "Meaning", "Cách ghi / how"]).font = { bold: true };
  for (const { source, heading, choices, isOpen } of columns) {
    const written = howToWrite[source.type];
    const how = choices.length > 0 && !isOpen ? choices.join(" | ") : `${written.vi} / ${written.en}`;
    const row = sheet.addRow([heading, source.description.vi, source.description.en, how]);
    row.alignment = { wrapText: true, vertical: "top" };
  }
  await sheet.protect("", { selectLockedCells: true, formatColumns: true });
};
