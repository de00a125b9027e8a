import { ambiguousMarks, grouped, type Mark, sayings } from "./numberMarks.ts";

/** Without blanks at its ends, blanks that part thousands, and the sign of per cent. */
const bareOf = (text: string): string => {
  const bare = text
    .replace(/[\s\u00a0\u202f]/g, " ")
    .replace("%", "")
    .trim();
  return /^-?\d{1,3}( \d{3})+([.,]\d+)?$/.test(bare) ? bare.replaceAll(" ", "") : bare;
};

const patterns = sayings.map(([pattern, bits]) => ({ pattern: new RegExp(pattern), bits }));
const ambiguous = new RegExp(`^-?${ambiguousMarks}$`);
const groupedBy = { ".": new RegExp(grouped(".")), ",": new RegExp(grouped(",")) } as const;

/** Bits of what a text of a sheet says of the marks in its column's numbers (see numberMarks.ts). */
export const marksIn = (text: string): number => {
  if (!/[.,]/.test(text)) return 0;
  const bare = bareOf(text);
  return patterns.find(({ pattern }) => pattern.test(bare))?.bits ?? 0;
};

/**
 * The number that a text of a sheet means in a column where `parting` parts thousands, or no mark does: 1234, "1 234", "1,5",
 * "12 %", and 1.234 where the point parts. Undefined: empty, no number, or one that may be two.
 */
export const numberIn = (text: string, parting: Mark | undefined): number | undefined => {
  const bare = bareOf(text);
  const settled = parting !== undefined && groupedBy[parting].test(bare) ? bare.replaceAll(parting, "") : bare;
  if (!/^-?\d+([.,]\d+)?$/.test(settled) || ambiguous.test(settled)) return undefined;
  return Number(settled.replace(",", "."));
};

/** The text is a number, whatever its marks mean. */
export const isNumber = (text: string): boolean => {
  const bare = bareOf(text);
  return /^-?\d+([.,]\d+)?$/.test(bare) || ambiguous.test(bare);
};
