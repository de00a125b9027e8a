import { createRequire } from "node:module";
import { z } from "zod";

/** What the engine reports for a statement that returns bytes. */
export interface EngineResult {
  bytes: Uint8Array;
  elapsedSeconds: number;
  /** Rows and bytes of the result (the engine has no count of rows scanned to offer). */
  resultRows: number;
  resultBytes: number;
}

/** What the engine reports for a statement that writes; includes rows written by materialized views. */
export interface EngineWrite {
  elapsedSeconds: number;
  writtenRows: number;
  writtenBytes: number;
}

/** One engine connection: its own settings, parameters and temporary tables; one statement at a time. */
export interface EngineConnection {
  query(sql: string, format: string): Promise<EngineResult>;
  /** Runs `sql`, with `data` appended to its text when the statement carries inline data. */
  write(sql: string, data?: Uint8Array): Promise<EngineWrite>;
  /** Only when no statement is running: closing a busy connection aborts the whole engine. */
  close(): void;
}

export interface Engine {
  connect(): EngineConnection;
  /**
   * Ends the engine's threads and gives the folder back; blocks for some tenths of a second. Only when every other
   * connection is closed. A process that exits with the engine open tears down what those threads still work with.
   */
  close(): void;
}

const loader = z.object({ loadNative: z.custom<() => unknown>((value) => typeof value === "function") });

const nativeFunction = <F>() => z.custom<F>((value) => typeof value === "function");
const nativeModule = z.object({
  CreateConnection: nativeFunction<(path: string, args?: readonly string[]) => unknown>(),
  CloseConnection: nativeFunction<(connection: unknown) => void>(),
  QueryAsyncConnection: nativeFunction<(connection: unknown, sql: string, format: string) => Promise<unknown>>(),
  InsertRawAsyncConnection:
    nativeFunction<(connection: unknown, prefix: string, data: Uint8Array, countLines: boolean) => Promise<unknown>>(),
});

const queryReply = z.object({
  bytes: z.instanceof(Uint8Array),
  elapsed: z.number(),
  rowsRead: z.number(),
  bytesRead: z.number(),
});
const writeReply = z.object({ elapsed: z.number(), rowsWritten: z.number(), bytesWritten: z.number() });

// The package's own Session postpones every close until all statements of the process have
// settled, so under steady load connections would pile up. A fresh connection per request costs
// 0.2 ms and leaks no settings between requests, which needs the addon's own open and close.
function loadAddon() {
  const chdb = createRequire(import.meta.url).resolve("chdb");
  return nativeModule.parse(loader.parse(createRequire(chdb)("./dist/loader.js")).loadNative());
}

/**
 * Opens the engine on a folder and keeps it open until `close`: there is one folder
 * per process, and one process per folder (the engine refuses a second one with code 76).
 */
export function openEngine(folder: string, args: readonly string[] = []): Engine {
  const addon = loadAddon();
  const connect = (connectArgs?: readonly string[]): EngineConnection => {
    const handle = connectArgs ? addon.CreateConnection(folder, connectArgs) : addon.CreateConnection(folder);
    return {
      async query(sql, format) {
        const reply = queryReply.parse(await addon.QueryAsyncConnection(handle, sql, format));
        return {
          bytes: reply.bytes,
          elapsedSeconds: reply.elapsed,
          resultRows: reply.rowsRead,
          resultBytes: reply.bytesRead,
        };
      },
      async write(sql, data = new Uint8Array(0)) {
        const reply = writeReply.parse(
          await addon.InsertRawAsyncConnection(
            handle,
            sql,
            Buffer.from(data.buffer, data.byteOffset, data.length),
            false,
          ),
        );
        return { elapsedSeconds: reply.elapsed, writtenRows: reply.rowsWritten, writtenBytes: reply.bytesWritten };
      },
      close: () => addon.CloseConnection(handle),
    };
  };
  const anchor = connect(args); // The engine shuts down with its last connection.
  return { connect: () => connect(), close: () => anchor.close() };
}
