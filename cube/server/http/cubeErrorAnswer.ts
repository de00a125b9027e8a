import type { Request, RequestHandler } from "express";
import type { Logger } from "pino";
import { z } from "zod";
import { errorBody } from "./errorResponse.ts";
import { badRequest, HttpError, warehouseIsDown } from "./errors.ts";

export interface Answer {
  status: number;
  body: Buffer;
}

const fault = z.object({ field: z.string(), message: z.string(), fix: z.string() });
/** What Cube says of a failure; `plainError` where QuestionError told it what is wrong. */
export const cubeError = z.object({ error: z.string(), plainError: z.array(fault).min(1).optional().catch(undefined) });

const parseBody = (body: Buffer): z.infer<typeof cubeError> => {
  try {
    return cubeError.parse(JSON.parse(body.toString("utf8")));
  } catch {
    return { error: "" };
  }
};

/** Whether Cube's refusal comes from the system, not from the question: a failed statement is a 400 there too. */
export const isSystemFailure = (status: number, message: string): boolean =>
  status >= 500 || /Query failed|execution timeout|WarehouseError|DB::Exception|ECONN/.test(message);

/** Failures that are not the question's: what to tell, in place of SQL and stack. */
export const systemFailure = (message: string): HttpError => {
  if (/timeout/i.test(message)) {
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

/** Cube's failure as this server tells failures: what is wrong with the question, or, where the system is at fault, neither SQL nor stack. */
export const cubeErrorAnswer = (answer: Answer, request: Request, log: Logger): Answer => {
  const { error, plainError } = parseBody(answer.body);
  const isOurs = isSystemFailure(answer.status, error);
  if (isOurs) log.error({ requestId: request.id, error }, "question failed");
  const told = isOurs
    ? systemFailure(error)
    : badRequest(plainError ?? [{ field: "query", message: error, fix: "docs/metrics.md" }]);
  return { status: told.status, body: Buffer.from(JSON.stringify(errorBody(told, request))) };
};

/** The same for the routes of Cube that answer directly. */
export const plainCubeErrors =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    const json = response.json.bind(response);
    response.json = (body: unknown) => {
      if (response.statusCode < 400) return json(body);
      const answer = { status: response.statusCode, body: Buffer.from(JSON.stringify(body)) };
      const told = cubeErrorAnswer(answer, request, log);
      response.status(told.status);
      return json(JSON.parse(told.body.toString("utf8")));
    };
    next();
  };
