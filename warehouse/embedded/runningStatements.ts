import { ClickHouseError } from "./clickHouseError.ts";

/** A request that is being served; its signal fires when it is cancelled, with the error as reason. */
export interface RunningStatement {
  readonly queryId: string;
  readonly signal: AbortSignal;
  /** Since when its client is waited for: to send more, or to read what was sent. */
  readonly clientAwaitedSince: number | undefined;
  /** Waits for the client. Rejects with the cancellation's reason, whatever the client does. */
  awaitClient<T>(work: Promise<T>): Promise<T>;
  cancel(reason: ClickHouseError): void;
  /** Takes it off the list. */
  finish(): void;
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}

export const cancelled = (): ClickHouseError => new ClickHouseError(394, "QUERY_WAS_CANCELLED", "Query was cancelled.");

/** Every request being served, by query id: no two at a time share one. */
export class RunningStatements {
  readonly #statements = new Map<string, RunningStatement>();
  #idle: (() => void)[] = [];

  get count(): number {
    return this.#statements.size;
  }

  /** @throws ClickHouseError when a statement with this id is running. */
  start(queryId: string): RunningStatement {
    if (this.#statements.has(queryId))
      throw new ClickHouseError(
        216,
        "QUERY_WITH_SAME_ID_IS_ALREADY_RUNNING",
        `Query with id = ${queryId} is already running.`,
      );
    const controller = new AbortController();
    let clientAwaitedSince: number | undefined;
    const statement: RunningStatement = {
      queryId,
      signal: controller.signal,
      get clientAwaitedSince() {
        return clientAwaitedSince;
      },
      async awaitClient(work) {
        clientAwaitedSince = performance.now();
        try {
          return await unlessAborted(work, controller.signal);
        } finally {
          clientAwaitedSince = undefined;
        }
      },
      cancel: (reason) => controller.abort(reason),
      finish: () => {
        this.#statements.delete(queryId);
        if (this.#statements.size === 0) for (const resolve of this.#idle.splice(0)) resolve();
      },
    };
    this.#statements.set(queryId, statement);
    return statement;
  }

  cancel(queryId: string): void {
    this.#statements.get(queryId)?.cancel(cancelled());
  }

  cancelAll(reason: ClickHouseError): void {
    for (const statement of this.#statements.values()) statement.cancel(reason);
  }

  /** Resolves when nothing is being served. */
  async idle(): Promise<void> {
    if (this.#statements.size > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }
}
