import { randomUUID } from "node:crypto";
import { insertStream } from "./insertStream.ts";
import { type Endpoint, openClient } from "./openClient.ts";
import { readStatement, type SendOptions, sendStatement } from "./sendStatement.ts";
import type { Warehouse } from "./Warehouse.ts";

export interface Connection extends Endpoint {
  database: string;
  cluster: string | undefined;
  isEmbedded: boolean;
  /** Run once, after the connections are closed. */
  onClose?: () => Promise<void>;
}

/** Counts and load ids stay below 2^53. */
const numbersAsNumbers = { output_format_json_quote_64bit_integers: 0 } as const;

/** A warehouse at a known address. Connects on first use. */
export const connect = (connection: Connection): Warehouse => {
  const { url, user, password, database, cluster, isEmbedded } = connection;
  const endpoint: Endpoint = { url, user, password };
  const client = openClient(endpoint);

  const send = async (sql: string, options: SendOptions) => {
    const queryId = randomUUID();
    try {
      return await readStatement(client, sql, { ...options, queryId });
    } catch (error) {
      if (options.signal?.aborted) {
        // Best effort: the statement may have ended in the meantime.
        const kill = "KILL QUERY WHERE query_id = {id:String} ASYNC";
        await readStatement(client, kill, { params: { id: queryId } }).catch(() => undefined);
      }
      throw error;
    }
  };

  let closing: Promise<void> | undefined;
  return {
    url,
    user,
    password,
    database,
    cluster,
    isEmbedded,
    async query(sql, { schema, settings, ...options }) {
      const format = "JSONEachRow";
      const { body } = await send(sql, { ...options, settings: { ...numbersAsNumbers, ...settings }, format });
      return body.split("\n").flatMap((line) => (line === "" ? [] : [schema.parse(JSON.parse(line))]));
    },
    async command(sql, options = {}) {
      const { queryId, writtenRows } = await send(sql, options);
      return { queryId, writtenRows };
    },
    insertStream(sql, body, options = {}) {
      return insertStream(endpoint, sql, body, options);
    },
    async stream(sql, options) {
      return (await sendStatement(client, sql, { ...options, isStreamed: true })).stream;
    },
    close() {
      closing ??= (async () => {
        await client.close();
        await connection.onClose?.();
      })();
      return closing;
    },
  };
};
