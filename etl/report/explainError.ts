import { isDiskFull } from "../../warehouse/isOfWarehouse.ts";
import { UserError } from "../../warehouse/UserError.ts";
import { WarehouseError } from "../../warehouse/WarehouseError.ts";
import type { Sentence } from "../job.ts";
import { RefusedFile } from "../RefusedFile.ts";

/** What a user sees of an error: what happened, and what to do. */
export interface ExplainedError {
  readonly sentence: Sentence;
  readonly remedy: Sentence;
}

const same = (text: string): Sentence => ({ vi: text, en: text });

const showAll: Sentence = {
  vi: "chạy lại; nếu vẫn lỗi, chạy với DEBUG=etl để xem đầy đủ và báo người quản trị",
  en: "run it again; if it fails again, run it with DEBUG=etl to see everything, and tell the administrator",
};

const diskFull: ExplainedError = {
  sentence: { vi: "Ổ đĩa đã đầy", en: "The disk is full" },
  remedy: {
    vi: "giải phóng dung lượng ổ đĩa của kho dữ liệu (DATA_DIR) rồi chạy lại; npm run etl -- clean bỏ các lần nạp đã bị thay",
    en: "free space on the warehouse's disk (DATA_DIR) and run it again; npm run etl -- clean drops loads that were replaced",
  },
};

/** ClickHouse's own words may quote a row of the file, and name folders of the server: they are for the log. */
const ofWarehouse = (error: WarehouseError): ExplainedError => {
  if (error.code === 0) {
    return {
      sentence: { vi: "Mất kết nối tới kho dữ liệu", en: "The connection to the warehouse was lost" },
      remedy: {
        vi: "kiểm tra kho dữ liệu (npm run warehouse -- status) rồi chạy lại",
        en: "see whether the warehouse answers (npm run warehouse -- status) and run it again",
      },
    };
  }
  if (error.code === 241) {
    return {
      sentence: { vi: "Kho dữ liệu không đủ bộ nhớ cho việc này", en: "The warehouse has not enough memory for this" },
      remedy: { vi: "chia tệp thành nhiều lô nhỏ hơn", en: "split the file into smaller batches" },
    };
  }
  const kind = error.type || String(error.code);
  return {
    sentence: {
      vi: `Kho dữ liệu báo lỗi ${kind} (truy vấn ${error.queryId})`,
      en: `The warehouse failed: ${kind} (query ${error.queryId})`,
    },
    remedy: showAll,
  };
};

/** A full disk shows itself in many ways: it may be the cause of the cause. */
const isOfFullDisk = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (error instanceof WarehouseError ? isDiskFull(error) : "code" in error && error.code === "ENOSPC") return true;
  return isOfFullDisk(error.cause);
};

export const explainError = (error: unknown): ExplainedError => {
  if (error instanceof RefusedFile) return error;
  if (isOfFullDisk(error)) return diskFull;
  if (error instanceof UserError) return { sentence: same(error.message), remedy: same(error.fix) };
  if (error instanceof WarehouseError) return ofWarehouse(error);
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return {
      sentence: {
        vi: "Không có quyền đọc hoặc ghi một tệp cần thiết",
        en: "A file that is needed may not be read or written",
      },
      remedy: {
        vi: "kiểm tra quyền trên DATA_DIR và tệp được nêu trong lệnh",
        en: "check the rights on DATA_DIR and on the files that the command names",
      },
    };
  }
  return { sentence: same(error instanceof Error ? error.message : String(error)), remedy: showAll };
};
