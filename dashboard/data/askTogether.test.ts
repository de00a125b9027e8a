import { describe, expect, it } from "vitest";
import { askTogether } from "./askTogether.ts";

const query = (name: string) => ({ measures: [`vaccination.${name}`] });

/** A server that answers each request by its path and questions, and may be left. */
function server(answer: (queries: { measures: string[] }[]) => (string | Promise<string>)[], status = 200) {
  const asked: { path: string; signal: AbortSignal | null | undefined }[] = [];
  const effects = {
    pause: async () => {},
    fetch: async (path: RequestInfo | URL, init?: RequestInit) => {
      asked.push({ path: String(path), signal: init?.signal });
      if (init?.method !== "POST") return Response.json({ data: ["alone"] });
      const { queries } = JSON.parse(String(init.body));
      const parts = answer(queries);
      const body = new ReadableStream({
        async start(stream) {
          for (const part of parts) stream.enqueue(new TextEncoder().encode(await part));
          stream.close();
        },
      });
      return new Response(body, { status });
    },
  };
  return { asked, ask: askTogether(effects) };
}
const line = (index: number, status: number, body: unknown) => `${JSON.stringify({ index, status, body })}\n`;

describe("questions asked at the same moment", () => {
  it("go in one request, and each gets its own answer, in whatever order and pieces they come", async () => {
    const text = line(1, 400, { error: "no such member", fix: "see /meta" }) + line(2, 200, { data: ["ô"] });
    const { asked, ask } = server(() => [text.slice(0, 70), text.slice(70), line(0, 200, { data: ["first"] })]);
    const answers = await Promise.allSettled([
      ask(query("a"), undefined),
      ask(query("b"), undefined),
      ask(query("c"), undefined),
    ]);
    expect(asked.map(({ path }) => path)).toEqual(["/api/questions"]);
    expect(answers).toMatchObject([
      { value: { body: { data: ["first"] } } },
      { reason: { message: "no such member", details: { status: 400, fix: "see /meta" } } },
      { value: { body: { data: ["ô"] } } },
    ]);
  });

  it("take no more requests than they need: one alone by its own address, at most forty together", async () => {
    const { asked, ask } = server((queries) => queries.map((_, index) => line(index, 200, { data: [] })));
    expect((await ask(query("a"), undefined)).body).toEqual({ data: ["alone"] });
    await Promise.all(Array.from({ length: 41 }, (_, index) => ask(query(`m${index}`), undefined)));
    expect(asked.map(({ path }) => path.split("?")[0])).toEqual([
      "/cubejs-api/v1/load",
      "/api/questions",
      "/cubejs-api/v1/load",
    ]);
  });

  it("leaves the request when nobody waits for it any more, and not before", async () => {
    const never = new Promise<string>(() => {});
    const { asked, ask } = server(() => [line(0, 200, { data: [] }), never]);
    const [first, second] = [new AbortController(), new AbortController()];
    const answers = [ask(query("a"), undefined), ask(query("b"), first.signal), ask(query("c"), second.signal)];
    await answers[0];
    first.abort();
    await expect(answers[1]).rejects.toThrow();
    expect(asked[0]?.signal?.aborted).toBe(false);
    second.abort();
    await expect(answers[2]).rejects.toThrow();
    expect(asked[0]?.signal?.aborted).toBe(true);
  });

  it("say so when the request fails as a whole, or ends before all are answered", async () => {
    const busy = server(() => [JSON.stringify({ error: "Đang có quá nhiều truy vấn", fix: "Đợi" })], 429);
    const cut = server(() => [line(0, 200, { data: [] })]);
    for (const { ask } of [busy, cut]) {
      const [, second] = await Promise.allSettled([ask(query("a"), undefined), ask(query("b"), undefined)]);
      expect(second).toMatchObject({ reason: { name: "ApiError" } });
    }
  });
});
