import { UserError } from "@cubejs-backend/api-gateway";
import { z } from "zod";
import { type DateQuestion, dateRangeOf, type QueryFilter, type TimeDimension } from "./dateRange.ts";
import { encodePoints, periodPoints } from "./periodPoints.ts";

/** What the warehouse holds when a question comes. */
export interface DataState {
  /** Of the newest publication; 0 if there is none. */
  publicationNumber: number;
  /** First day of any change; undefined without data. */
  firstDay: string | undefined;
  /** Newest day that any source of events tells of; undefined without data. */
  newestDay: string | undefined;
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

const view = "vaccination";
const changes = "vaccination_changes";

const detailMembers = new Set(
  ["age_group", "sex", "vaccine_code", "vaccine_name", "dose_number", "facility_code", "facility_name"].map(
    (name) => `${view}.${name}`,
  ),
);
const communeMembers = new Set(
  [
    "then_district_code",
    "then_district_name",
    "then_commune_code",
    "then_commune_name",
    "now_commune_code",
    "now_commune_name",
    "area_mapping",
  ].map((name) => `${view}.${name}`),
);

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

/** The coarsest grain that knows every member: each holds the whole, so exactly one may be read. */
const grainOf = (members: readonly string[]): "province" | "commune" | "detail" => {
  if (members.some((member) => detailMembers.has(member))) return "detail";
  return members.some((member) => communeMembers.has(member)) ? "commune" : "province";
};

const equals = (name: string, value: string): QueryFilter => ({
  member: `${changes}.${name}`,
  operator: "equals",
  values: [value],
});

/** Last day asked for or of the data, whichever is earlier: a figure never claims a day the data does not reach. */
const pointsOf = ({ range, granularity }: DateQuestion, { firstDay, newestDay }: DataState): string => {
  if (newestDay === undefined) return encodePoints({ start: "1970-01-01", ends: [] });
  const first = firstDay ?? newestDay;
  const to = range.to !== undefined && range.to < newestDay ? range.to : newestDay;
  const from = range.from ?? first;
  // Buckets before the first change would be empty; counts "in the period" are the same without them.
  return encodePoints(periodPoints(granularity !== undefined && from < first ? first : from, to, granularity));
};

/**
 * What every query gets from the server: its points in time, its grain and what is published. Applied to each query, so
 * that no reader can do without; refuses what cannot be answered.
 * @throws UserError of Cube (status 400)
 */
export const rewriteQuery = (query: unknown, publicMembers: ReadonlySet<string>, data: DataState): QueryChange => {
  const asked = parseAsked(query);
  const names = membersOf(asked);
  assertPublic(names, publicMembers);
  const question = dateRangeOf(asked.timeDimensions, asked.filters, `${view}.date`);
  return {
    timeDimensions: question.timeDimensions,
    // Days have no time zone; relative ranges have been resolved in Viet Nam's before.
    timezone: "UTC",
    filters: [
      ...question.filters,
      equals("period", pointsOf(question, data)),
      equals("grain", grainOf(names)),
      equals("publication", String(data.publicationNumber)),
    ],
  };
};
