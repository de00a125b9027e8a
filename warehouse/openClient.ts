import { type ClickHouseClient, ClickHouseLogLevel, createClient } from "@clickhouse/client";

export interface Endpoint {
  url: string;
  user: string;
  password: string;
}

const CONNECTIONS = 64;

/** The official client as the warehouse uses it. It connects on first use and keeps connections open between statements. */
export const openClient = ({ url, user, password }: Endpoint): ClickHouseClient =>
  createClient({
    url,
    username: user,
    password,
    // A load may take hours; who has a deadline gives a signal.
    request_timeout: 0,
    max_open_connections: CONNECTIONS,
    // While the model is compiled no timer runs: by then the server may have closed what it had kept open.
    keep_alive: { eagerly_destroy_stale_sockets: true },
    // It would quote statements, whose failures we report ourselves.
    log: { level: ClickHouseLogLevel.OFF },
  });
