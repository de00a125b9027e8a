import type { Rule } from "../../job.ts";
import { codeRewrittenRule } from "../codeTextOf.ts";
import { countAmbiguous, countInvalid, countMissing, numberAmbiguous } from "../countOf.ts";
import { type RowRule, rowRule } from "../rowRule.ts";
import type { CountColumn, FacilityReport } from "./facilityReport.ts";

/** Reports of earlier days are not expected; such a day is a slip of the pen. */
export const earliestDay = "2015-01-01";

const periodWords = {
  month: { code: "month", vi: "Tháng báo cáo", en: "The report's month" },
  day: { code: "date", vi: "Ngày", en: "The day" },
} as const;

/** What may be wrong with a `figure`, of which there are `most` at most. */
const isInvalid = `figure = ${countInvalid} OR figure > most`;
const isAmbiguous = `figure = ${countAmbiguous}`;

const anyFigure = (counts: readonly CountColumn[], fault: string): string =>
  `arrayExists((figure, most) -> ${fault}, figures, [${counts.map(({ atMost }) => atMost).join(", ")}])`;

/** SQL: names of the counts of a row that break the rule `rule`; '' for a rule that is not about counts. */
export const countsAtFault = ({ counts }: Pick<FacilityReport, "counts">, rule: string): string => {
  const list = (of: (count: CountColumn) => string | number): string => `[${counts.map(of).join(", ")}]`;
  const fault = `(${rule} = 'count_invalid' AND (${isInvalid})) OR (${rule} = '${numberAmbiguous.code}' AND ${isAmbiguous})`;
  return `arrayStringConcat(arrayFilter((name, figure, most) -> ${fault},
    ${list(({ name }) => `'${name}'`)}, ${list(({ name }) => name)}, ${list(({ atMost }) => atMost)}), ', ')`;
};

/** Faults of a row's facility and period, and what is odd about its facility. */
const whoAndWhen = ({ period }: Pick<FacilityReport, "period">): readonly RowRule[] => {
  const { code, vi, en } = periodWords[period.kind];
  return [
    rowRule("facility_code_missing", "reject", "Thiếu mã cơ sở", "The facility code is missing", "facility_code = ''"),
    rowRule(
      `${code}_invalid`,
      "reject",
      `${vi} thiếu hoặc không đọc được`,
      `${en} is missing or cannot be read`,
      "period = toDate(0)",
    ),
    rowRule(`${code}_in_future`, "reject", `${vi} ở tương lai`, `${en} lies in the future`, "period > {as_of:Date}"),
    rowRule(
      `${code}_too_early`,
      "reject",
      `${vi} trước 01/01/2015`,
      `${en} lies before 2015-01-01`,
      "period > toDate(0) AND period < {earliest_day:Date}",
    ),
    codeRewrittenRule("told_code", "facility_code"),
    rowRule(
      "facility_unknown",
      "finding",
      "Mã cơ sở không có trong danh mục; dòng được tính vào địa bàn ghi trong dòng",
      "No list knows the facility's code; the row counts at the place that it names",
      "facility_code != '' AND NOT is_listed",
    ),
    rowRule(
      "facility_not_in_force",
      "finding",
      "Cơ sở báo cáo ngoài thời gian hoạt động ghi trong danh mục",
      "The facility reports outside the time in which the list has it in force",
      "is_listed AND period > toDate(0) AND NOT is_in_force",
    ),
  ];
};

/** Rules of a row by itself, over its columns and all its counts as `figures`. `isTold` is SQL: true of a row that says something even without any count. */
export const rowRules = (report: Pick<FacilityReport, "period" | "counts">, isTold = "0"): readonly RowRule[] => [
  ...whoAndWhen(report),
  rowRule(
    "count_invalid",
    "reject",
    "Có số liệu không phải là số nguyên không âm, hoặc lớn quá mức một cơ sở có thể có",
    "A figure is not a whole number of zero or more, or larger than any facility's can be",
    anyFigure(report.counts, isInvalid),
  ),
  { ...numberAmbiguous, condition: anyFigure(report.counts, isAmbiguous) },
  rowRule(
    "count_missing",
    "reject",
    "Dòng không có số liệu nào",
    "The row has no figure at all",
    `NOT (${anyFigure(report.counts, `figure != ${countMissing}`)} OR ${isTold})`,
  ),
];

/** Rules about rows that report the same as an earlier one of the batch, of which the first counts. */
export const repeatedRowRules = {
  same: {
    code: "duplicate_row",
    severity: "reject",
    sentence: { vi: "Lặp lại một dòng trước trong lô", en: "Repeats an earlier row of the batch" },
  },
  different: {
    code: "report_conflict",
    severity: "reject",
    sentence: {
      vi: "Cơ sở đã báo cáo kỳ này ở một dòng trước trong lô với số liệu khác; dòng trước được giữ",
      en: "The facility has reported this period in an earlier row of the batch with other figures; the earlier row is kept",
    },
  },
} as const satisfies Readonly<Record<string, Rule>>;
