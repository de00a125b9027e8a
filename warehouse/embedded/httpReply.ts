import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { Writable } from "node:stream";
import { promisify } from "node:util";
import { brotliCompress, constants, createBrotliCompress, createDeflate, createGzip, deflate, gzip } from "node:zlib";
import type { ClickHouseError } from "./clickHouseError.ts";
import { httpStatus } from "./httpStatus.ts";
import type { QueryRequest, ResponseEncoding } from "./parseRequest.ts";
import type { RunningStatement } from "./runningStatements.ts";
import { STALLED_AFTER_MS } from "./stalledAfter.ts";

/** The counts of `X-ClickHouse-Summary`. */
export interface Summary {
  resultRows?: number;
  resultBytes?: number;
  writtenRows?: number;
  writtenBytes?: number;
  elapsedSeconds?: number;
}

export interface ServerIdentity {
  version: string;
  timezone: string;
  displayName: string;
  /** Takes out of an error's text what only this machine is to know. */
  redact(text: string): string;
}

/** How long a client that was broken off may take to read what came before. */
const LAST_READ_MS = 5_000;

const level = constants.Z_BEST_SPEED;
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } };
const streamEncoders = {
  gzip: () => createGzip({ level }),
  deflate: () => createDeflate({ level }),
  br: () => createBrotliCompress(brotliOptions),
};
const wholeEncoders = {
  gzip: (data: Uint8Array) => promisify(gzip)(data, { level }),
  deflate: (data: Uint8Array) => promisify(deflate)(data, { level }),
  br: (data: Uint8Array) => promisify(brotliCompress)(data, brotliOptions),
};

const contentTypes: readonly (readonly [RegExp, string])[] = [
  [/^(JSON|GeoJSON)(?!.*EachRow|Lines)/, "application/json; charset=UTF-8"],
  [/^(JSON\w*EachRow\w*|JSONLines|NDJSON)$/, "application/x-ndjson; charset=UTF-8"],
  [/^CSVWithNames/, "text/csv; charset=UTF-8; header=present"],
  [/^CSV/, "text/csv; charset=UTF-8; header=absent"],
  [/^(TabSeparated|TSV)/, "text/tab-separated-values; charset=UTF-8"],
  [/^(Parquet|ORC|Arrow|ArrowStream|Native|RowBinary\w*|Avro|MsgPack|BSONEachRow)$/, "application/octet-stream"],
];

/** One answer: headers of the ClickHouse HTTP interface, a whole or streamed body, or an error. */
export class HttpReply {
  readonly #response: ServerResponse;
  readonly #identity: ServerIdentity;
  readonly #exceptionTag = randomBytes(8).toString("hex");
  #encoder: Writable | undefined;
  /** Compression of errors, which may come before the request has been read whole. */
  errorEncoding: ResponseEncoding | undefined;

  constructor(response: ServerResponse, identity: ServerIdentity) {
    this.#response = response;
    this.#identity = identity;
    response.setHeader("X-ClickHouse-Server-Display-Name", identity.displayName);
    response.setHeader("X-ClickHouse-Timezone", identity.timezone);
  }

  set queryId(id: string) {
    this.#response.setHeader("X-ClickHouse-Query-Id", encodeURIComponent(id).replaceAll("%20", " "));
  }

  /**
   * Tells a waiting client every so often that its statement runs on, so that neither its timeout nor a
   * proxy's ends it. By interim answers (102): progress headers proper would have to promise status 200.
   */
  sendProgress(everyMs: number): () => void {
    const timer = setInterval(() => this.probe(), everyMs);
    return () => clearInterval(timer);
  }

  get isStarted(): boolean {
    return this.#response.headersSent;
  }

  /** An answer without a result. */
  sendEmpty(summary: Summary): void {
    this.#describe(undefined, summary);
    this.#response.writeHead(200, { "Content-Length": 0 });
    this.#response.end();
  }

  /** A whole result. */
  async send(request: QueryRequest, format: string, body: Uint8Array, summary: Summary): Promise<void> {
    this.#describe(format, summary);
    const encoding = body.length > 0 ? request.responseEncoding : undefined;
    const bytes = encoding ? await wholeEncoders[encoding](body) : body;
    if (encoding) this.#response.setHeader("Content-Encoding", encoding);
    this.#response.writeHead(200, { "Content-Length": bytes.length });
    this.#response.end(bytes);
  }

  /** Starts a streamed result. */
  begin(request: QueryRequest, format: string, summary: Summary): void {
    this.#describe(format, summary);
    this.#response.setHeader("X-ClickHouse-Exception-Tag", this.#exceptionTag);
    if (request.responseEncoding) {
      this.#response.setHeader("Content-Encoding", request.responseEncoding);
      const encoder = streamEncoders[request.responseEncoding]();
      encoder.pipe(this.#response);
      this.#encoder = encoder;
    }
    this.#response.writeHead(200);
  }

  /**
   * Tells a client that has ended its sending side that it is still there to be answered. One that has gone altogether
   * looks the same until it is written to: it breaks the connection then.
   */
  probe(): void {
    if (!this.isStarted && !this.#response.destroyed) this.#response.writeProcessing();
  }

  /** Waits when the client reads slower than it is written to. Rejects with the reason of the statement's cancellation. */
  async write(chunk: Uint8Array, running: RunningStatement): Promise<void> {
    running.signal.throwIfAborted();
    const sink = this.#encoder ?? this.#response;
    if (sink.write(chunk)) return;
    const stalled = setTimeout(() => this.#response.destroy(), STALLED_AFTER_MS);
    try {
      await running.awaitClient(once(sink, "drain", { signal: running.signal }));
    } finally {
      clearTimeout(stalled);
    }
  }

  end(): void {
    (this.#encoder ?? this.#response).end();
  }

  /** An error with its status, or, when the result has begun, inside the body and by breaking the connection. */
  async fail(error: ClickHouseError): Promise<void> {
    const text = this.#identity.redact(error.toResponseText(this.#identity.version));
    if (this.isStarted) return this.#breakOff(text);
    const encoding = this.errorEncoding;
    const bytes = encoding ? await wholeEncoders[encoding](Buffer.from(text)) : Buffer.from(text);
    if (encoding) this.#response.setHeader("Content-Encoding", encoding);
    this.#response.setHeader("X-ClickHouse-Exception-Code", error.code);
    this.#response.writeHead(httpStatus(error.codeName), {
      "Content-Type": "text/plain; charset=UTF-8",
      "Content-Length": bytes.length,
    });
    this.#response.end(bytes);
  }

  async #breakOff(text: string): Promise<void> {
    const socket = this.#response.socket;
    if (this.#response.writableEnded || !socket || socket.destroyed) return;
    const [tag, length] = [this.#exceptionTag, Buffer.byteLength(text)];
    const message = `\r\n__exception__\r\n${tag}\r\n${text}${length} ${tag}\r\n__exception__\r\n`;
    const encoder = this.#encoder;
    if (encoder) {
      encoder.write(message);
      if ("flush" in encoder && typeof encoder.flush === "function") {
        const flush = encoder.flush.bind(encoder);
        await new Promise<void>((resolve) => flush(() => resolve()));
      }
      encoder.destroy();
    } else this.#response.write(message);
    socket.destroySoon(); // Without the last chunk: no client takes this for a whole result.
    setTimeout(() => socket.destroy(), LAST_READ_MS).unref(); // One that reads nothing would keep it open for ever.
  }

  #describe(format: string | undefined, summary: Summary): void {
    const type = format && contentTypes.find(([pattern]) => pattern.test(format))?.[1];
    this.#response.setHeader("Content-Type", type ?? "text/plain; charset=UTF-8");
    if (format !== undefined) this.#response.setHeader("X-ClickHouse-Format", format);
    const count = (value: number | undefined): string => String(Math.round(value ?? 0));
    this.#response.setHeader(
      "X-ClickHouse-Summary",
      JSON.stringify({
        read_rows: count(summary.writtenRows ?? summary.resultRows),
        read_bytes: count(summary.writtenBytes ?? summary.resultBytes),
        written_rows: count(summary.writtenRows),
        written_bytes: count(summary.writtenBytes),
        total_rows_to_read: "0",
        result_rows: count(summary.writtenRows ?? summary.resultRows),
        result_bytes: count(summary.writtenBytes ?? summary.resultBytes),
        elapsed_ns: count((summary.elapsedSeconds ?? 0) * 1e9),
      }),
    );
  }
}
