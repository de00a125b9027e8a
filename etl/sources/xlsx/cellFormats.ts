/** How a number of a cell is meant: as a day or time, as a code padded with zeros to a width, or as a number. */
export type CellFormat = "date" | "number" | { readonly zeros: number };

/** Numbers of the formats that Excel has built in and that show days or times, East Asian ones among them. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** A number format by its number and, where the workbook defines it, its code. */
export const cellFormatOf = (id: number, code: string | undefined): CellFormat => {
  if (code === undefined) return isBuiltInDate(id) ? "date" : "number";
  const bare = code.replace(/\[[^\]]*\]|"[^"]*"|\\.|_./g, "");
  if (/^0{2,}$/.test(bare)) return { zeros: bare.length };
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare) ? "date" : "number";
};

const daysTo1970 = 25_569;
const daysTo1904 = 1462;

/** A day count of Excel as ISO text: `2021-08-04`, or `2021-08-04 08:30:00` where it has a time. */
const dateText = (serial: number, is1904: boolean): string => {
  const seconds = Math.round((serial + (is1904 ? daysTo1904 : 0) - daysTo1970) * 86_400);
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return String(serial);
  return date
    .toISOString()
    .replace(/T00:00:00\.000Z$/, "")
    .replace("T", " ")
    .replace(/\.\d+Z$/, "");
};

/** A cell's number as the text that a source would have. */
export const numberText = (raw: string, format: CellFormat, is1904: boolean): string => {
  const value = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(value)) return raw;
  if (format === "date") return dateText(value, is1904);
  const text = String(value);
  if (format !== "number") return Number.isInteger(value) && value >= 0 ? text.padStart(format.zeros, "0") : text;
  // 12.345 as a number has a fraction; as text it reads 12,345. A further digit keeps it a fraction.
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
};
