import { endOfMonth } from "../facilityReports/facilityReport.ts";
import { rowRules } from "../facilityReports/rowRules.ts";
import { type RowRule, rowRule } from "../rowRule.ts";
import { connectionCounts } from "./connectionColumns.ts";

/** Fields of a health record that the Ministry asks for. */
const healthRecordFields = 48;

const isConnectedLater = `period > toDate(0) AND connected_since > ${endOfMonth("period")}`;

export const connectionRules: readonly RowRule[] = [
  // The day of the connection says something by itself.
  ...rowRules({ period: { kind: "month", column: "month" }, counts: connectionCounts }, "told_since != ''"),
  rowRule(
    "stream_unknown",
    "reject",
    "Dòng dữ liệu thiếu hoặc không có trong danh mục",
    "The stream is missing or in no list",
    "stream_code = ''",
  ),
  rowRule(
    "connected_since_invalid",
    "reject",
    "Ngày bắt đầu kết nối không đọc được",
    "The first day of the connection cannot be read",
    "told_since != '' AND connected_since = toDate(0)",
  ),
  rowRule(
    "connected_later",
    "finding",
    "Ngày bắt đầu kết nối sau cuối tháng báo cáo, hoặc ở tương lai",
    "The connection began after the month of the report, or lies in the future",
    isConnectedLater,
  ),
  rowRule(
    "records_without_connection",
    "finding",
    "Có bản ghi gửi đi nhưng cơ sở chưa kết nối trong tháng",
    "Records were sent, though the facility was not connected in the month",
    `greatest(sent_count, accepted_count, rejected_count) > 0 AND (told_since = '' OR (${isConnectedLater}))`,
  ),
  rowRule(
    "results_above_sent",
    "finding",
    "Số bản ghi được tiếp nhận và bị từ chối lớn hơn số đã gửi",
    "More records were accepted and rejected than sent",
    "sent_count >= 0 AND greatest(accepted_count, 0) + greatest(rejected_count, 0) > sent_count",
  ),
  rowRule(
    "fields_above_48",
    "finding",
    "Hồ sơ sức khỏe: số trường có dữ liệu lớn hơn 48 lần số bản ghi được tiếp nhận",
    "Health records: more filled fields than 48 for each accepted record",
    `stream_code = 'health_record' AND accepted_count >= 0 AND complete_field_count > ${healthRecordFields} * accepted_count`,
  ),
];
