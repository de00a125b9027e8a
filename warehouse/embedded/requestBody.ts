import type { IncomingMessage } from "node:http";
import type { Readable, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { ClickHouseError } from "./clickHouseError.ts";
import type { RunningStatement } from "./runningStatements.ts";
import { STALLED_AFTER_MS } from "./stalledAfter.ts";

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

function decoded(request: IncomingMessage): Readable {
  const encoding = (request.headers["content-encoding"] ?? "identity").toLowerCase();
  if (encoding === "identity" || encoding === "") return request;
  const decoder = decoders[encoding]?.();
  if (!decoder)
    throw new ClickHouseError(
      48,
      "NOT_IMPLEMENTED",
      `Content-Encoding ${encoding} is not supported; use ${Object.keys(decoders).join(", ")}`,
    );
  // Not a pipeline: that would destroy the request, and with it the connection the error goes back on.
  request.pipe(decoder);
  decoder.on("error", () => undefined); // The reader gets the error; there may be no reader any more.
  request.once("close", () => {
    if (!request.complete) decoder.destroy(new Error("aborted"));
  });
  return decoder;
}

function bodyError(error: unknown): ClickHouseError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const text = error instanceof Error ? error.message : String(error);
  if (/^(Z_|ERR__?ERROR|ERR_BROTLI|ERR_PADDING)/.test(code))
    return new ClickHouseError(354, "ZLIB_INFLATE_FAILED", `Cannot decompress the request's body: ${text}`);
  return new ClickHouseError(210, "NETWORK_ERROR", `The request's body broke off: ${text}`);
}

/**
 * The request's body, decompressed, as an iterator that is never closed early: the response still
 * needs the connection.
 * @throws ClickHouseError from `next()` when the body breaks off, is damaged, or stalls for five minutes; the reason of
 * the statement's cancellation at once.
 */
export function requestBody(request: IncomingMessage, running: RunningStatement): AsyncIterator<Buffer, unknown> {
  const chunks: AsyncIterator<unknown> = decoded(request).iterator({ destroyOnReturn: false });
  return {
    async next() {
      const stalled = setTimeout(() => request.destroy(new Error("no data for five minutes")), STALLED_AFTER_MS);
      try {
        const { done, value } = await running.awaitClient(chunks.next());
        return done === true
          ? { done, value: undefined }
          : { done: false, value: Buffer.isBuffer(value) ? value : Buffer.from(String(value)) };
      } catch (error) {
        throw error instanceof ClickHouseError ? error : bodyError(error);
      } finally {
        clearTimeout(stalled);
      }
    },
  };
}
