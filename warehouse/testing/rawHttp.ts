import { connect, type Socket } from "node:net";
import { basicAuth } from "./engineFixture.ts";

export interface RawAddress {
  url: string;
  user: string;
  password: string;
}

/** A connection to an engine on which a test writes its own bytes. */
export interface RawConnection {
  socket: Socket;
  /** What came back so far. */
  received(): string;
  /** Resolves with everything that came back when the other side has ended. */
  ended: Promise<string>;
}

/** The text of a request with credentials; `sql` goes into the URL. */
export function rawRequest(
  address: RawAddress,
  sql: string,
  { body = "", method = "POST", headers = [] as readonly string[], search = {} as Record<string, string> } = {},
): string {
  const query = new URLSearchParams({ ...(sql !== "" && { query: sql }), ...search }).toString();
  const length = headers.some((line) => /^(content-length|transfer-encoding):/i.test(line))
    ? []
    : [`Content-Length: ${Buffer.byteLength(body)}`];
  return [
    `${method} /${query && `?${query}`} HTTP/1.1`,
    "Host: engine",
    `Authorization: ${basicAuth(address)}`,
    ...length,
    ...headers,
    "",
    body,
  ].join("\r\n");
}

/** Both ends may close their sending side by themselves. */
export function openRaw({ url }: RawAddress): RawConnection {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  let text = "";
  socket.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  const ended = new Promise<string>((resolve) => {
    socket.once("error", () => resolve(text));
    socket.once("end", () => {
      socket.end();
      resolve(text);
    });
  });
  return { socket, received: () => text, ended };
}
