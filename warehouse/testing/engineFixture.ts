import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { type EmbeddedEngine, type StartOptions, startEmbedded } from "../embedded/startEmbedded.ts";

/** An engine on a folder of its own, for tests. */
export interface EngineFixture {
  dataDir: string;
  engine: EmbeddedEngine;
  client: ClickHouseClient;
  /** A further client, closed with the fixture. */
  connect(options?: Parameters<typeof createClient>[0]): ClickHouseClient;
  /** One statement by plain HTTP; the answer with its text. */
  post(sql: string, search?: Record<string, string>, init?: RequestInit): Promise<Answer>;
  /** Starts the engine again on the same folder. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

export const basicAuth = ({ user, password }: { user: string; password: string }): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;

/** Starts an engine; `env` sets limits, see `embeddedConfig`. */
export async function engineFixture(options: Omit<StartOptions, "dataDir"> = {}): Promise<EngineFixture> {
  const dataDir = await mkdtemp(join(tmpdir(), "embedded-test-"));
  const clients: ClickHouseClient[] = [];
  const start = () => startEmbedded({ dataDir, password: "test", log: "ignore", ...options });
  const engine = await start();
  const fixture: EngineFixture = {
    dataDir,
    engine,
    client: connect(engine),
    connect: (more) => connect(fixture.engine, more),
    async post(sql, search = {}, init = {}) {
      const url = new URL(fixture.engine.url);
      url.search = new URLSearchParams({ query: sql, ...search }).toString();
      const headers = new Headers(init.headers);
      if (!headers.has("Authorization")) headers.set("Authorization", basicAuth(fixture.engine));
      const response = await fetch(url, { method: "POST", ...init, headers });
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
    async restart() {
      fixture.engine = await start();
      fixture.client = connect(fixture.engine);
    },
    async close() {
      await Promise.all(clients.map((client) => client.close()));
      await fixture.engine.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  function connect(to: EmbeddedEngine, more: Parameters<typeof createClient>[0] = {}): ClickHouseClient {
    const log = { level: ClickHouseLogLevel.OFF };
    const client = createClient({ url: to.url, username: to.user, password: to.password, log, ...more });
    clients.push(client);
    return client;
  }
  return fixture;
}
