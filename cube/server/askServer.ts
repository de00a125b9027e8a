import { z } from "zod";
import type { AnswerRow } from "./views.ts";

const answer = z.object({ data: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))) });
const refusal = z.object({ error: z.string() });

/** An unspecified address listens everywhere, and is no place to connect to. */
const reachable = (url: string): string => url.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:");

/**
 * Asks this server's own REST API, so that an answer needed inside is the one a reader gets: same definitions, same cache.
 * @throws Error with Cube's words
 */
export const askServer = async (url: string, query: object): Promise<readonly AnswerRow[]> => {
  const response = await fetch(`${reachable(url)}/cubejs-api/v1/load`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const body: unknown = await response.json();
  if (response.ok) return answer.parse(body).data;
  const refused = refusal.safeParse(body);
  throw new Error(refused.success ? refused.data.error : `Cube answered ${response.status}`);
};
