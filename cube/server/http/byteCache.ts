/** Keeps the most recently used answers within a limit of bytes. */
export class ByteCache {
  readonly #entries = new Map<string, Buffer>();
  readonly #limit: number;
  #bytes = 0;

  constructor(limitBytes: number) {
    this.#limit = limitBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): Buffer | undefined {
    const body = this.#entries.get(key);
    if (body === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, body);
    return body;
  }

  set(key: string, body: Buffer): void {
    this.delete(key);
    if (body.byteLength > this.#limit / 4) return;
    this.#entries.set(key, body);
    this.#bytes += body.byteLength;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const body = this.#entries.get(key);
    if (body === undefined) return;
    this.#bytes -= body.byteLength;
    this.#entries.delete(key);
  }
}
