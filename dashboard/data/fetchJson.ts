import * as z from "zod/mini";
import { ApiError } from "./ApiError.ts";

export interface FetchEffects {
  fetch: typeof fetch;
  pause(milliseconds: number): Promise<void>;
}
export const realEffects: FetchEffects = {
  fetch: (...request) => globalThis.fetch(...request),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** How the server tells every failure: cube/server/http/errorResponse.ts. */
const errorBody = z.object({
  error: z.string(),
  fix: z.optional(z.string()),
  requestId: z.optional(z.string()),
});

/** GET of a JSON resource. @throws ApiError with the server's message, fix and request id. */
export async function fetchJson(
  path: string,
  signal: AbortSignal | undefined,
  effects = realEffects,
): Promise<{ body: unknown; requestId: string | null }> {
  let response: Response;
  try {
    response = await effects.fetch(path, { headers: { accept: "application/json" }, ...(signal ? { signal } : {}) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError("offline", { status: null, fix: null, requestId: null });
  }
  const requestId = response.headers.get("x-request-id");
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return { body, requestId };
  throw toApiError(body, response.status, requestId);
}

/** What the server said of a failure. */
export function toApiError(body: unknown, status: number, requestId: string | null): ApiError {
  const parsed = errorBody.safeParse(body);
  if (!parsed.success) return new ApiError(`HTTP ${status}`, { status, fix: null, requestId });
  const { error, fix = null, requestId: told = requestId } = parsed.data;
  return new ApiError(error, { status, fix, requestId: told });
}
