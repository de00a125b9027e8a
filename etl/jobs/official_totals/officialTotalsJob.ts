import { fileURLToPath } from "node:url";
import type { Job, SourceColumn } from "../../job.ts";
import { cleanseRows, type RowRule, repeatedRowRules, withoutCondition } from "../cleanseRows.ts";
import { countAmbiguous, countInvalid, countMissing, countOf, numberAmbiguous } from "../countOf.ts";
import { dayOf } from "../dayOf.ts";
import { rowRule } from "../rowRule.ts";
import { sourceColumn } from "../sourceColumn.ts";

const columns: readonly SourceColumn[] = [
  sourceColumn(
    "as_of_date",
    "day",
    ["tinh_den_ngay"],
    "Số liệu tính đến ngày",
    "Day the figure is of",
    "05/04/2022",
    true,
  ),
  sourceColumn(
    "as_of_label",
    "text",
    ["tinh_den"],
    "Thời điểm như văn bản ghi",
    "The time as the document says it",
    "05/04/2022",
  ),
  sourceColumn(
    "measure_code",
    "code",
    ["chi_tieu"],
    "Tên chỉ số của Cube, hoặc tên số liệu kho chưa có",
    "Cube measure, or a figure the warehouse does not hold",
    "doses_recorded",
    true,
  ),
  sourceColumn(
    "breakdown_code",
    "code",
    ["phan_to"],
    "Phân tổ; để trống: toàn bộ",
    "Member of a breakdown; empty for the whole",
    "wrong_birth_date",
  ),
  sourceColumn("value", "number", ["gia_tri"], "Giá trị", "Value", "198.674.948", true),
  sourceColumn(
    "precision",
    "text",
    ["do_chinh_xac"],
    "exact, about (khoảng, gần) hoặc more_than (hơn)",
    "exact, about or more_than",
    "exact",
    true,
  ),
  sourceColumn("unit", "text", ["don_vi"], "Đơn vị", "Unit", "dose", true),
  sourceColumn("document_code", "code", ["ma_van_ban"], "Mã văn bản", "Document code", "004", true),
  sourceColumn("document_title", "text", ["ten_van_ban"], "Tên văn bản", "Document title", "Báo cáo…", true),
  sourceColumn(
    "document_date",
    "day",
    ["ngay_van_ban"],
    "Ngày văn bản; để trống nếu văn bản không ghi",
    "Day of the document; empty if it tells none",
    "08/04/2022",
  ),
  sourceColumn(
    "quote",
    "text",
    ["trich_dan"],
    "Câu chữ quanh con số",
    "The words around the figure",
    "hơn 207 triệu mũi tiêm",
    true,
  ),
];

const rules: readonly RowRule[] = [
  rowRule(
    "as_of_invalid",
    "reject",
    "Ngày của số liệu thiếu hoặc không phải là ngày",
    "The figure's day is missing or not a date",
    "figure_date = toDate(0)",
  ),
  rowRule(
    "value_invalid",
    "reject",
    "Giá trị thiếu hoặc không phải là số nguyên",
    "The value is missing or not a whole number",
    `figure IN (${countMissing}, ${countInvalid})`,
  ),
  { ...numberAmbiguous, condition: `figure = ${countAmbiguous}` },
  rowRule(
    "precision_unknown",
    "reject",
    "Độ chính xác không phải là exact, about hay more_than",
    "The precision is not exact, about or more_than",
    "trimBoth(precision) NOT IN ('exact', 'about', 'more_than')",
  ),
  rowRule(
    "measure_missing",
    "reject",
    "Thiếu tên chỉ số",
    "The measure's name is missing",
    "trimBoth(measure_code) = ''",
  ),
  rowRule(
    "document_date_missing",
    "finding",
    "Văn bản không ghi ngày",
    "The document tells no day",
    "written_date = toDate(0)",
  ),
];

/** Figures published in official documents, as they were published, to reconcile against. */
export const officialTotalsJob: Job = {
  name: "official_totals",
  columns,
  rules: [...rules, ...repeatedRowRules].map(withoutCondition),
  defaultFiles: [fileURLToPath(new URL("./official_totals.csv", import.meta.url))],
  cleanse: (context) =>
    cleanseRows(context, {
      factTable: "mart.fct_official_totals",
      expressions: [
        ["figure_date", dayOf("as_of_date")],
        ["written_date", dayOf("document_date")],
        ["figure", countOf("value")],
      ],
      rules,
      key: ["figure_date", "trimBoth(measure_code)", "trimBoth(breakdown_code)", "trimBoth(document_code)"],
      content: ["figure", "precision"],
      placeKey: "0",
      facts: [
        ["as_of_date", "figure_date"],
        ["as_of_label", "trimBoth(as_of_label)"],
        ["measure_code", "trimBoth(measure_code)"],
        ["breakdown_code", "trimBoth(breakdown_code)"],
        ["value", "figure"],
        ["precision", "trimBoth(precision)"],
        ["unit", "trimBoth(unit)"],
        ["document_code", "trimBoth(document_code)"],
        ["document_title", "trimBoth(document_title)"],
        ["document_date", "written_date"],
        ["quote", "trimBoth(quote)"],
      ],
      day: "as_of_date",
    }),
};
