import type { ErrorRequestHandler, Request, Response } from "express";
import type { Logger } from "pino";
import { z } from "zod";
import { badRequest, HttpError } from "../failures/errors.ts";
import { QuestionError } from "../question/QuestionError.ts";

/** How every failure is told, by every address of the server. `error` is text, as Cube's own clients expect. */
export interface ErrorBody {
  readonly error: string;
  /** What of the request is wrong; empty where nothing is. */
  readonly fields: readonly string[];
  /** What to do about it. */
  readonly fix: string;
  readonly requestId: string;
}

export const errorBody = ({ message, fields, fix }: HttpError, request: Request): ErrorBody => ({
  ...{ error: message, fields, fix, requestId: request.id },
});

const clientFault = z.object({ status: z.number().int().min(400).max(499) });

const toldAs = (error: unknown): HttpError => {
  if (error instanceof HttpError) return error;
  if (error instanceof QuestionError) return badRequest(error.faults, { cause: error });
  const fault = clientFault.safeParse(error);
  if (fault.success) {
    const { status } = fault.data;
    return new HttpError(status, "Yêu cầu không hợp lệ. (Bad request.)", "Kiểm tra lại địa chỉ và nội dung gửi.");
  }
  return new HttpError(
    500,
    "Hệ thống gặp lỗi. (Internal error.)",
    "Tải lại trang; nếu vẫn lỗi, gửi mã yêu cầu cho quản trị.",
  );
};

/** Answers with the failure in words; the stack goes to the log only. */
export const sendError = (error: unknown, request: Request, response: Response, log: Logger): void => {
  const told = toldAs(error);
  if (told.status >= 500) log.error({ requestId: request.id, err: error }, "request failed");
  if (told.status === 429 || told.status === 503) response.setHeader("Retry-After", "5");
  response.status(told.status).json(errorBody(told, request));
};

/** Every failure that a route passes on. */
export const errorResponse =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) {
      log.error({ requestId: request.id, err: error }, "failed after the answer began");
      // Cube answers its own failures and passes them on.
      if (!response.writableEnded) next(error);
      return;
    }
    sendError(error, request, response, log);
  };
