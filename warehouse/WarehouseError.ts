/** A statement that ClickHouse refused or broke off, in its own words. */
export class WarehouseError extends Error {
  /** ClickHouse's number, for example 60 for an unknown table; 0 where the connection failed. */
  readonly code: number;
  /** ClickHouse's name of the number, for example UNKNOWN_TABLE; empty where the connection failed. */
  readonly type: string;
  readonly queryId: string;

  constructor(message: string, detail: { code: number; type: string; queryId: string; cause?: unknown }) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = "WarehouseError";
    this.code = detail.code;
    this.type = detail.type;
    this.queryId = detail.queryId;
  }

  /** From a failed HTTP answer: "Code: 60. DB::Exception: … (UNKNOWN_TABLE) (version …)". */
  static fromAnswer(text: string, status: number, queryId: string): WarehouseError {
    const message = text.trim() || `ClickHouse answered HTTP ${status}`;
    const code = Number(/Code: (\d+)/.exec(message)?.[1] ?? 0);
    const type = /\(([A-Z][A-Z0-9_]+)\)(?: \(version .*\))?\s*$/.exec(message)?.[1] ?? "";
    return new WarehouseError(message, { code, type, queryId });
  }

  /** From whatever broke the connection. */
  static from(cause: unknown, queryId: string): WarehouseError {
    if (cause instanceof WarehouseError) return cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    return new WarehouseError(`The connection to ClickHouse failed: ${message}`, { code: 0, type: "", queryId, cause });
  }
}
