import { ClickHouseError } from "./clickHouseError.ts";

export interface AdmissionLimits {
  /** Statements running at once. */
  running: number;
  /** Statements waiting for a place. */
  waiting: number;
  /** How long one waits, in milliseconds. */
  waitMs: number;
}

interface Waiter {
  enter(): void;
  leave(error: Error): void;
}

/** Lets so many statements run, so many wait in order of arrival, and refuses the rest. */
export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #waiters: Waiter[] = [];
  #running = 0;

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
  }

  /**
   * @returns the function that gives the place back.
   * @throws ClickHouseError TOO_MANY_SIMULTANEOUS_QUERIES; the signal's reason when it fires while waiting.
   */
  async enter(signal: AbortSignal): Promise<() => void> {
    if (this.#running < this.#limits.running) this.#running++;
    else await this.#wait(signal);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = this.#waiters.shift();
      if (next) next.enter();
      else this.#running--;
    };
  }

  #tooMany(): ClickHouseError {
    const { running, waiting } = this.#limits;
    return new ClickHouseError(
      202,
      "TOO_MANY_SIMULTANEOUS_QUERIES",
      `Too many simultaneous queries. Maximum: ${running}, waiting: ${this.#waiters.length} of ${waiting}.`,
    );
  }

  #wait(signal: AbortSignal): Promise<void> {
    if (this.#waiters.length >= this.#limits.waiting) throw this.#tooMany();
    return new Promise((resolve, reject) => {
      const done = (settle: () => void): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", onAbort);
        const at = this.#waiters.indexOf(waiter);
        if (at >= 0) this.#waiters.splice(at, 1);
        settle();
      };
      const waiter: Waiter = {
        enter: () => done(resolve),
        leave: (error) => done(() => reject(error)),
      };
      const onAbort = (): void => waiter.leave(signal.reason instanceof Error ? signal.reason : this.#tooMany());
      const timer = setTimeout(() => waiter.leave(this.#tooMany()), this.#limits.waitMs);
      signal.addEventListener("abort", onAbort, { once: true });
      this.#waiters.push(waiter);
      if (signal.aborted) onAbort();
    });
  }
}
