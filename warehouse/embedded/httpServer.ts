import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { authenticate, type Credentials } from "./authenticate.ts";
import { ClickHouseError } from "./clickHouseError.ts";
import { HttpReply } from "./httpReply.ts";
import { parseRequest, type RequestHead, responseEncoding } from "./parseRequest.ts";
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
  // As on a server, the requests of one connection run one after another: each may build on what the one before it did.
  const turns = new WeakMap<Socket, Promise<void>>();
  const server = createServer(
    { keepAliveTimeout: 10_000, requestTimeout: 0, maxHeaderSize: 1024 * 1024 },
    (message, response) => {
      response.on("error", () => undefined); // The close event says the same and is acted upon.
      const { socket } = message;
      const isAnswered = new Promise<void>((resolve) => response.once("close", resolve));
      const serve = async (): Promise<void> => {
        if (!socket.destroyed) await handle(options, message, response);
        await isAnswered;
      };
      const before = turns.get(socket);
      turns.set(socket, before ? before.then(serve) : serve());
    },
  );
  // A client may end its sending side and await its answer. Node.js has no option for it, only this property.
  return Object.assign(server, { httpAllowHalfOpen: true });
}

async function handle(options: HttpServerOptions, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const { services } = options;
  const head: RequestHead = { method: message.method ?? "GET", url: message.url ?? "/", headers: message.headers };
  const reply = new HttpReply(response, services.identity);
  try {
    if (options.isStopping()) return refuse(message, response, 503, "The engine is stopping.\n");
    const [path = "/", search] = head.url.split("?", 2);
    if (path === "/ping" || path === "/replicas_status") return plain(response, 200, "Ok.\n");
    if (path !== "/" && path !== "")
      return refuse(message, response, 404, `There is no handle ${path}\n\nUse / or /ping for health checks.\n`);
    if (head.method !== "GET" && head.method !== "POST" && head.method !== "HEAD")
      return refuse(message, response, 405, `Method ${head.method} is not allowed, use GET or POST\n`);
    const isGreeting = head.method !== "POST" && search === undefined;
    if (isGreeting) return plain(response, 200, "Ok.\n");
    reply.errorEncoding = responseEncoding(head);
    authenticate(head, options.credentials);
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
