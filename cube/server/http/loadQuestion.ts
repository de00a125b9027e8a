import { createHash } from "node:crypto";
import type { Request } from "express";

/** The same question asked with its keys in another order is the same question. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
};

const parseJson = (text: unknown): unknown => {
  if (typeof text !== "string") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** The day in Viet Nam, which "yesterday" and the like depend on. */
const vietnameseDay = (now: Date): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(now);

/** One request may ask that many queries. */
export const maxQueries = 20;

export interface LoadQuestion {
  /** Names the answer: the same name, the same answer. */
  key: string;
  queryCount: number;
}

/** What a request for `/load` asks. Takes Cube's own ways of caching out of it: they would compute an answer twice. */
export const loadQuestion = (request: Request, version: string, groups: readonly string[], now: Date): LoadQuestion => {
  const source: Record<string, unknown> = request.method === "POST" ? (request.body ?? {}) : request.query;
  delete source.cache;
  const query = canonical(parseJson(source.query));
  const key = createHash("sha256")
    .update(JSON.stringify([version, groups, vietnameseDay(now), query, source.queryType ?? null]))
    .digest("base64url");
  return { key, queryCount: Array.isArray(query) ? query.length : 1 };
};
