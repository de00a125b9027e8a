import type { Request, RequestHandler } from "express";
import type { Logger } from "pino";
import type { z } from "zod";
import { cubeError, isSystemFailure, systemFailure } from "../failures/cubeFailure.ts";
import { badRequest } from "../failures/errors.ts";
import { errorBody } from "./errorResponse.ts";

export interface Answer {
  status: number;
  body: Buffer;
}

const parseBody = (body: Buffer): z.infer<typeof cubeError> => {
  try {
    return cubeError.parse(JSON.parse(body.toString("utf8")));
  } catch {
    return { error: "" };
  }
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
