import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Stands between the server and its warehouse, to take it away, bring it back, or hold its answers. */
export interface WarehouseProxy {
  readonly url: string;
  /** Statements that came, newest last. */
  readonly statements: string[];
  /** Statements that match get no answer. */
  hold: RegExp | undefined;
  /** Holds nothing any more, and has those statements answered that were held and that somebody still waits for. */
  release(): void;
  down(): Promise<void>;
  up(): Promise<void>;
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });

export const openWarehouseProxy = async (target: string): Promise<WarehouseProxy> => {
  const statements: string[] = [];
  let held: (() => void)[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const body = Buffer.concat(chunks);
      const statement = `${decodeURIComponent(incoming.url ?? "")} ${body.toString("utf8")}`;
      statements.push(statement);
      const pass = (): void => {
        if (outgoing.destroyed) return;
        const forward = request(
          new URL(incoming.url ?? "/", target),
          { method: incoming.method, headers: incoming.headers },
          (answer) => {
            outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
            answer.pipe(outgoing);
          },
        );
        forward.on("error", () => outgoing.destroy());
        forward.end(body);
      };
      if (proxy.hold?.test(statement)) held.push(pass);
      else pass();
    });
  });
  const port = await listen(server, 0);
  const proxy: WarehouseProxy = {
    url: `http://127.0.0.1:${port}`,
    statements,
    hold: undefined,
    release: () => {
      proxy.hold = undefined;
      for (const pass of held) pass();
      held = [];
    },
    down: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    up: async () => {
      await listen(server, port);
    },
  };
  return proxy;
};
