/** A mark that parts thousands (1.234.567, 1.234), or begins a fraction (0.5, 1234.567). */
export type Mark = "." | ",";
export const marks = [".", ","] as const satisfies readonly Mark[];

const parts = 1;
const begins = 2;
/** The comma's bits stand two places above the point's. */
const bitOf = (mark: Mark, meaning: number): number => (mark === "." ? meaning : meaning * 4);
const otherThan = (mark: Mark): Mark => (mark === "." ? "," : ".");

/**
 * What one number of a column says of the marks: patterns, for both RE2 and JavaScript, and the bits of the first that a text
 * without blanks and per cent signs matches.
 */
export const sayings: readonly (readonly [pattern: string, bits: number])[] = marks.flatMap((mark) => {
  const other = otherThan(mark);
  const group = `[1-9][0-9]{0,2}([${mark}][0-9]{3})+`;
  return [
    [`^-?${group}$`, bitOf(mark, parts)],
    [`^-?${group}[${other}][0-9]+$`, bitOf(mark, parts) + bitOf(other, begins)],
    [`^-?[0-9]+[${mark}][0-9]+$`, bitOf(mark, begins)],
  ] as const;
});

/** The mark that parts thousands in a column: one number has it so, none has it otherwise, and none has the other one so. */
export const partingMark = (said: number): Mark | undefined => {
  const says = (mark: Mark, meaning: number): boolean => (said & bitOf(mark, meaning)) !== 0;
  return marks.find((mark) => says(mark, parts) && !says(mark, begins) && !says(otherThan(mark), parts));
};

/** Numbers whose mark can only part thousands, if the column agrees; they may have a fraction of other than three digits. */
export const grouped = (mark: Mark): string =>
  `^-?[1-9][0-9]{0,2}([${mark}][0-9]{3})+([${otherThan(mark)}]([0-9]{1,2}|[0-9]{4,}))?$`;

/** A number, without sign, whose marks may part thousands or begin a fraction, where its column does not tell which. */
export const ambiguousMarks = "[0-9]{1,3}([.,][0-9]{3})+([.,][0-9]+)?";
