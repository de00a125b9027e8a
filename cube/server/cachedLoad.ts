import type { NextFunction, Request, RequestHandler, Response } from "express";
import type { Logger } from "pino";
import { ByteCache } from "./byteCache.ts";
import { type Answer, cubeErrorAnswer } from "./cubeErrorAnswer.ts";
import { type HttpError, isTooBusy, warehouseFailure } from "./errors.ts";
import { loadQuestion } from "./loadQuestion.ts";
import type { PublicationState } from "./publicationReader.ts";
import { publicContext } from "./securityContext.ts";

export interface CachedLoadOptions {
  readPublications(): Promise<PublicationState>;
  /** After each answer that was computed. */
  afterAnswer(): void;
  cacheBytes: number;
  /** Questions computed or waiting at once; more are turned away. */
  maxWaiting: number;
  log: Logger;
  now(): Date;
}

/** Runs the rest of the chain (Cube) and resolves with what it would have sent. */
const capture = (response: Response, next: NextFunction): Promise<Answer> =>
  new Promise((resolve) => {
    response.send = (body: unknown) => {
      const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
      resolve({ status: response.statusCode, body: bytes });
      return response;
    };
    next();
  });

const sendJson = (response: Response, { status, body }: Answer): void => {
  response.status(status).type("application/json").end(body);
};

const sendError = (response: Response, request: Request, error: HttpError): void => {
  response.setHeader("Retry-After", "5");
  const body = Buffer.from(JSON.stringify({ error: `${error.message} ${error.fix}`, requestId: request.id }));
  sendJson(response, { status: error.status, body });
};

/**
 * Stands before Cube's `/load`. An answer is kept under its question and what is published: a new publication is visible at
 * once, and nothing is computed twice for the same one. Equal questions at the same time are computed once.
 */
export const cachedLoad = (options: CachedLoadOptions): RequestHandler => {
  const { readPublications, afterAnswer, log, maxWaiting, now } = options;
  const cache = new ByteCache(options.cacheBytes);
  const computing = new Map<string, Promise<Answer>>();

  const sendAnswer = (request: Request, response: Response, key: string, answer: Answer): void => {
    if (answer.status !== 200) {
      sendJson(response, answer);
      return;
    }
    response.status(200);
    response.setHeader("Cache-Control", "private, no-cache");
    response.setHeader("ETag", `W/"${key}"`);
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    sendJson(response, answer);
  };

  const compute = (request: Request, response: Response, next: NextFunction, key: string): Promise<Answer> => {
    const answering = capture(response, next)
      .then(({ status, body }) => {
        if (status !== 200) return cubeErrorAnswer({ status, body }, request, log);
        cache.set(key, body);
        return { status, body };
      })
      .finally(() => {
        computing.delete(key);
        afterAnswer();
      });
    computing.set(key, answering);
    return answering;
  };

  const answer = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const publications = await readPublications().catch((cause: unknown) => {
      log.error({ requestId: request.id, err: cause }, "warehouse unreachable");
      return warehouseFailure(cause);
    });
    if (publications instanceof Error) {
      sendError(response, request, publications);
      return;
    }
    const key = loadQuestion(request, publications.version, publicContext.groups, now());
    const kept = cache.get(key);
    if (kept !== undefined) {
      response.setHeader("X-Cache", "hit");
      sendAnswer(request, response, key, { status: 200, body: kept });
      return;
    }
    const sameQuestion = computing.get(key);
    if (sameQuestion === undefined && computing.size >= maxWaiting) {
      sendError(response, request, isTooBusy());
      return;
    }
    response.setHeader("X-Cache", "miss");
    sendAnswer(request, response, key, await (sameQuestion ?? compute(request, response, next, key)));
  };

  return (request, response, next) => {
    answer(request, response, next).catch(next);
  };
};
