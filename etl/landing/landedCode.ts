/** What programs write where a column has nothing: databases and spreadsheets that export text. */
const nothing = ["NULL", "(null)", "NaN", "nan", "#N/A", "#REF!", "#VALUE!", "#NAME?"];

/** SQL: the text of a code as it is landed; '' for a word that stands for none, as which all rows would have the same code. */
export const landedCode = (text: string): string =>
  `if(${text} IN (${nothing.map((word) => `'${word}'`).join(", ")}), '', ${text})`;

/** SQL: a spreadsheet wrote a code of digits as a number, 8.93E+11: most of its digits are lost, and other codes look the same. */
export const isShortened = (text: string): string =>
  `(position(${text}, 'E+') > 0 AND match(${text}, '^[0-9]([.,][0-9]+)?E[+][0-9]+$'))`;
