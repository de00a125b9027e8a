import { UserError } from "@cubejs-backend/api-gateway";
import { z } from "zod";
import { HttpError, warehouseIsDown } from "./errors.ts";

const fault = z.object({ field: z.string(), message: z.string(), fix: z.string() });
/** What Cube says of a failure; `plainError` where QuestionError told it what is wrong. */
export const cubeError = z.object({ error: z.string(), plainError: z.array(fault).min(1).optional().catch(undefined) });

/** Whether Cube's refusal comes from the system, not from the question: a failed statement is a 400 there too. */
export const isSystemFailure = (status: number, message: string): boolean =>
  status >= 500 || /Query failed|execution timeout|WarehouseError|DB::Exception|ECONN/.test(message);

/** Failures that are not the question's: what to tell, in place of SQL and stack. */
export const systemFailure = (message: string): HttpError => {
  if (/timeout|Continue wait/i.test(message)) {
    return new HttpError(
      504,
      "Truy vấn quá lâu nên đã dừng. (The question took too long and was stopped.)",
      "Chọn khoảng thời gian hoặc địa bàn hẹp hơn. (Ask for a shorter range or fewer areas.)",
    );
  }
  if (/ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|socket hang up|connection to ClickHouse failed/i.test(message)) {
    return warehouseIsDown(undefined);
  }
  return new HttpError(
    500,
    "Kho dữ liệu không trả lời được câu hỏi này. (The warehouse could not answer this question.)",
    "Thử lại; nếu vẫn lỗi, gửi mã yêu cầu cho quản trị. (Try again; if it stays, give the request id to the operator.)",
  );
};

/** What a reader outside Cube's own routes is told of a question to Cube that failed. A bad question stays Cube's UserError. */
export const cubeFailure = (error: unknown): Error => {
  if (error instanceof UserError || error instanceof HttpError) return error;
  const { status, message, fix } = systemFailure(String(error));
  return new HttpError(status, message, fix, { cause: error });
};
