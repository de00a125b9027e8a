import { fileURLToPath } from "node:url";
import type { Job, SourceColumn } from "../../job.ts";
import { cleanseRows, repeatedRowRules } from "../cleanseRows.ts";
import { withoutCondition } from "../rowRule.ts";
import { sourceColumn } from "../sourceColumn.ts";
import { wordOf } from "../wordOf.ts";
import { indicatorCodeColumn } from "./indicatorCodeColumn.ts";
import { indicatorRules } from "./indicatorRules.ts";

const columns: readonly SourceColumn[] = [
  indicatorCodeColumn,
  sourceColumn(
    "name_vi",
    "text",
    ["ten"],
    "Tên chỉ số",
    "Vietnamese name",
    "Tỷ lệ cơ sở công lập cập nhật nguồn lực",
    true,
  ),
  sourceColumn(
    "name_en",
    "text",
    ["ten_tieng_anh"],
    "Tên tiếng Anh",
    "English name",
    "Public facilities that update resources",
  ),
  sourceColumn(
    "measure",
    "text",
    ["chi_so_cube"],
    "Chỉ số của Cube; để trống nếu kho chưa có số liệu",
    "Cube measure; empty if the warehouse holds no figures",
    "resources.facility_update_rate",
  ),
  sourceColumn(
    "filter_member",
    "text",
    ["filter_chieu"],
    "Chiều của Cube mà chỉ số được thu hẹp theo",
    "Cube dimension that narrows the measure",
    "connections.stream",
  ),
  sourceColumn(
    "filter_values",
    "text",
    ["filter_gia_tri"],
    "Các giá trị của chiều đó, cách nhau bằng |",
    "Values of that dimension, separated by |",
    "birth_certificate|death_notice",
  ),
  sourceColumn(
    "period",
    "text",
    ["ky"],
    "Kỳ tính: trạng thái (mặc định; đến hết ngày), tháng, quý, năm (từ đầu kỳ đến hết ngày)",
    "as_of (the default: at the end of the day), month, quarter or year (from its beginning to the end of the day)",
    "trạng thái",
  ),
  sourceColumn(
    "better",
    "text",
    ["chieu_tot"],
    "Chiều tốt: tăng hoặc giảm",
    "Good direction: up or down",
    "tăng",
    true,
  ),
  sourceColumn(
    "unit",
    "text",
    ["don_vi"],
    "Đơn vị của chỉ số; percent là tỷ lệ",
    "Unit of the measure; percent is a rate",
    "percent",
  ),
];

/** What targets can be set for: measures of Cube by name, so that a new one needs no code. */
export const indicatorsJob: Job = {
  name: "indicators",
  columns,
  rules: [...indicatorRules, ...repeatedRowRules].map(withoutCondition),
  defaultFiles: [fileURLToPath(new URL("./indicators.csv", import.meta.url))],
  cleanse: (context) =>
    cleanseRows(context, {
      factTable: "mart.dim_indicators",
      expressions: [
        ["code", "trimBoth(indicator_code)"],
        ["member", "trimBoth(measure)"],
        ["narrowing", "trimBoth(filter_member)"],
        [
          "narrowed",
          "arraySort(arrayFilter(value -> value != '', arrayMap(value -> trimBoth(value), splitByChar('|', filter_values))))",
        ],
        [
          "told_period",
          `if(trimBoth(period) = '', 'as_of', ${wordOf("period", { as_of: ["trạng thái", "đến ngày"], month: ["tháng"], quarter: ["quý"], year: ["năm"] })})`,
        ],
        ["told_better", wordOf("better", { up: ["tăng"], down: ["giảm"] })],
      ],
      rules: indicatorRules,
      key: ["code"],
      content: ["trimBoth(name_vi)", "member", "narrowing", "narrowed", "told_period", "told_better", "trimBoth(unit)"],
      placeKey: "0",
      facts: [
        ["indicator_code", "code"],
        ["name_vi", "trimBoth(name_vi)"],
        ["name_en", "if(trimBoth(name_en) = '', trimBoth(name_vi), trimBoth(name_en))"],
        ["measure", "member"],
        ["filter_member", "narrowing"],
        ["filter_values", "narrowed"],
        ["period", "told_period"],
        ["better", "told_better"],
        ["unit", "trimBoth(unit)"],
      ],
      day: undefined,
    }),
};
