import { UserError } from "@cubejs-backend/api-gateway";
import { addDays, type Day, type Granularity, granularities } from "./periodPoints.ts";

/** Cube's normalised filter: a leaf, or a group. */
export interface QueryFilter {
  member?: string | undefined;
  dimension?: string | undefined;
  operator?: string | undefined;
  values?: unknown[] | undefined;
  and?: QueryFilter[] | undefined;
  or?: QueryFilter[] | undefined;
}

export interface TimeDimension {
  dimension: string;
  granularity?: string | null | undefined;
  dateRange?: unknown;
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

const dayOf = (value: unknown): Day => {
  const text = typeof value === "string" ? /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] : undefined;
  if (text === undefined || Number.isNaN(Date.parse(text)) || new Date(text).toISOString().slice(0, 10) !== text) {
    throw new UserError(`${JSON.stringify(value)} is not a day; write it as 2022-06-30.`);
  }
  return text;
};

const rangeOfValues = (values: unknown): Range => {
  if (!Array.isArray(values) || values.length === 0 || values.length > 2) {
    throw new UserError(`${JSON.stringify(values)} is not a range of days; write it as ["2022-01-01", "2022-06-30"].`);
  }
  return { from: dayOf(values[0]), to: dayOf(values[1] ?? values[0]) };
};

const rangeOfFilter = ({ member, operator, values = [] }: QueryFilter): Range => {
  switch (operator) {
    case "inDateRange":
    case "onTheDate":
      return rangeOfValues(values);
    case "equals": {
      const [day, ...more] = values;
      if (more.length > 0) throw new UserError(`A filter on ${member} takes one day; use a granularity for several.`);
      return { from: dayOf(day), to: dayOf(day) };
    }
    case "beforeDate":
      return { to: addDays(dayOf(values[0]), -1) };
    case "beforeOrOnDate":
      return { to: dayOf(values[0]) };
    case "afterDate":
      return { from: addDays(dayOf(values[0]), 1) };
    case "afterOrOnDate":
      return { from: dayOf(values[0]) };
    case "set":
      return {};
    default:
      throw new UserError(
        `The operator ${operator} is not offered for ${member}; use inDateRange, onTheDate, beforeDate, beforeOrOnDate, afterDate or afterOrOnDate.`,
      );
  }
};

/** Takes the date filters out of "and" groups; inside "or" a state would have no single day. */
const splitDateFilters = (filters: readonly QueryFilter[], date: string): { range: Range; rest: QueryFilter[] } => {
  let range: Range = {};
  const rest: QueryFilter[] = [];
  const mentionsDate = (filter: QueryFilter): boolean =>
    (filter.member ?? filter.dimension) === date || [...(filter.and ?? []), ...(filter.or ?? [])].some(mentionsDate);
  for (const filter of filters) {
    if (filter.or?.some(mentionsDate)) throw new UserError(`A filter on ${date} cannot stand inside "or".`);
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
  if (asked.length > 1) throw new UserError(`One granularity at a time; ${asked.join(" and ")} need a query each.`);
  if (asked[0] === undefined) return undefined;
  const known = granularities.find((name) => name === asked[0]);
  if (known === undefined)
    throw new UserError(`The granularity ${asked[0]} is not offered; use ${granularities.join(", ")}.`);
  return known;
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
    if (time.dimension !== date) throw new UserError(`${time.dimension} is not a date; use ${date}.`);
    if (time.dateRange === undefined || time.dateRange === null) return time;
    const asked = rangeOfValues(time.dateRange);
    range = intersect(range, asked);
    return { ...time, dateRange: [`${asked.from}T00:00:00.000`, `${asked.to}T23:59:59.999`] };
  });
  return { range, granularity: granularityOf(times), timeDimensions, filters: rest };
};
