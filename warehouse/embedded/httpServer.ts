import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { authenticate, type Credentials } from "./authenticate.ts";
import { ClickHouseError } from "./clickHouseError.ts";
import { HttpReply } from "./httpReply.ts";
import { parseRequest, type RequestHead } from "./parseRequest.ts";
import { type StatementServices, serveStatement } from "./statementServer.ts";

const UNREAD_BODY_MS = 5_000;

export interface HttpServerOptions {
  services: StatementServices;
  credentials: Credentials;
  /** True once the process is stopping: nothing new is taken. */
  isStopping(): boolean;
}

/** The ClickHouse HTTP interface: `/ping`, and statements by GET and POST on `/`. */
export function createHttpServer(options: HttpServerOptions): Server {
  const server = createServer(
    { keepAliveTimeout: 10_000, requestTimeout: 0, maxHeaderSize: 1024 * 1024 },
    (message, response) => {
      void handle(options, message, response);
    },
  );
  return server;
}

async function handle(options: HttpServerOptions, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const { services } = options;
  const head: RequestHead = { method: message.method ?? "GET", url: message.url ?? "/", headers: message.headers };
  const reply = new HttpReply(response, services.identity);
  response.on("error", () => undefined); // The close event says the same and is acted upon.
  try {
    if (options.isStopping()) return refuse(message, response, 503, "The engine is stopping.\n");
    const path = head.url.split("?", 1)[0] ?? "/";
    if (path === "/ping" || path === "/replicas_status") return plain(response, 200, "Ok.\n");
    if (path !== "/" && path !== "")
      return refuse(message, response, 404, `There is no handle ${path}\n\nUse / or /ping for health checks.\n`);
    if (head.method !== "GET" && head.method !== "POST" && head.method !== "HEAD")
      return refuse(message, response, 405, `Method ${head.method} is not allowed, use GET or POST\n`);
    authenticate(head, options.credentials);
    const isGreeting = head.method === "GET" && !head.url.includes("?");
    if (isGreeting) return plain(response, 200, "Ok.\n");
    await serveStatement(services, parseRequest(head), message, response, reply);
  } catch (error) {
    const known = error instanceof ClickHouseError ? error : ClickHouseError.fromEngine(error);
    if (!(error instanceof ClickHouseError))
      services.log("error", "request failed", { stack: error instanceof Error ? error.stack : String(error) });
    discardBody(message);
    await reply.fail(known);
  }
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "Content-Type": "text/html; charset=UTF-8", "Content-Length": Buffer.byteLength(text) });
  response.end(text);
}

function refuse(message: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  discardBody(message);
  plain(response, status, text);
}

/** Reads on for a while behind an early answer, or the client would meet a reset before it reads why. */
function discardBody(message: IncomingMessage): void {
  if (message.complete || message.destroyed) return;
  message.on("error", () => undefined);
  message.unpipe();
  message.resume();
  const timer = setTimeout(() => message.destroy(), UNREAD_BODY_MS);
  timer.unref();
  message.once("close", () => clearTimeout(timer));
}
