import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import { answerKey } from "./answerKey.ts";
import { type Answer, cubeErrorAnswer } from "./cubeErrorAnswer.ts";
import { sendError } from "./errorResponse.ts";
import { isTooBusy } from "./errors.ts";
import { publicContext } from "./securityContext.ts";

export interface CachedLoadOptions {
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

const compress = promisify(gzip);
const decompress = promisify(gunzip);

const sendJson = (response: Response, { status, body }: Answer): void => {
  response.status(status).type("application/json").end(body);
};

/**
 * Stands before Cube's `/load`, behind askedQuestion. An answer is kept under its question and what is published: a new publication is visible at
 * once, and nothing is computed twice for the same one. Equal questions at the same time are computed once.
 */
export const cachedLoad = (options: CachedLoadOptions): RequestHandler => {
  const { afterAnswer, log, maxWaiting, now } = options;
  const cache = new LRUCache<string, Buffer>({
    maxSize: options.cacheBytes,
    // One answer does not push out all others.
    maxEntrySize: Math.ceil(options.cacheBytes / 4),
    sizeCalculation: (body) => Math.max(1, body.byteLength),
  });
  const computing = new Map<string, Promise<Answer>>();

  /** True: the reader has the answer already, and was told so. */
  const isKnownToReader = (request: Request, response: Response, key: string): boolean => {
    response.status(200);
    response.setHeader("Cache-Control", "private, no-cache");
    response.setHeader("ETag", `W/"${key}"`);
    if (request.fresh) response.status(304).end();
    return request.fresh;
  };

  /** Kept compressed: that is how nearly every reader takes it, and five times as many fit. */
  const sendKept = async (request: Request, response: Response, key: string, kept: Buffer): Promise<void> => {
    response.setHeader("X-Cache", "hit");
    response.vary("Accept-Encoding");
    if (isKnownToReader(request, response, key)) return;
    if (request.acceptsEncodings("gzip") === "gzip") {
      response.setHeader("Content-Encoding", "gzip");
      sendJson(response, { status: 200, body: kept });
    } else sendJson(response, { status: 200, body: await decompress(kept) });
  };

  const sendComputed = (request: Request, response: Response, key: string, answer: Answer): void => {
    response.setHeader("X-Cache", "miss");
    if (answer.status !== 200 || !isKnownToReader(request, response, key)) sendJson(response, answer);
  };

  const keep = async (key: string, body: Buffer): Promise<void> => {
    cache.set(key, await compress(body));
    computing.delete(key);
  };

  const compute = (request: Request, response: Response, next: NextFunction, key: string): Promise<Answer> => {
    const answering = capture(response, next).then(({ status, body }) => {
      afterAnswer();
      if (status === 200) {
        keep(key, body).catch((error: unknown) => {
          computing.delete(key);
          log.error({ requestId: request.id, err: error }, "answer not kept");
        });
        return { status, body };
      }
      computing.delete(key);
      return cubeErrorAnswer({ status, body }, request, log);
    });
    computing.set(key, answering);
    return answering;
  };

  const answer = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const { asked } = request;
    if (asked === undefined) throw new Error("The question was not read: askedQuestion stands before this.");
    const key = answerKey(asked, publicContext.groups, now());
    const kept = cache.get(key);
    if (kept !== undefined) {
      await sendKept(request, response, key, kept);
      return;
    }
    const sameQuestion = computing.get(key);
    if (sameQuestion === undefined && computing.size >= maxWaiting) {
      sendError(isTooBusy(), request, response, log);
      return;
    }
    sendComputed(request, response, key, await (sameQuestion ?? compute(request, response, next, key)));
  };

  return (request, response, next) => {
    answer(request, response, next).catch(next);
  };
};
