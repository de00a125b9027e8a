/** SQL: a text without its percent sign and surrounding spaces. */
const bare = (text: string): string => `trimBoth(replaceAll(replaceAll(${text}, '%', ''), '\\xc2\\xa0', ' '))`;

const ambiguous = "^[1-9][0-9]{0,2}([.,][0-9]{3})+([.,][0-9]+)?$";

/** SQL: whether point or comma may part thousands or begin a fraction, and the column does not show which (see settleNumbers.ts). */
export const isValueAmbiguous = (text: string): string => `match(${bare(text)}, '${ambiguous}')`;

/** SQL: the number (Float64) that a text means: 95, 0,95, 0.95, "1 234", 1234,5; NaN for an empty, an ambiguous or any other text. */
const decimalOf = (text: string): string =>
  `multiIf(
    match(${text}, '${ambiguous}'), nan,
    match(${text}, '^([1-9][0-9]{0,2}( [0-9]{3})+|[0-9]+)([.,][0-9]+)?$'),
      toFloat64OrDefault(replaceOne(replaceAll(${text}, ' ', ''), ',', '.'), nan),
    nan)`;

/**
 * SQL: the value (Float64) of a target, NaN for none. Of a rate, a number with a percent sign or above 1 is in percent: 100 %, 95
 * and 0,95 are rates from 0 to 1. Of anything else a percent sign is no number.
 */
export const targetValueOf = (text: string, isRate: string): string => {
  const number = decimalOf(bare(text));
  const isPercent = `position(${text}, '%') > 0`;
  return `multiIf(NOT (${isRate}), if(${isPercent}, nan, ${number}), ${isPercent} OR ${number} > 1, ${number} / 100, ${number})`;
};
