/** Work that several wait for. It is stopped when none of them waits any more. */
export class SharedWork<T> {
  readonly #ending = new AbortController();
  readonly #done: Promise<T>;
  #isDone = false;
  #waiting = 0;

  /** Begins at once. */
  constructor(work: (signal: AbortSignal) => Promise<T>) {
    this.#done = work(this.#ending.signal).finally(() => {
      this.#isDone = true;
    });
    // Who waits is told; there may be nobody left.
    this.#done.catch(() => undefined);
  }

  /** Once, when it is done, has failed, or is stopped: nobody should join it after that. */
  onEnd(listener: () => void): void {
    this.#done.then(listener, listener);
    this.#ending.signal.addEventListener("abort", listener, { once: true });
  }

  /** @throws what the work throws; the signal's reason when it is aborted before */
  async join(signal: AbortSignal): Promise<T> {
    let leave = (): void => undefined;
    const left = new Promise<never>((_, reject) => {
      leave = (): void => reject(signal.reason);
    });
    this.#waiting += 1;
    signal.addEventListener("abort", leave);
    if (signal.aborted) leave();
    try {
      return await Promise.race([this.#done, left]);
    } finally {
      signal.removeEventListener("abort", leave);
      this.#waiting -= 1;
      if (this.#waiting === 0 && !this.#isDone) this.#ending.abort(new Error("Nobody waits for it any more."));
    }
  }
}
