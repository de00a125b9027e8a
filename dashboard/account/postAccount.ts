import { ApiError } from "../data/ApiError.ts";
import { toApiError } from "../data/fetchJson.ts";

/** What is sent to /api/account. @throws ApiError with the server's message and fix */
export async function postAccount(
  what: "sign-in" | "sign-out" | "demonstration" | "password",
  body: Readonly<Record<string, string>> = {},
): Promise<void> {
  const response = await fetch(`/api/account/${what}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new ApiError("offline", { status: null, fix: null, requestId: null });
  });
  if (response.ok) return;
  throw toApiError(await response.json().catch(() => undefined), response.status, response.headers.get("x-request-id"));
}
