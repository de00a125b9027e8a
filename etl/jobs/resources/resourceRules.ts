import { rowRules } from "../facilityReports/rowRules.ts";
import { type RowRule, rowRule } from "../rowRule.ts";
import { resourceCounts } from "./resourceColumns.ts";

export const resourceRules: readonly RowRule[] = [
  ...rowRules({ period: { kind: "month", column: "month" }, counts: resourceCounts }),
  rowRule(
    "updated_date_invalid",
    "reject",
    "Ngày cập nhật không đọc được",
    "The day of the update cannot be read",
    "told_date != '' AND read_date = toDate(0)",
  ),
  rowRule(
    "updated_date_in_future",
    "reject",
    "Ngày cập nhật ở tương lai",
    "The day of the update lies in the future",
    "read_date > {as_of:Date}",
  ),
  rowRule(
    "updated_date_assumed",
    "finding",
    "Không ghi ngày cập nhật; lấy ngày cuối tháng báo cáo, hoặc ngày của --as-of nếu sớm hơn",
    "The day of the update is not told; the month's last day was taken, or that of --as-of if it is earlier",
    "told_date = '' AND period > toDate(0)",
  ),
  rowRule(
    "updated_date_before_month",
    "finding",
    "Ngày cập nhật trước tháng báo cáo",
    "The day of the update lies before the month of the report",
    "read_date > toDate(0) AND read_date < period AND period <= {as_of:Date}",
  ),
  rowRule(
    "beds_far_above_planned",
    "finding",
    "Số giường thực kê hơn ba lần số giường kế hoạch",
    "There are more than three times as many beds as planned",
    "beds_planned > 0 AND beds_actual > 3 * beds_planned",
  ),
];
