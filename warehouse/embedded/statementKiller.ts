import type { Engine, EngineConnection } from "./engine.ts";
import { quoteString } from "./sqlText.ts";

const RETRY_MS = 100;

/** Kills statements by tag from a connection of its own: the engine has no other way to interrupt one. */
export class StatementKiller {
  readonly #connection: EngineConnection;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(engine: Engine) {
    this.#connection = engine.connect();
  }

  /** Waits for `work`; when the signal fires, kills the statement with this tag, again until it has settled. */
  async guard<T>(work: Promise<T>, tag: string, signal: AbortSignal): Promise<T> {
    let isSettled = false;
    const kill = (): void => {
      if (isSettled) return;
      // Again, since the first may come before the engine has the statement on its list.
      void this.#kill(tag).finally(() => setTimeout(kill, RETRY_MS));
    };
    if (signal.aborted) kill();
    else signal.addEventListener("abort", kill, { once: true });
    try {
      return await work;
    } finally {
      isSettled = true;
      signal.removeEventListener("abort", kill);
    }
  }

  /** Only when no statement is running: a late KILL may still be under way, and is waited for. */
  async close(): Promise<void> {
    await this.#queue;
    this.#connection.close();
  }

  #kill(tag: string): Promise<unknown> {
    const sql = `KILL QUERY WHERE Settings['log_comment'] = ${quoteString(tag)} ASYNC`;
    this.#queue = this.#queue.then(() => this.#connection.query(sql, "Null")).catch(() => undefined);
    return this.#queue;
  }
}
