import type { Rule, SourceColumn } from "./job.ts";

/** Known in every source: marks files written by `seeds`. */
export const sampleLabelColumn: SourceColumn = {
  name: "sample_label",
  type: "text",
  aliases: ["du_lieu_mau"],
  required: false,
  hasFewValues: true,
  description: {
    vi: 'Chỉ có trong dữ liệu mẫu: "mau 1/N", mỗi dòng thay cho N dòng',
    en: 'Sample data only: "mau 1/N", one row stands for N',
  },
  example: "mau 1/200",
};

/** Column of exported rejects that says why; a corrected file may keep it. */
export const reasonColumn = "ly_do_loai";

/** What reading a file finds out about it, beyond the form of its rows. */
export const fileRules: readonly Rule[] = [
  {
    code: "total_row_differs",
    severity: "finding",
    sentence: {
      vi: "Số ở dòng tổng của bảng khác tổng các dòng của nó",
      en: "A totals row tells another number than its rows add up to",
    },
  },
  {
    code: "form_row_added",
    severity: "finding",
    sentence: {
      vi: "Dòng của cơ sở không có trong biểu mẫu đã giao",
      en: "A row for a facility that the form did not list",
    },
  },
  {
    code: "form_row_altered",
    severity: "finding",
    sentence: {
      vi: "Tên cơ sở khác với tên trong biểu mẫu đã giao",
      en: "The facility's name is not the one that the form had for its code",
    },
  },
  {
    code: "form_row_missing",
    severity: "finding",
    sentence: {
      vi: "Biểu mẫu nộp về thiếu dòng của cơ sở được giao",
      en: "The row of a facility that the form listed is gone",
    },
  },
  {
    code: "form_row_empty",
    severity: "finding",
    sentence: {
      vi: "Cơ sở được giao biểu mẫu nhưng chưa điền số liệu; dòng không được nạp",
      en: "A facility that the form listed has no figures; its row is not loaded",
    },
  },
  {
    code: "form_month_differs",
    severity: "finding",
    sentence: {
      vi: "Tháng ghi ở dòng khác tháng của biểu mẫu",
      en: "The row's month is not the form's",
    },
  },
];

/** Faults of a row's form, found in every source that is read as a table. Index = value of `shape_fault`, minus one. */
export const shapeRules: readonly Rule[] = [
  {
    code: "too_few_fields",
    severity: "reject",
    sentence: { vi: "Dòng có ít trường hơn tiêu đề", en: "The row has fewer fields than the header" },
  },
  {
    code: "too_many_fields",
    severity: "reject",
    sentence: {
      vi: "Dòng có nhiều trường hơn tiêu đề (dấu phân cách nằm trong giá trị không đặt trong ngoặc kép)",
      en: "The row has more fields than the header (a separator inside a value that is not quoted)",
    },
  },
  {
    code: "value_not_single",
    severity: "reject",
    sentence: {
      vi: "Một cột của dòng không có một giá trị: là danh sách, đối tượng JSON, số không xác định (NaN, vô cực), hay số lớn hơn kiểu của tệp giữ được đủ chữ số",
      en: "A column of the row has no single value: a list, a JSON object, a number that is none (NaN, infinity), or one of more digits than its type in the file keeps",
    },
  },
  {
    code: "code_shortened",
    severity: "reject",
    sentence: {
      vi: "Mã bị phần mềm bảng tính rút gọn thành số (8,93E+11) nên mất chữ số; định dạng cột là chữ rồi xuất lại",
      en: "A spreadsheet shortened a code to a number (8.93E+11) and lost its digits; make the column text and export again",
    },
  },
  {
    code: "header_repeated",
    severity: "reject",
    sentence: {
      vi: "Dòng lặp lại tiêu đề, như khi ghép nhiều tệp thành một",
      en: "The row repeats the header, as where several files were joined",
    },
  },
];
