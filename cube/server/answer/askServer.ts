import { UserError } from "@cubejs-backend/api-gateway";
import { z } from "zod";
import { HttpError } from "../http/errors.ts";
import type { AnswerRow } from "../question/views.ts";

const answer = z.object({ data: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))) });
const refusal = z.object({ error: z.string() });

/** An unspecified address listens everywhere, and is no place to connect to. */
const reachable = (url: string): string => url.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:");

const statement = z.object({ sql: z.object({ sql: z.tuple([z.string(), z.array(z.unknown())]) }) });

const post = async (url: string, path: string, query: object): Promise<unknown> => {
  const response = await fetch(`${reachable(url)}/cubejs-api/v1/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const body: unknown = await response.json();
  if (response.ok) return body;
  const refused = refusal.safeParse(body);
  const message = refused.success ? refused.data.error : `Cube answered ${response.status}`;
  if (response.status === 400) throw new UserError(message);
  throw new HttpError(response.status, message, "npm run warehouse -- status");
};

/**
 * Asks this server's own REST API, so that an answer needed inside is the one a reader gets: same definitions, same cache.
 * @throws UserError of Cube for a bad question, HttpError for any other failure
 */
export const askServer = async (url: string, query: object): Promise<readonly AnswerRow[]> =>
  answer.parse(await post(url, "load", query)).data;

/** The SQL of a query, with its parameters. */
export const askServerSql = async (
  url: string,
  query: object,
): Promise<{ sql: string; parameters: readonly unknown[] }> => {
  const [sql, parameters] = statement.parse(await post(url, "sql", query)).sql.sql;
  return { sql, parameters };
};
