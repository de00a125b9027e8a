import dayjs from "dayjs";

/** A day of the calendar, YYYY-MM-DD; undefined for any other text. */
export function parseIsoDay(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = dayjs(text);
  // dayjs rolls 31 February over into March; such a date was never meant.
  return day.isValid() && day.format("YYYY-MM-DD") === text ? text : undefined;
}
