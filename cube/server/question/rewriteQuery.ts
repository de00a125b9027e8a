import { UserError } from "@cubejs-backend/api-gateway";
import { z } from "zod";
import { type DateQuestion, dateRangeOf, type QueryFilter, type TimeDimension } from "./dateRange.ts";
import { loadsKnownAt, type Publication, splitKnownOn } from "./knownPublications.ts";
import { type Day, encodePoints, type Points, periodPoints } from "./periodPoints.ts";
import { type ViewQuestion, type ViewSource, views } from "./views.ts";

/** What the warehouse holds when a question comes. */
export interface DataState {
  /** Of the newest publication; 0 if there is none. */
  publicationNumber: number;
  /** Every publication that is shown, in the order of publication. */
  history: readonly Publication[];
  /** First day of any change in the vaccination rollup; undefined without data. */
  firstDay: string | undefined;
  /** Last day of any change in the vaccination rollup. */
  lastDay: string | undefined;
}

const filterSchema: z.ZodType<QueryFilter> = z.lazy(() =>
  z.object({
    member: z.string().optional(),
    dimension: z.string().optional(),
    operator: z.string().optional(),
    values: z.array(z.unknown()).optional(),
    and: z.array(filterSchema).optional(),
    or: z.array(filterSchema).optional(),
  }),
);
const members = z
  .array(z.string("name a member, for example vaccination.doses_recorded"))
  .nullish()
  .transform((names) => names ?? []);
const notOffered = z.array(z.never("is not offered")).nullish();

/** The part of Cube's normalised query that matters here. */
const askedQuery = z.object({
  measures: members,
  dimensions: members,
  timeDimensions: z
    .array(z.object({ dimension: z.string(), granularity: z.string().nullish(), dateRange: z.unknown().optional() }))
    .nullish()
    .transform((times) => times ?? []),
  filters: z
    .array(filterSchema)
    .nullish()
    .transform((filters) => filters ?? []),
  segments: notOffered,
  // These would let a reader bring SQL along.
  subqueryJoins: notOffered,
  joinHints: notOffered,
  ungrouped: z.literal(false, "rows are changes of counts, not records: ungrouped queries are not offered").nullish(),
});
type AskedQuery = z.infer<typeof askedQuery>;

const parseAsked = (query: unknown): AskedQuery => {
  const parsed = askedQuery.safeParse(query);
  if (parsed.success) return parsed.data;
  throw new UserError(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "));
};

/** What the server changes in a query. */
export interface QueryChange {
  timeDimensions: TimeDimension[];
  timezone: "UTC";
  filters: QueryFilter[];
}

const membersOfFilters = (filters: readonly QueryFilter[]): string[] =>
  filters.flatMap((filter) => {
    if (filter.and || filter.or) return membersOfFilters([...(filter.and ?? []), ...(filter.or ?? [])]);
    const member = filter.member ?? filter.dimension;
    return member === undefined ? [] : [member];
  });

const membersOf = (query: AskedQuery): string[] => [
  ...query.measures,
  ...query.dimensions,
  ...query.timeDimensions.map((time) => time.dimension),
  ...membersOfFilters(query.filters),
];

const assertPublic = (names: readonly string[], publicMembers: ReadonlySet<string>): void => {
  for (const name of names) {
    if (!publicMembers.has(name)) {
      throw new UserError(`There is no member ${name}; the members are listed at /cubejs-api/v1/meta.`);
    }
  }
};

const viewOf = (members: readonly string[]): { view: string; source: ViewSource } => {
  const names = [...new Set(members.map((member) => member.slice(0, member.indexOf("."))))];
  const [view, another] = names;
  if (another !== undefined) throw new UserError(`One view at a time; ${names.join(" and ")} need a query each.`);
  const source = view === undefined ? undefined : views[view];
  if (view === undefined || source === undefined) throw new UserError("Name at least one measure or dimension.");
  return { view, source };
};

/** First and newest day that a view's facts tell of, as known at a publication. */
const daysOf = (
  { jobs, newestDay }: ViewSource,
  isRollup: boolean,
  publicationNumber: number,
  data: DataState,
): { firstDay: Day | undefined; newestDay: Day | undefined } => {
  const loads = loadsKnownAt(data.history, publicationNumber, jobs);
  const ends = loads
    .flatMap(({ lastDate, filesOf }) => (newestDay === "files" ? filesOf : undefined) ?? lastDate ?? [])
    .sort();
  const starts = loads.flatMap(({ firstDate }) => firstDate ?? []).sort();
  return {
    firstDay: isRollup ? data.firstDay : starts[0],
    newestDay: ends[ends.length - 1] ?? (isRollup ? data.lastDay : undefined),
  };
};

/** Last day asked for or of the data, whichever is earlier: a figure never claims a day the data does not reach. */
const pointsOf = ({ range, granularity }: DateQuestion, { firstDay, newestDay }: ReturnType<typeof daysOf>): Points => {
  if (newestDay === undefined) return { start: "1970-01-01", ends: [] };
  const first = firstDay ?? newestDay;
  const to = range.to !== undefined && range.to < newestDay ? range.to : newestDay;
  const from = range.from ?? first;
  // Buckets before the first change would be empty; counts "in the period" are the same without them.
  return periodPoints(granularity !== undefined && from < first ? first : from, to, granularity);
};

export interface RewrittenQuery {
  readonly change: QueryChange;
  readonly question: ViewQuestion;
}

/**
 * What every query gets from the server: its points in time, what was known when, and what its view needs besides. Applied to
 * each query, so that no reader can do without; refuses what cannot be answered.
 * @throws UserError of Cube (status 400)
 */
export const rewriteQuery = (query: unknown, publicMembers: ReadonlySet<string>, data: DataState): RewrittenQuery => {
  const asked = parseAsked(query);
  const members = membersOf(asked);
  assertPublic(members, publicMembers);
  const { view, source } = viewOf(members);
  const known = splitKnownOn(asked.filters, `${view}.as_known_on`, data.history, data.publicationNumber);
  const date = dateRangeOf(asked.timeDimensions, known.rest, `${view}.date`);
  const points = pointsOf(date, daysOf(source, view === "vaccination", known.publicationNumber, data));
  const hidden = {
    period: encodePoints(points),
    publication: String(known.publicationNumber),
    ...source.hidden?.(members),
  };
  return {
    change: {
      timeDimensions: date.timeDimensions,
      // Days have no time zone; relative ranges have been resolved in Viet Nam's before.
      timezone: "UTC",
      filters: [
        ...date.filters,
        ...Object.entries(hidden).map(([name, value]) => ({
          member: `${source.cube}.${name}`,
          operator: "equals",
          values: [value],
        })),
      ],
    },
    question: { view, publicationNumber: known.publicationNumber, points, members },
  };
};
