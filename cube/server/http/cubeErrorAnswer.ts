import type { Request, RequestHandler } from "express";
import type { Logger } from "pino";
import { z } from "zod";

export interface Answer {
  status: number;
  body: Buffer;
}

const cubeError = z.object({ error: z.string() });

const messageOf = (body: Buffer): string => {
  try {
    return cubeError.parse(JSON.parse(body.toString("utf8"))).error;
  } catch {
    return "";
  }
};

/** Whether Cube's refusal comes from the system, not from the question: a failed statement is a 400 there too. */
export const isSystemFailure = (status: number, message: string): boolean =>
  status >= 500 || /Query failed|execution timeout|WarehouseError|DB::Exception|ECONN/.test(message);

/** Failures that are not the question's: what to tell, in place of SQL and stack. */
export const systemFailure = (message: string): { status: number; told: string } => {
  if (/timeout/i.test(message)) {
    return {
      status: 504,
      told: "Truy vấn quá lâu nên đã dừng; hãy chọn khoảng thời gian hoặc địa bàn hẹp hơn. (The question took too long and was stopped.)",
    };
  }
  if (/ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|socket hang up|connection to ClickHouse failed/i.test(message)) {
    return { status: 503, told: "Kho dữ liệu không trả lời. (The warehouse does not answer.)" };
  }
  return {
    status: 500,
    told: "Kho dữ liệu không trả lời được câu hỏi này. (The warehouse could not answer this question.)",
  };
};

/** Cube's shape of an error: in its own words where the question is at fault, without SQL and stack where the system is. */
export const cubeErrorAnswer = (answer: Answer, request: Request, log: Logger): Answer => {
  const message = messageOf(answer.body);
  if (!isSystemFailure(answer.status, message)) return answer;
  log.error({ requestId: request.id, error: message }, "question failed");
  const { status, told } = systemFailure(message);
  return { status, body: Buffer.from(JSON.stringify({ error: told, requestId: request.id })) };
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
      if (told === answer) return json(body);
      response.status(told.status);
      return json(JSON.parse(told.body.toString("utf8")));
    };
    next();
  };
