/**
 * A side of a rule: figures with signs and factors, such as `subjects_wrong:no_id + subjects_wrong:malformed_id`,
 * `0.638*surveyed_provinces`, `doses_recorded@2022-04-05` or `vaccination.subjects_wrong:error_class=wrong_name`. A name with a dot
 * is a member of Cube, answered by the warehouse; any other is a figure of a report. `:` narrows it, `@` names another day than the
 * rule's.
 */
const term =
  "(?:[0-9]+(?:\\.[0-9]+)?\\*)?[a-z][a-z0-9_]*(?:\\.[a-z0-9_]+)?(?::[a-z0-9_]+(?:=[A-Za-z0-9_|+-]+)?)?(?:@[0-9]{4}-[0-9]{2}-[0-9]{2})?";

const sqlText = (regex: string): string => `'${regex.replaceAll("\\", "\\\\")}'`;

const compact = (formula: string): string => `replaceRegexpAll(${formula}, ${sqlText("\\s+")}, '')`;

/** SQL (UInt8): whether the text is a formula. */
export const isFormula = (formula: string): string =>
  `match(${compact(formula)}, ${sqlText(`^-?${term}([+-]${term})*$`)})`;

const parts =
  "([+-]?)(?:([0-9]+(?:\\.[0-9]+)?)\\*)?([a-z][a-z0-9_]*(?:\\.[a-z0-9_]+)?)(?::([a-z0-9_]+(?:=[A-Za-z0-9_|+-]+)?))?(?:@([0-9]{4}-[0-9]{2}-[0-9]{2}))?";

/** SQL: Array(Array(String)): of each term its sign, factor, measure, narrowing and day, each '' where not written. */
export const termsOf = (formula: string): string => `extractAllGroupsVertical(${compact(formula)}, ${sqlText(parts)})`;
