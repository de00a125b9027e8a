import { describe, expect, it } from "vitest";
import { ApiError } from "./ApiError.ts";
import { createLoad } from "./loadCube.ts";

const query = { measures: ["vaccination.doses_recorded"] };

/** A server that gives the prepared answers one after another. */
function answering(...answers: [status: number, body: unknown][]) {
  const asked: string[] = [];
  return {
    asked,
    pause: async () => {},
    fetch: async (input: RequestInfo | URL) => {
      asked.push(String(input));
      const [status, body] = answers[asked.length - 1] ?? [500, {}];
      return Response.json(body, { status, headers: { "x-request-id": "r-1" } });
    },
  };
}

describe("loadCube", () => {
  it("asks again while Cube says to wait, then gives the rows", async () => {
    const server = answering(
      [200, { error: "Continue wait" }],
      [200, { error: "Continue wait" }],
      [200, { data: [{ "vaccination.doses_recorded": "233747367" }], annotation: {} }],
    );
    expect(await createLoad(server)(query, undefined)).toEqual([{ "vaccination.doses_recorded": "233747367" }]);
    expect(server.asked).toHaveLength(3);
    expect(new URL(server.asked[0] ?? "", "http://x").searchParams.get("query")).toBe(JSON.stringify(query));
  });

  it("gives the server's message, fix and request id", async () => {
    const body = { error: "Kho dữ liệu không trả lời", fields: [], fix: "npm start", requestId: "r-9" };
    const failure = await createLoad(answering([503, body]))(query, undefined).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({
      message: "Kho dữ liệu không trả lời",
      details: { status: 503, fix: "npm start", requestId: "r-9" },
    });
  });

  it("understands Cube's own errors and pages that are not JSON", async () => {
    await expect(createLoad(answering([400, { error: "no such member" }]))(query, undefined)).rejects.toMatchObject({
      message: "no such member",
      details: { requestId: "r-1" },
    });
    const proxy = { pause: async () => {}, fetch: async () => new Response("<html>", { status: 502 }) };
    await expect(createLoad(proxy)(query, undefined)).rejects.toMatchObject({ message: "HTTP 502" });
  });

  it("tells a lost connection from a refused request", async () => {
    const unplugged = {
      pause: async () => {},
      fetch: async () => {
        throw new TypeError("failed to fetch");
      },
    };
    const failure = await createLoad(unplugged)(query, undefined).catch((error: unknown) => error);
    expect(failure instanceof ApiError && failure.isOffline).toBe(true);
  });

  it("stops when the reader has moved on", async () => {
    const reader = new AbortController();
    const server = answering([200, { error: "Continue wait" }], [200, { data: [] }]);
    const pause = async () => reader.abort();
    await expect(createLoad({ ...server, pause })(query, reader.signal)).rejects.toThrow();
    expect(server.asked).toHaveLength(1);
  });
});
