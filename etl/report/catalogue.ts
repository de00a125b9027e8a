import type { Sentence } from "../job.ts";
import type { RunStatus } from "../ledger/runRecord.ts";

export type Language = keyof Sentence;

/** Words of the command line, in both languages. */
export const words = {
  read: { vi: "Đã đọc", en: "Read" },
  accepted: { vi: "Chấp nhận", en: "Accepted" },
  withFindings: { vi: "  trong đó có phát hiện", en: "  of these with findings" },
  rejected: { vi: "Loại", en: "Rejected" },
  balance: { vi: "chấp nhận + loại = đã đọc", en: "accepted + rejected = read" },
  rule: { vi: "Quy tắc", en: "Rule" },
  rows: { vi: "Số dòng", en: "Rows" },
  rejects: { vi: "loại", en: "reject" },
  finds: { vi: "phát hiện", en: "finding" },
  job: { vi: "Loại dữ liệu", en: "Job" },
  batch: { vi: "Lô", en: "Batch" },
  file: { vi: "Tệp", en: "File" },
  load: { vi: "Lần nạp", en: "Load" },
  run: { vi: "Lượt chạy", en: "Run" },
  result: { vi: "Kết quả", en: "Result" },
  time: { vi: "Thời gian", en: "Time" },
  dataset: { vi: "Dữ liệu", en: "Data" },
  sample: { vi: "dữ liệu mẫu, mỗi dòng thay cho", en: "sample, one row stands for" },
  real: { vi: "dữ liệu thật", en: "real" },
  warning: { vi: "Lưu ý", en: "Note" },
  error: { vi: "Lỗi", en: "Error" },
  fix: { vi: "cách xử lý", en: "fix" },
  landing: { vi: "Đang đọc", en: "Reading" },
  waiting: { vi: "Chờ lượt chạy khác công bố xong", en: "Waiting for another run to publish" },
  cleansing: { vi: "Đang kiểm tra và làm sạch", en: "Cleansing" },
  publishing: { vi: "Đang công bố", en: "Publishing" },
  left: { vi: "còn", en: "left" },
  rejectsHint: { vi: "Xuất các dòng bị loại để sửa", en: "To export the rejected rows for correction" },
} as const satisfies Record<string, Sentence>;

export const statusWords: Readonly<Record<RunStatus, Sentence>> = {
  running: { vi: "đang chạy", en: "running" },
  published: { vi: "đã công bố", en: "published" },
  unchanged: { vi: "không đổi: tệp này đã được nạp", en: "unchanged: this file is loaded already" },
  refused: { vi: "từ chối tệp", en: "refused" },
  failed: { vi: "thất bại", en: "failed" },
  held: { vi: "giữ lại, chưa công bố", en: "held back, not published" },
  dry_run: { vi: "chạy thử: không công bố gì", en: "dry run: nothing published" },
};
