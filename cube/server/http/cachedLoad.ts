import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import { SharedWork } from "../answer/SharedWork.ts";
import { isTooBusy } from "../failures/errors.ts";
import { answerKey } from "./answerKey.ts";
import { type Answer, cubeErrorAnswer } from "./cubeErrorAnswer.ts";
import { sendError } from "./errorResponse.ts";
import { accessOf } from "./knownReader.ts";

export interface CachedLoadOptions {
  /** After each answer that was computed. */
  afterAnswer(): void;
  /** Ends Cube's statements for this id when the signal is aborted. Returns what stops looking for them. */
  cancelWhenAborted(cubeRequestId: string, signal: AbortSignal): () => void;
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

/** Aborted when the reader hangs up. */
const presenceOf = (response: Response): AbortSignal => {
  const presence = new AbortController();
  const leave = (): void => presence.abort(new Error("The reader has hung up."));
  if (response.destroyed) leave();
  else response.once("close", leave);
  return presence.signal;
};

/** Cube's way to say that an answer takes longer than it waits, with status 200. */
const isUnfinished = ({ body }: Answer): boolean => body.byteLength < 100 && body.includes('"Continue wait"');

const compress = promisify(gzip);
const decompress = promisify(gunzip);

const sendJson = (response: Response, { status, body }: Answer): void => {
  response.status(status).type("application/json").end(body);
};

/**
 * Stands before Cube's `/load`, behind askedQuestion. An answer is kept under its question and what is published: a new publication is visible at
 * once, and nothing is computed twice for the same one. Equal questions at the same time are computed once; when the last of their
 * readers has hung up, the warehouse stops computing.
 */
export const cachedLoad = (options: CachedLoadOptions): RequestHandler => {
  const { afterAnswer, cancelWhenAborted, log, maxWaiting, now } = options;
  const cache = new LRUCache<string, Buffer>({
    maxSize: options.cacheBytes,
    // One answer does not push out all others.
    maxEntrySize: Math.ceil(options.cacheBytes / 4),
    sizeCalculation: (body) => Math.max(1, body.byteLength),
  });
  const computing = new Map<string, SharedWork<Answer>>();

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
  };

  /** Asks Cube by the chain of the first reader's request, which may be gone before the others. */
  const askCube = async (request: Request, response: Response, next: NextFunction, signal: AbortSignal) => {
    // A reader may bring an id that another one has.
    const cubeRequestId = `${randomUUID()}.${request.id}`;
    request.headers["x-request-id"] = cubeRequestId;
    request.waited = signal;
    const stopCancelling = cancelWhenAborted(cubeRequestId, signal);
    const told = await capture(response, next);
    stopCancelling();
    afterAnswer();
    const answer = isUnfinished(told) ? { ...told, status: 504 } : told;
    // What was stopped because nobody waits has not failed.
    return answer.status === 200 || signal.aborted ? answer : cubeErrorAnswer(answer, request, log);
  };

  const compute = (request: Request, response: Response, next: NextFunction, key: string): SharedWork<Answer> => {
    const work: SharedWork<Answer> = new SharedWork(async (signal) => {
      const forget = (): void => {
        if (computing.get(key) === work) computing.delete(key);
      };
      signal.addEventListener("abort", forget, { once: true });
      const answer = await askCube(request, response, next, signal);
      const keeping = answer.status === 200 && !signal.aborted ? keep(key, answer.body) : Promise.resolve();
      keeping
        .catch((error: unknown) => log.error({ requestId: request.id, err: error }, "answer not kept"))
        .finally(forget);
      return answer;
    });
    computing.set(key, work);
    return work;
  };

  const answer = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const { asked } = request;
    if (asked === undefined) throw new Error("The question was not read: askedQuestion stands before this.");
    const key = answerKey(asked, accessOf(request), now());
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
    const presence = presenceOf(response);
    const work = sameQuestion ?? compute(request, response, next, key);
    try {
      sendComputed(request, response, key, await work.join(presence));
    } catch (error) {
      // Nobody is there to be told.
      if (!presence.aborted) throw error;
    }
  };

  return (request, response, next) => {
    answer(request, response, next).catch(next);
  };
};
