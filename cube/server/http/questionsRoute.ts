import { setMaxListeners } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import express, { type Request, type RequestHandler, type Response, Router } from "express";
import inject from "light-my-request";
import type { Logger } from "pino";
import { z } from "zod";
import { badRequest } from "../failures/errors.ts";
import { sendError } from "./errorResponse.ts";

const mostQuestions = 40;
const bodyLimit = "256kb";
const fix = `POST {"queries": [{"measures": ["vaccination.doses_recorded"]}]} with at most ${mostQuestions} questions as application/json`;

/** What gathers an answer that goes to no socket. Express gives every response another prototype: these must not go with it. */
const gathering = ["writeHead", "write", "end", "destroy"] as const;
const keepGathering = (response: ServerResponse): void => {
  for (const name of gathering) Object.defineProperty(response, name, { value: response[name], writable: true });
};

/** A question as `/load` takes it; undefined for one that is too deep: reading JSON has no limit of depth, writing it has. */
const writeQuestion = (query: unknown): string | undefined => {
  try {
    return JSON.stringify({ query });
  } catch {
    return undefined;
  }
};

const body = z.strictObject({ queries: z.array(z.unknown()).min(1).max(mostQuestions) });

export interface QuestionsRouteOptions {
  /** Cube's routes, which each question goes through as if it had come alone. */
  readonly cube: RequestHandler;
  readonly log: Logger;
}

/**
 * `POST /api/questions`: several questions in one request. The answer is a line of JSON for each as soon as it is there,
 * `{"index", "status", "body"}` with its place among the questions and what `/load` would have answered, so that none waits
 * for a slower one and a question that is refused refuses no other. When the reader hangs up, all of them are.
 */
export const questionsRoute = ({ cube, log }: QuestionsRouteOptions): RequestHandler => {
  const app = express();
  app.use(cube);
  const ask = async (request: Request, question: string, index: number, signal: AbortSignal) => {
    const dispatch = (asked: IncomingMessage, response: ServerResponse): void => {
      signal.addEventListener("abort", () => response.destroy(new Error("The reader has hung up.")), { once: true });
      Object.assign(asked, { id: `${request.id}.${index}`, access: request.access });
      keepGathering(response);
      app(asked, response);
    };
    const { statusCode, payload } = await inject(dispatch, {
      method: "POST",
      url: "/cubejs-api/v1/load",
      headers: {
        host: request.headers.host,
        "content-type": "application/json",
        "x-request-id": `${request.id}.${index}`,
      },
      payload: question,
    });
    return `{"index":${index},"status":${statusCode},"body":${payload}}\n`;
  };

  const answer = async (request: Request, response: Response, questions: readonly string[]): Promise<void> => {
    const presence = new AbortController();
    setMaxListeners(mostQuestions, presence.signal);
    response.once("close", () => presence.abort());
    response.setHeader("Cache-Control", "private, no-cache");
    response.type("application/x-ndjson");
    await Promise.all(
      questions.map(async (question, index) => {
        const line = await ask(request, question, index, presence.signal);
        if (presence.signal.aborted) return;
        response.write(line);
        // Compression would keep it until there is more.
        response.flush();
      }),
    );
    response.end();
  };

  const read: RequestHandler = (request, response, next) => {
    const parsed = body.safeParse(request.body);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      sendError(
        badRequest([{ field: "queries", message: issue?.message ?? "unreadable", fix }]),
        request,
        response,
        log,
      );
      return;
    }
    const questions: string[] = [];
    for (const [index, query] of parsed.data.queries.entries()) {
      const question = writeQuestion(query);
      if (question === undefined) {
        const message = "is nested deeper than any question";
        sendError(badRequest([{ field: `queries[${index}]`, message, fix }]), request, response, log);
        return;
      }
      questions.push(question);
    }
    answer(request, response, questions).catch((error: unknown) => {
      // Nobody is there to be told, or half of the answer has gone out.
      if (response.headersSent || response.destroyed) response.destroy();
      else next(error);
    });
  };
  const router = Router();
  router.post("/questions", express.json({ limit: bodyLimit }), read);
  return router;
};
