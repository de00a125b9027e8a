import type { RowRule } from "../cleanseRows.ts";

export const taskReportRules: readonly RowRule[] = [
  {
    code: "task_unknown",
    severity: "reject",
    sentence: { vi: "Mã nhiệm vụ không có trong danh sách nhiệm vụ", en: "No task has this code" },
    condition: "NOT has({tasks:Array(String)}, code)",
  },
  {
    code: "report_date_invalid",
    severity: "reject",
    sentence: {
      vi: "Ngày báo cáo thiếu hoặc không phải là ngày",
      en: "The day of the report is missing or not a date",
    },
    condition: "reported = toDate(0)",
  },
  {
    code: "report_in_future",
    severity: "reject",
    sentence: { vi: "Ngày báo cáo ở tương lai", en: "The day of the report is in the future" },
    condition: "reported > {as_of:Date}",
  },
  {
    code: "status_unknown",
    severity: "reject",
    sentence: {
      vi: "Trạng thái không phải là chưa thực hiện, đang thực hiện, hoàn thành hay tạm dừng",
      en: "The status is not not_started, in_progress, done or suspended",
    },
    condition: "told_status = ''",
  },
  {
    code: "progress_invalid",
    severity: "reject",
    sentence: {
      vi: "Tiến độ không phải là số nguyên từ 0 đến 100 phần trăm",
      en: "The progress is not a whole number from 0 to 100 percent",
    },
    condition: "told_progress < -1 OR told_progress > 100",
  },
  {
    code: "progress_falling",
    severity: "finding",
    sentence: {
      vi: "Tiến độ thấp hơn báo cáo trước mà trạng thái không đổi",
      en: "The progress is below that of the report before, with the same status",
    },
    condition:
      "told_progress >= 0 AND reported <= {as_of:Date} AND told_progress < previous.2 AND told_status = previous.3",
  },
];
