import type { ErrorRequestHandler } from "express";
import type { Logger } from "pino";
import { z } from "zod";
import { HttpError } from "./errors.ts";

const clientFault = z.object({ status: z.number().int().min(400).max(499) });

/** Every failure outside Cube's routes as {error: {message, fix, requestId}}; the stack goes to the log only. */
export const errorResponse =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) {
      log.error({ requestId: request.id, err: error }, "failed after the answer began");
      // Cube answers its own failures and passes them on.
      if (!response.writableEnded) next(error);
      return;
    }
    const fault = clientFault.safeParse(error);
    const told =
      error instanceof HttpError
        ? error
        : fault.success
          ? new HttpError(
              fault.data.status,
              "Yêu cầu không hợp lệ. (Bad request.)",
              "Kiểm tra lại địa chỉ và nội dung gửi.",
            )
          : new HttpError(
              500,
              "Hệ thống gặp lỗi. (Internal error.)",
              "Tải lại trang; nếu vẫn lỗi, gửi mã yêu cầu cho quản trị.",
            );
    if (told.status >= 500) log.error({ requestId: request.id, err: error }, "request failed");
    if (told.status === 503) response.setHeader("Retry-After", "5");
    response.status(told.status).json({ error: { message: told.message, fix: told.fix, requestId: request.id } });
  };
