import { createHash, timingSafeEqual } from "node:crypto";
import { ClickHouseError } from "./clickHouseError.ts";
import type { RequestHead } from "./parseRequest.ts";

export interface Credentials {
  user: string;
  password: string;
}

/** Credentials of a request: X-ClickHouse-User/Key headers, HTTP Basic, or the URL, in that order. */
export function requestCredentials({ url, headers }: RequestHead): Credentials {
  const user = headers["x-clickhouse-user"];
  const key = headers["x-clickhouse-key"];
  if (typeof user === "string" || typeof key === "string") {
    return { user: typeof user === "string" ? user : "default", password: typeof key === "string" ? key : "" };
  }
  const basic =
    typeof headers.authorization === "string" ? /^Basic\s+(\S+)$/i.exec(headers.authorization)?.[1] : undefined;
  if (basic) {
    const text = Buffer.from(basic, "base64").toString("utf8");
    const colon = text.indexOf(":");
    return colon < 0 ? { user: text, password: "" } : { user: text.slice(0, colon), password: text.slice(colon + 1) };
  }
  const search = new URL(url, "http://engine").searchParams;
  return { user: search.get("user") ?? "default", password: search.get("password") ?? "" };
}

// Digests have one length, so the comparison tells nothing about the secret's.
const equalSecrets = (a: string, b: string): boolean =>
  timingSafeEqual(createHash("sha256").update(a).digest(), createHash("sha256").update(b).digest());

/** @throws ClickHouseError AUTHENTICATION_FAILED, with the server's words. */
export function authenticate(head: RequestHead, expected: Credentials): void {
  const given = requestCredentials(head);
  const rightUser = equalSecrets(given.user, expected.user);
  const rightPassword = equalSecrets(given.password, expected.password);
  if (rightUser && rightPassword) return;
  throw new ClickHouseError(
    516,
    "AUTHENTICATION_FAILED",
    `${given.user}: Authentication failed: password is incorrect, or there is no user with such name.`,
  );
}
