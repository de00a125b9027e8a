/** What figures of a view are narrowed to, where they do not tell of everything. */
export interface Narrowing {
  /** In words, for titles. */
  to: string;
  /** Dimensions of the view, each with the values kept. */
  where: readonly (readonly [dimension: string, values: readonly string[]])[];
}
