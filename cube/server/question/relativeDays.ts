import { addDays, type Day, endOfBucket, type Granularity, granularities } from "./periodPoints.ts";

/** The reader's time zone where none is named. */
export const homeTimezone = "Asia/Ho_Chi_Minh";

/** The day it is in a time zone, which words such as "yesterday" start from. Undefined for a time zone that there is not. */
export const todayIn = (timezone: string, now: Date): Day | undefined => {
  try {
    return new Intl.DateTimeFormat("en-CA", { timeZone: timezone }).format(now);
  } catch {
    return undefined;
  }
};

const startOfBucket = (day: Day, unit: Granularity): Day => {
  const month = Number(day.slice(5, 7));
  switch (unit) {
    case "day":
      return day;
    case "week":
      return addDays(endOfBucket(day, "week"), -6);
    case "month":
      return `${day.slice(0, 7)}-01`;
    case "quarter":
      return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, "0")}-01`;
    case "year":
      return `${day.slice(0, 4)}-01-01`;
  }
};

const monthsOf = { month: 1, quarter: 3, year: 12 } as const;

/** The same day of another month; its last day where that month is shorter. */
const addMonths = (day: Day, months: number): Day => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
};

const shift = (day: Day, count: number, unit: Granularity): Day => {
  if (unit === "day" || unit === "week") return addDays(day, count * (unit === "week" ? 7 : 1));
  return addMonths(day, count * monthsOf[unit]);
};

const units = granularities.join("|");
const single = new RegExp(`^(this|last|next) (${units})$`);
const several = new RegExp(`^(last|next) (\\d{1,3}) (${units})s?$`);
const ago = new RegExp(`^(\\d{1,4}) (${units})s? ago$`);
const isDay = /^\d{4}-\d{2}-\d{2}$/;

const unitOf = (text: string | undefined): Granularity => granularities.find((unit) => unit === text) ?? "day";

const pointOf = (text: string, today: Day): Day | undefined => {
  if (text === "now" || text === "today") return today;
  if (text === "yesterday") return addDays(today, -1);
  if (isDay.test(text)) return text;
  const back = ago.exec(text);
  return back === null ? undefined : shift(today, -Number(back[1]), unitOf(back[2]));
};

/** What relativeRange reads, for who wrote something else. */
export const relativeRanges =
  '"today", "yesterday", "this month", "last month", "last 7 days", "last 2 quarters", "from 7 days ago to now"';

/** First and last day of a range in words, as Cube takes them: "last month" is the whole month before; undefined for other words. */
export const relativeRange = (words: string, today: Day): [Day, Day] | undefined => {
  const text = words.toLowerCase().trim().replace(/\s+/g, " ");
  const point = pointOf(text, today);
  if (point !== undefined) return [point, point];
  const one = single.exec(text);
  if (one !== null) {
    const unit = unitOf(one[2]);
    const day = shift(today, one[1] === "last" ? -1 : one[1] === "next" ? 1 : 0, unit);
    return [startOfBucket(day, unit), endOfBucket(day, unit)];
  }
  const many = several.exec(text);
  if (many !== null) {
    const unit = unitOf(many[3]);
    const [near, far] = many[1] === "last" ? [-1, -Number(many[2])] : [1, Number(many[2])];
    const days = [shift(today, near, unit), shift(today, far, unit)].sort();
    return [startOfBucket(days[0] ?? today, unit), endOfBucket(days[1] ?? today, unit)];
  }
  const span = /^from (.{1,40}) to (.{1,40})$/.exec(text);
  const [from, to] = [span?.[1], span?.[2]].map((part) => (part === undefined ? undefined : pointOf(part, today)));
  return from === undefined || to === undefined ? undefined : [from, to];
};
