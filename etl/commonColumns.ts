import type { Rule, SourceColumn } from "./job.ts";

/** Known in every source: marks files written by `seeds`. */
export const sampleLabelColumn: SourceColumn = {
  name: "sample_label",
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
    code: "line_break_in_field",
    severity: "reject",
    sentence: {
      vi: "Trong một trường có dấu xuống dòng: thường do dấu ngoặc kép không đóng",
      en: "A field contains a line break: usually a quote that is not closed",
    },
  },
];
