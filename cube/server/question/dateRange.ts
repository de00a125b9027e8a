import { latestDay } from "../../../warehouse/validity.ts";
import { addDays, type Day, type Granularity, granularities } from "./periodPoints.ts";
import { QuestionError } from "./QuestionError.ts";

/** Cube's normalised filter: a leaf, or a group. */
export interface QueryFilter {
  member?: string | undefined;
  dimension?: string | undefined;
  operator?: string | undefined;
  values?: unknown[] | undefined;
  and?: QueryFilter[] | undefined;
  or?: QueryFilter[] | undefined;
  /** Where it stands in the question: "filters[0]". */
  at?: string | undefined;
}

/** As Cube takes it. */
export const withoutPlaces = ({ at: _, ...filter }: QueryFilter): QueryFilter => {
  if (filter.and) return { and: filter.and.map(withoutPlaces) };
  return filter.or ? { or: filter.or.map(withoutPlaces) } : filter;
};

export interface TimeDimension {
  dimension: string;
  granularity?: string | null | undefined;
  dateRange?: unknown;
  /** Where it stands in the question: "timeDimensions[0]". */
  at?: string | undefined;
}

/** First and last day asked for; undefined where open. */
export interface Range {
  from?: Day | undefined;
  to?: Day | undefined;
}

const intersect = (a: Range, b: Range): Range => ({
  from: a.from === undefined || (b.from !== undefined && b.from > a.from) ? b.from : a.from,
  to: a.to === undefined || (b.to !== undefined && b.to < a.to) ? b.to : a.to,
});

/** Days that the warehouse can hold: those of ClickHouse's Date. */
const firstOfAll = "1970-01-01";
const writtenDay = /^(\d{4}-\d{2}-\d{2})(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?)?$/;

/** Whether a text is a day of the calendar that the warehouse can hold. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text) &&
  text >= firstOfAll &&
  text <= latestDay;

/** @throws QuestionError for what is no day of the calendar, or has an impossible time or a time zone of its own */
export const dayOf = (value: unknown, field: string): Day => {
  const day = typeof value === "string" ? writtenDay.exec(value)?.[1] : undefined;
  if (day !== undefined && isDay(day)) return day;
  throw new QuestionError({
    field,
    message: `${JSON.stringify(value)} is not a day.`,
    fix: `write a day of the calendar from ${firstOfAll} to ${latestDay} as "2022-06-30"`,
  });
};

/** One or two days. @throws QuestionError also where the second is before the first */
export const rangeOfValues = (values: unknown, field: string): { from: Day; to: Day } => {
  if (!Array.isArray(values) || values.length === 0 || values.length > 2) {
    throw new QuestionError({
      field,
      message: "This is not a range of days.",
      fix: 'write the first and the last day, ["2022-01-01", "2022-06-30"]',
    });
  }
  const from = dayOf(values[0], field);
  return { from, to: values.length === 1 ? from : dayOf(values[1], field) };
};

const dateOperators = "inDateRange, onTheDate, beforeDate, beforeOrOnDate, afterDate, afterOrOnDate";

const rangeOfFilter = ({ member, operator, values = [], at }: QueryFilter): Range => {
  const field = at === undefined ? "filters" : `${at}.values`;
  const [value, ...more] = values;
  const oneDay = (): Day => {
    if (more.length === 0) return dayOf(value, field);
    throw new QuestionError({
      field,
      message: `A filter on ${member} takes one day with ${operator}.`,
      fix: "use inDateRange for a range, or a granularity for several days",
    });
  };
  switch (operator) {
    case "inDateRange":
    // Cube writes one day as its beginning and its end.
    case "onTheDate":
      return rangeOfValues(values, field);
    case "equals":
      return { from: oneDay(), to: oneDay() };
    case "beforeDate":
      return { to: addDays(oneDay(), -1) };
    case "beforeOrOnDate":
      return { to: oneDay() };
    case "afterDate":
      return { from: addDays(oneDay(), 1) };
    case "afterOrOnDate":
      return { from: oneDay() };
    case "set":
      return {};
    default:
      throw new QuestionError({
        field: at === undefined ? "filters" : `${at}.operator`,
        message: `The operator ${operator} is not offered for ${member}.`,
        fix: `use ${dateOperators}`,
      });
  }
};

/** Takes the date filters out of "and" groups; inside "or" a state would have no single day. */
const splitDateFilters = (filters: readonly QueryFilter[], date: string): { range: Range; rest: QueryFilter[] } => {
  let range: Range = {};
  const rest: QueryFilter[] = [];
  const mentionsDate = (filter: QueryFilter): boolean =>
    (filter.member ?? filter.dimension) === date || [...(filter.and ?? []), ...(filter.or ?? [])].some(mentionsDate);
  for (const filter of filters) {
    if (filter.or?.some(mentionsDate)) {
      throw new QuestionError({
        field: filter.at ?? "filters",
        message: `A filter on ${date} cannot stand inside "or": a state has one day.`,
        fix: "ask one query for each range",
      });
    }
    if (filter.and) {
      const inner = splitDateFilters(filter.and, date);
      range = intersect(range, inner.range);
      if (inner.rest.length > 0) rest.push({ and: inner.rest });
    } else if (mentionsDate(filter)) {
      range = intersect(range, rangeOfFilter(filter));
    } else {
      rest.push(filter);
    }
  }
  return { range, rest };
};

const granularityOf = (times: readonly TimeDimension[]): Granularity | undefined => {
  const asked = [...new Set(times.flatMap((time) => (time.granularity ? [time.granularity] : [])))];
  const [name] = asked;
  if (name === undefined) return undefined;
  const known = granularities.find((each) => each === name);
  if (known !== undefined && asked.length === 1) return known;
  const at = times.find(({ granularity }) => granularity === asked[asked.length - 1])?.at ?? "timeDimensions";
  throw new QuestionError(
    known === undefined
      ? {
          field: `${at}.granularity`,
          message: `The granularity ${name} is not offered.`,
          fix: `use ${granularities.join(", ")}`,
        }
      : {
          field: `${at}.granularity`,
          message: `One granularity at a time; ${asked.join(" and ")} need a query each.`,
          fix: "ask one query for each granularity",
        },
  );
};

export interface DateQuestion {
  range: Range;
  granularity: Granularity | undefined;
  /** As asked, in whole days. */
  timeDimensions: TimeDimension[];
  /** Without those on the date. */
  filters: QueryFilter[];
}

/** What a query asks of the date, from its time dimensions and filters together. */
export const dateRangeOf = (
  times: readonly TimeDimension[],
  filters: readonly QueryFilter[],
  date: string,
): DateQuestion => {
  const { range: filtered, rest } = splitDateFilters(filters, date);
  let range = filtered;
  const timeDimensions = times.map((time) => {
    const { at = "timeDimensions", ...asks } = time;
    if (time.dimension !== date) {
      throw new QuestionError({
        field: `${at}.dimension`,
        message: `${time.dimension} is not the day of the figures.`,
        fix: `use ${date}`,
      });
    }
    if (time.dateRange === undefined || time.dateRange === null) return asks;
    const asked = rangeOfValues(time.dateRange, `${at}.dateRange`);
    range = intersect(range, asked);
    return { ...asks, dateRange: [`${asked.from}T00:00:00.000`, `${asked.to}T23:59:59.999`] };
  });
  return { range, granularity: granularityOf(times), timeDimensions, filters: rest };
};
