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

/** Names the answer to a request for `/load`: the same name, the same answer. */
export const loadQuestion = (request: Request, version: string, groups: readonly string[], now: Date): string => {
  const source: Record<string, unknown> = request.method === "POST" ? (request.body ?? {}) : request.query;
  const asked = [canonical(parseJson(source.query)), source.queryType ?? null];
  return createHash("sha256")
    .update(JSON.stringify([version, groups, vietnameseDay(now), asked]))
    .digest("base64url");
};
