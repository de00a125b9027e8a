import dayjs from "dayjs";

/** A day as people write it, dd/mm/yyyy (also with dots or dashes), as YYYY-MM-DD; null if there is no such day. */
export function parseDay(text: string): string | null {
  const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  if (!match) return null;
  const [, day = "", month = "", year = ""] = match;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const parsed = dayjs(iso);
  return parsed.isValid() && parsed.format("YYYY-MM-DD") === iso ? iso : null;
}
