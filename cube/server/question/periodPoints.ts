import { QuestionError } from "./QuestionError.ts";

/** A calendar day, YYYY-MM-DD. */
export type Day = string;
export const granularities = ["day", "week", "month", "quarter", "year"] as const;
export type Granularity = (typeof granularities)[number];

/** More points than this in one query are neither readable nor cheap: about three years of days. */
export const maxPoints = 1200;

const dayMilliseconds = 86_400_000;
const parse = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const format = (time: number): Day => new Date(time).toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => format(parse(day) + days * dayMilliseconds);

/** Last day of the bucket that `day` lies in. Weeks begin on Monday. */
export const endOfBucket = (day: Day, granularity: Granularity): Day => {
  const date = new Date(parse(day));
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (granularity) {
    case "day":
      return day;
    case "week":
      return addDays(day, (7 - date.getUTCDay()) % 7);
    case "month":
      return format(Date.UTC(year, month + 1, 0));
    case "quarter":
      return format(Date.UTC(year, month - (month % 3) + 3, 0));
    case "year":
      return format(Date.UTC(year, 12, 0));
  }
};

/**
 * The points in time that a question is about: the first day, then the last day of each point, each point beginning the day
 * after the one before. No ends: nothing can be said.
 */
export interface Points {
  start: Day;
  ends: Day[];
}

/** `to` is the last day asked for or of the data, whichever is earlier. */
export const periodPoints = (from: Day, to: Day, granularity: Granularity | undefined): Points => {
  if (from > to) return { start: from, ends: [] };
  if (granularity === undefined) return { start: from, ends: [to] };
  const ends: Day[] = [];
  for (let day = from; day <= to; day = addDays(ends[ends.length - 1] ?? to, 1)) {
    const end = endOfBucket(day, granularity);
    ends.push(end < to ? end : to);
    if (ends.length > maxPoints) {
      throw new QuestionError({
        field: "timeDimensions",
        message: `From ${from} to ${to} by ${granularity} is more than ${maxPoints} points.`,
        fix: "choose a coarser granularity or a shorter range",
      });
    }
  }
  return { start: from, ends };
};

/** As the model's SQL reads it. */
export const encodePoints = ({ start, ends }: Points): string => [start, ...ends].join(",");
