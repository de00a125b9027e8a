/** The month (YYYY-MM) that a text of a form means: 2026-10, 10/2026, "tháng 10 năm 2026", or a day of it. Undefined: none is read. */
export const monthIn = (text: string): string | undefined => {
  const found =
    /^(?<year>\d{4})[./-]?(?<month>\d{1,2})(?:[./-]\d{1,2})?(?:[ T].*)?$/.exec(text.trim()) ??
    /^(?:\d{1,2}[./-])?(?<month>\d{1,2})[./-](?<year>\d{4})$/.exec(text.trim()) ??
    /^\D*(?<month>\d{1,2})\D+(?<year>\d{4})$/.exec(text.trim());
  const { year, month } = found?.groups ?? {};
  return year === undefined || month === undefined ? undefined : `${year}-${month.padStart(2, "0")}`;
};
