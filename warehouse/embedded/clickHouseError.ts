/** An error with ClickHouse's code and name, e.g. 62 and SYNTAX_ERROR. The message is ClickHouse's full text. */
export class ClickHouseError extends Error {
  readonly code: number;
  readonly codeName: string;

  constructor(code: number, codeName: string, text: string) {
    super(`Code: ${code}. DB::Exception: ${text} (${codeName})`);
    this.name = "ClickHouseError";
    this.code = code;
    this.codeName = codeName;
  }

  /** Keeps the engine's text as it is, but for the outer copy of the prefix it adds when it rethrows. */
  static fromEngine(error: unknown): ClickHouseError {
    const text = error instanceof Error ? error.message : String(error);
    const inner = text.replace(/^Code: (\d+)\. DB::Exception: (?=Code: \1\. DB::Exception: )/, "");
    const clean = inner.replace(/ \(version [^()]*(?:\([^()]*\))?\)(?:\.? \([A-Z0-9_]+\))?\s*$/, "").trimEnd();
    const code = Number(/^Code: (\d+)\./.exec(clean)?.[1] ?? 1002);
    const codeName = /\(([A-Z][A-Z0-9_]+)\)$/.exec(clean)?.[1] ?? "UNKNOWN_EXCEPTION";
    const result = new ClickHouseError(code, codeName, "");
    result.message = /^Code: \d+\./.test(clean) ? clean : `Code: ${code}. DB::Exception: ${clean} (${codeName})`;
    return result;
  }

  /** The line a ClickHouse server writes into the response body. */
  toResponseText(version: string): string {
    return `${this.message} (version ${version} (official build))\n`;
  }
}
