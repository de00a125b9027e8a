import { ClickHouseError } from "./clickHouseError.ts";

export interface AdmissionLimits {
  /** Statements running at once. */
  running: number;
  /** Statements waiting for a place. */
  waiting: number;
  /** How long one waits, in milliseconds. */
  waitMs: number;
  /** How long a client may keep a place waiting for it while others wait for a place. Default: as long as it likes. */
  stalledMs?: number;
}

/** Who has a place, as far as it can be taken away. */
export interface PlaceHolder {
  /** Since when its client has neither sent nor read what it is waited for; by `performance.now()`. */
  readonly clientAwaitedSince: number | undefined;
  cancel(reason: ClickHouseError): void;
}

interface Waiter {
  enter(): void;
  leave(error: Error): void;
}

const CHECK_MS = 250;

/**
 * Lets so many statements run, so many wait in order of arrival, and refuses the rest. A client that has stalled keeps its
 * place while nobody wants it.
 */
export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #waiters: Waiter[] = [];
  readonly #holders = new Set<PlaceHolder>();
  #check: NodeJS.Timeout | undefined;
  #running = 0;

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
  }

  /**
   * @returns the function that gives the place back.
   * @throws ClickHouseError TOO_MANY_SIMULTANEOUS_QUERIES; the signal's reason when it fires while waiting.
   */
  async enter(signal: AbortSignal, holder?: PlaceHolder): Promise<() => void> {
    if (this.#running < this.#limits.running) this.#running++;
    else await this.#wait(signal);
    if (holder) this.#holders.add(holder);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      if (holder) this.#holders.delete(holder);
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

  /** Takes the place of the client that has stalled longest, one at a time. */
  #evictStalled(): void {
    if (this.#waiters.length === 0) {
      clearInterval(this.#check);
      this.#check = undefined;
      return;
    }
    const before = performance.now() - (this.#limits.stalledMs ?? Number.POSITIVE_INFINITY);
    let longest: { holder: PlaceHolder; since: number } | undefined;
    for (const holder of this.#holders) {
      const since = holder.clientAwaitedSince;
      if (since !== undefined && since < before && since < (longest?.since ?? before)) longest = { holder, since };
    }
    if (!longest) return;
    this.#holders.delete(longest.holder);
    longest.holder.cancel(
      new ClickHouseError(
        209,
        "SOCKET_TIMEOUT",
        `The client neither sent nor read anything for ${Math.round(performance.now() - longest.since)} ms while others waited for its place.`,
      ),
    );
  }

  #wait(signal: AbortSignal): Promise<void> {
    if (this.#waiters.length >= this.#limits.waiting) throw this.#tooMany();
    this.#check ??= setInterval(() => this.#evictStalled(), CHECK_MS);
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
