import type { Rule } from "../../job.ts";
import { rowRules } from "../facilityReports/rowRules.ts";
import { type RowRule, rowRule } from "../rowRule.ts";
import { serviceCounts } from "./serviceColumns.ts";

export const serviceRules: readonly RowRule[] = [
  ...rowRules({ period: { kind: "month", column: "month" }, counts: serviceCounts }),
  rowRule(
    "successes_above_attempts",
    "finding",
    "Số lượt tra cứu căn cước công dân, VNeID thành công lớn hơn số lượt tra cứu",
    "More look-ups by chip ID card or VNeID succeeded than were made",
    "chip_id_visits >= 0 AND chip_id_successes > chip_id_visits",
  ),
  rowRule(
    "insured_above_outpatient",
    "finding",
    "Số lượt khám bảo hiểm y tế lớn hơn số lượt khám ngoại trú",
    "More insured visits than outpatient visits",
    "outpatient_visits >= 0 AND insured_visits > outpatient_visits",
  ),
  rowRule(
    "days_without_admissions",
    "finding",
    "Có ngày điều trị nội trú nhưng không có lượt nhập viện",
    "There are days of inpatients, but no admission",
    "inpatient_days > 0 AND inpatient_admissions IN (0, -1)",
  ),
];

export const daysAboveCapacityRule: Rule = {
  code: "days_above_capacity",
  severity: "finding",
  sentence: {
    vi: "Số ngày điều trị nội trú lớn hơn số giường thực kê nhân với số ngày của tháng",
    en: "More days of inpatients than actual beds times the days of the month",
  },
};
