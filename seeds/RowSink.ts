/** Takes rows of text, in the order of its columns, and writes them as they come. */
export interface RowSink {
  readonly rows: number;
  write(values: readonly string[]): void;
  /** Closing twice does nothing more. */
  close(): void;
}
