import { Readable } from "node:stream";
import { type Endpoint, openClient } from "./openClient.ts";
import { readStatement } from "./sendStatement.ts";
import type { InsertStreamOptions } from "./Warehouse.ts";

/**
 * POSTs `body` to an INSERT, as it comes and no faster than the server reads: memory stays constant whatever the size.
 * @throws WarehouseError with ClickHouse's text; the body's own error if reading it failed; the signal's reason
 */
export const insertStream = async (
  endpoint: Endpoint,
  sql: string,
  body: Readable | AsyncIterable<Buffer> | Iterable<Buffer>,
  options: InsertStreamOptions = {},
): Promise<{ queryId: string; writtenRows: number }> => {
  // A connection of its own, because a refused upload leaves half a body on the wire.
  const client = openClient(endpoint);
  const source = body instanceof Readable ? body : Readable.from(body);
  let failedReading: { error: unknown } | undefined;
  // The body and the request take each other down: only here is it plain which of them failed.
  const read = async function* (): AsyncGenerator<unknown> {
    const chunks: AsyncIterator<unknown> = source[Symbol.asyncIterator]();
    for (;;) {
      const next = await chunks.next().catch((error: unknown) => {
        failedReading = { error };
        throw error;
      });
      if (next.done === true) return;
      yield next.value;
    }
  };
  const sent = Readable.from(read(), { objectMode: false });
  try {
    const { queryId, writtenRows } = await readStatement(client, sql, { ...options, body: sent });
    return { queryId, writtenRows };
  } catch (cause) {
    options.signal?.throwIfAborted();
    throw failedReading ? failedReading.error : cause;
  } finally {
    // After a refusal there is still body to come.
    sent.destroy();
    source.destroy();
    await client.close();
  }
};
