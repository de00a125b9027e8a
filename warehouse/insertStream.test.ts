import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { insertStream } from "./insertStream.ts";

// A bare HTTP server in ClickHouse's place: only so can it be slow or refuse at an exact moment.
describe("insertStream, to a server that", () => {
  let stop: () => void = () => undefined;
  afterEach(() => stop());

  const serve = async (listener: RequestListener) => {
    const server = createServer(listener).listen(0, "127.0.0.1");
    await once(server, "listening");
    stop = () => {
      server.closeAllConnections();
      server.close();
    };
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    return { url: `http://127.0.0.1:${port}`, user: "default", password: "" };
  };

  const source = (blocks: number) => {
    const state = { sent: 0, isClosed: false };
    async function* generate(): AsyncGenerator<Buffer> {
      try {
        for (; state.sent < blocks; state.sent++) yield Buffer.alloc(64 * 1024, "x");
      } finally {
        state.isClosed = true;
      }
    }
    return { state, body: generate() };
  };

  it("reads slowly: sends no faster, then everything", async () => {
    let received = 0;
    const endpoint = await serve(async (request, response) => {
      await sleep(300);
      for await (const chunk of request) received += chunk.length;
      response.setHeader("X-ClickHouse-Summary", JSON.stringify({ written_rows: "42" })).end();
    });
    const { state, body } = source(1_000);
    const insert = insertStream(endpoint, "INSERT INTO t FORMAT CSV", body);
    await sleep(200);
    expect(state.sent).toBeLessThan(500);
    expect((await insert).writtenRows).toBe(42);
    expect(received).toBe(1_000 * 64 * 1024);
  });

  it("refuses in the middle of the body: stops, closes the source and says why", async () => {
    const endpoint = await serve((request, response) => {
      request.once("data", () => {
        response.writeHead(400, { "X-ClickHouse-Exception-Code": "27" });
        response.end(
          "Code: 27. DB::Exception: Cannot parse input. (CANNOT_PARSE_INPUT) (version 26.7.2.1 (official build))",
        );
      });
    });
    const { state, body } = source(100_000);
    await expect(insertStream(endpoint, "INSERT INTO t FORMAT CSV", body)).rejects.toMatchObject({
      name: "WarehouseError",
      code: 27,
      type: "CANNOT_PARSE_INPUT",
    });
    expect(state.isClosed).toBe(true);
    expect(state.sent).toBeLessThan(10_000);
  });

  it("closes the connection without a word: says that it failed", async () => {
    const endpoint = await serve((request) => request.socket.destroy());
    const { body } = source(1_000);
    await expect(insertStream(endpoint, "INSERT INTO t FORMAT CSV", body)).rejects.toMatchObject({
      name: "WarehouseError",
      message: expect.stringContaining("The connection to ClickHouse failed"),
    });
  });

  it("never answers: is left when the caller gives up", async () => {
    const endpoint = await serve((request) => request.resume());
    const abortion = new AbortController();
    const { body } = source(3);
    const insert = insertStream(endpoint, "INSERT INTO t FORMAT CSV", body, { signal: abortion.signal });
    setTimeout(() => abortion.abort(new Error("enough")), 200);
    await expect(insert).rejects.toThrow("enough");
  });
});
