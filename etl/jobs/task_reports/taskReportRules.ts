import type { RowRule } from "../cleanseRows.ts";
import { rowRule } from "../rowRule.ts";

export const taskReportRules: readonly RowRule[] = [
  rowRule(
    "task_unknown",
    "reject",
    "Mã nhiệm vụ không có trong danh sách nhiệm vụ",
    "No task has this code",
    "NOT has({tasks:Array(String)}, code)",
  ),
  rowRule(
    "report_date_invalid",
    "reject",
    "Ngày báo cáo thiếu hoặc không phải là ngày",
    "The day of the report is missing or not a date",
    "reported = toDate(0)",
  ),
  rowRule(
    "report_in_future",
    "reject",
    "Ngày báo cáo ở tương lai",
    "The day of the report is in the future",
    "reported > {as_of:Date}",
  ),
  rowRule(
    "status_unknown",
    "reject",
    "Trạng thái không phải là chưa thực hiện, đang thực hiện, hoàn thành hay tạm dừng",
    "The status is not not_started, in_progress, done or suspended",
    "told_status = ''",
  ),
  rowRule(
    "progress_invalid",
    "reject",
    "Tiến độ không phải là số nguyên từ 0 đến 100 phần trăm",
    "The progress is not a whole number from 0 to 100 percent",
    "told_progress < -1 OR told_progress > 100",
  ),
  rowRule(
    "progress_falling",
    "finding",
    "Tiến độ thấp hơn báo cáo trước mà trạng thái không đổi",
    "The progress is below that of the report before, with the same status",
    "told_progress >= 0 AND reported <= {as_of:Date} AND told_progress < previous.2 AND told_status = previous.3",
  ),
];
