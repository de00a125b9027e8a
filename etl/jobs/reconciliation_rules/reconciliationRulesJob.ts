import { fileURLToPath } from "node:url";
import type { Job, SourceColumn } from "../../job.ts";
import { cleanseRows, type RowRule, repeatedRowRules, withoutCondition } from "../cleanseRows.ts";
import { dayOf } from "../dayOf.ts";
import { rowRule } from "../rowRule.ts";
import { sourceColumn } from "../sourceColumn.ts";
import { isFormula, termsOf } from "./formula.ts";

const columns: readonly SourceColumn[] = [
  sourceColumn(
    "rule_code",
    "code",
    ["ma_quy_tac"],
    "Mã quy tắc, không đổi giữa các lần nạp",
    "Code, stable between loads",
    "apr_sent",
    true,
  ),
  sourceColumn(
    "name_vi",
    "text",
    ["ten"],
    "Nội dung quy tắc",
    "What the rule says",
    "Đã gửi = có giấy tờ + không có giấy tờ",
    true,
  ),
  sourceColumn(
    "name_en",
    "text",
    ["ten_tieng_anh"],
    "Nội dung bằng tiếng Anh",
    "The same in English",
    "Sent = with ID + without",
  ),
  sourceColumn(
    "document_code",
    "code",
    ["van_ban"],
    "Ký hiệu văn bản",
    "Code of the document",
    "bc-lam-sach-2022-04-08",
    true,
  ),
  sourceColumn(
    "as_of_date",
    "day",
    ["tinh_den_ngay"],
    "Số liệu tính đến ngày",
    "Day the figures are of",
    "05/04/2022",
    true,
  ),
  sourceColumn(
    "left_side",
    "text",
    ["ve_trai"],
    "Vế trái: các số liệu của báo cáo hoặc chỉ số Cube (có dấu chấm), nối bằng + -, hệ số trước dấu *, lớp sau dấu :, ngày khác sau dấu @",
    "Left side: figures of the report or Cube members (with a dot), joined by + and -, a factor before *, a class after :, another day after @",
    "subjects_sent",
    true,
  ),
  sourceColumn("comparison", "text", ["so_sanh"], "=, >= hoặc <=", "=, >= or <=", "=", true),
  sourceColumn(
    "right_side",
    "text",
    ["ve_phai"],
    "Vế phải",
    "Right side",
    "subjects_with_id + subjects_without_id",
    true,
  ),
  sourceColumn(
    "tolerance",
    "number",
    ["sai_so"],
    "Sai số cho phép khi số liệu được làm tròn; để trống là 0",
    "Allowed difference where a figure is rounded; empty for 0",
    "0",
  ),
];

const rules: readonly RowRule[] = [
  rowRule("rule_code_missing", "reject", "Thiếu mã quy tắc", "The rule's code is missing", "code = ''"),
  rowRule(
    "as_of_invalid",
    "reject",
    "Ngày của số liệu thiếu hoặc không phải là ngày",
    "The day is missing or not a date",
    "figure_date = toDate(0)",
  ),
  rowRule(
    "comparison_unknown",
    "reject",
    "Phép so sánh không phải là =, >= hay <=",
    "The comparison is not =, >= or <=",
    "compared = ''",
  ),
  rowRule(
    "formula_invalid",
    "reject",
    "Một vế không đọc được như công thức",
    "A side cannot be read as a formula",
    `NOT ${isFormula("left_side")} OR NOT ${isFormula("right_side")}`,
  ),
  rowRule(
    "tolerance_invalid",
    "reject",
    "Sai số không phải là số không âm",
    "The tolerance is not a number of zero or more",
    "allowed < 0",
  ),
];

const judgedTerms = (prefix: string): string => `
  SELECT code, side_terms.1 AS side, term, figure_date
  FROM (SELECT code, figure_date, arrayJoin([('left', ${termsOf("left_side")}), ('right', ${termsOf("right_side")})]) AS side_terms
        FROM ${prefix}judged WHERE empty(rejects))
  ARRAY JOIN side_terms.2 AS term`;

/** Rules that official reports are held to: their own arithmetic, one report against another, a report against the warehouse. */
export const reconciliationRulesJob: Job = {
  name: "reconciliation_rules",
  columns,
  rules: [...rules, ...repeatedRowRules].map(withoutCondition),
  defaultFiles: [fileURLToPath(new URL("./reconciliation_rules.csv", import.meta.url))],
  cleanse: async (context) => {
    const result = await cleanseRows(context, {
      factTable: "mart.dim_reconciliation_rules",
      expressions: [
        ["code", "trimBoth(rule_code)"],
        ["figure_date", dayOf("as_of_date")],
        [
          "compared",
          "transform(trimBoth(comparison), ['=', '>=', '≥', '<=', '≤'], ['equal', 'at_least', 'at_least', 'at_most', 'at_most'], '')",
        ],
        [
          "allowed",
          "if(trimBoth(tolerance) = '', 0, ifNull(toFloat64OrNull(replaceOne(trimBoth(tolerance), ',', '.')), -1))",
        ],
        ["all_terms", `arrayConcat(${termsOf("left_side")}, ${termsOf("right_side")})`],
        [
          "kind",
          `multiIf(arrayExists(term -> position(term[3], '.') > 0, all_terms), 'report_and_warehouse',
            arrayExists(term -> term[5] != '', all_terms), 'between_reports', 'within_report')`,
        ],
      ],
      rules,
      key: ["code"],
      content: ["left_side", "comparison", "right_side", "tolerance", "figure_date"],
      placeKey: "0",
      facts: [
        ["rule_code", "code"],
        ["kind", "kind"],
        ["name_vi", "trimBoth(name_vi)"],
        ["name_en", "trimBoth(name_en)"],
        ["document_code", "trimBoth(document_code)"],
        ["as_of_date", "figure_date"],
        ["comparison", "compared"],
        ["tolerance", "allowed"],
      ],
      day: "as_of_date",
    });
    await context.warehouse.command(
      `INSERT INTO mart.dim_reconciliation_terms (load_id, rule_code, side, factor, origin, as_of_date, measure_code, breakdown_code)
       SELECT {load_id:UInt64}, code, side, if(term[1] = '-', -1, 1) * if(term[2] = '', 1, toFloat64(term[2])),
         if(position(term[3], '.') > 0, 'warehouse', 'report'), if(term[5] = '', figure_date, toDate(term[5])), term[3], term[4]
       FROM (${judgedTerms(context.landingPrefix)})`,
      { params: { load_id: context.loadId }, signal: context.signal },
    );
    return result;
  },
};
