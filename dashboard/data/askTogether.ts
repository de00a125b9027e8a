import * as z from "zod/mini";
import { ApiError } from "./ApiError.ts";
import { type FetchEffects, fetchJson, toApiError } from "./fetchJson.ts";
import type { CubeQuery } from "./loadCube.ts";

export interface Answer {
  body: unknown;
  requestId: string | null;
}
export type Ask = (query: CubeQuery, signal: AbortSignal | undefined) => Promise<Answer>;

interface Asked {
  query: CubeQuery;
  signal: AbortSignal | undefined;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** As many as cube/server/http/questionsRoute.ts takes. */
const MOST_AT_ONCE = 40;

const line = z.object({ index: z.number(), status: z.number(), body: z.unknown() });

/** Lines of a body as they arrive. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    const parts = (rest + decoder.decode(value, { stream: !done })).split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
    if (done) return;
  }
}

/**
 * Asks what is asked at the same moment in one request, and gives each answer as soon as it is there. A question alone goes by an
 * address of its own, which the browser may keep. Nobody waits: the request is ended.
 * @throws ApiError with the server's message, fix and request id
 */
export function askTogether(effects: FetchEffects): Ask {
  let waiting: Asked[] = [];

  const askAlone = ({ query, signal }: Asked): Promise<Answer> =>
    fetchJson(`/cubejs-api/v1/load?query=${encodeURIComponent(JSON.stringify(query))}`, signal, effects);

  const askAll = async (questions: readonly Asked[]): Promise<void> => {
    const presence = new AbortController();
    const open = new Set(questions);
    for (const question of questions) {
      const leave = () => {
        if (!open.has(question)) return;
        question.reject(question.signal?.reason);
        open.delete(question);
        if (open.size === 0) presence.abort();
      };
      if (question.signal?.aborted) leave();
      else question.signal?.addEventListener("abort", leave, { once: true });
    }
    try {
      const response = await effects.fetch("/api/questions", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ queries: questions.map(({ query }) => query) }),
        signal: presence.signal,
      });
      const requestId = response.headers.get("x-request-id");
      if (!response.ok || response.body === null) {
        throw toApiError(await response.json().catch(() => undefined), response.status, requestId);
      }
      for await (const text of linesOf(response.body)) {
        const { index, status, body } = line.parse(JSON.parse(text));
        const question = questions[index];
        if (question === undefined) continue;
        open.delete(question);
        if (status === 200) question.resolve({ body, requestId });
        else question.reject(toApiError(body, status, requestId));
      }
      for (const question of open) question.reject(offline());
    } catch (error) {
      for (const question of open) question.reject(error instanceof ApiError ? error : offline());
    }
  };

  const flush = (): void => {
    const asked = waiting;
    waiting = [];
    for (let from = 0; from < asked.length; from += MOST_AT_ONCE) {
      const part = asked.slice(from, from + MOST_AT_ONCE);
      const [only] = part;
      if (part.length === 1 && only) void askAlone(only).then(only.resolve, only.reject);
      else void askAll(part);
    }
  };

  return (query, signal) =>
    new Promise((resolve, reject) => {
      waiting.push({ query, signal, resolve, reject });
      // After all that this moment asks.
      if (waiting.length === 1) setTimeout(flush, 0);
    });
}

const offline = () => new ApiError("offline", { status: null, fix: null, requestId: null });
