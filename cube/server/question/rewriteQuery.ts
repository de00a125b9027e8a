import { z } from "zod";
import { expandedView } from "../../expand/readModel.ts";
import { type DateQuestion, dateRangeOf, type QueryFilter, type TimeDimension, withoutPlaces } from "./dateRange.ts";
import { heldValues } from "./heldValues.ts";
import { hiddenMembers } from "./hiddenMembers.ts";
import { loadsKnownAt, type Publication, splitKnownOn } from "./knownPublications.ts";
import { type Member, type MemberCatalogue, memberNamed, viewOfMember } from "./memberCatalogue.ts";
import { type Day, encodePoints, type Points, periodPoints } from "./periodPoints.ts";
import { QuestionError } from "./QuestionError.ts";
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
    at: z.string().optional(),
  }),
);
const members = z
  .array(z.string("name a member, for example vaccination.doses_recorded"))
  .nullish()
  .transform((names) => names ?? []);
const notOffered = z.array(z.never("is not offered")).nullish();

/** The part that matters here of Cube's normalised query, or of a parsed question (parseQuestion.ts), which is narrower. */
const askedQuery = z.object({
  measures: members,
  dimensions: members,
  timeDimensions: z
    .array(
      z.object({
        ...{ dimension: z.string(), granularity: z.string().nullish(), dateRange: z.unknown().optional() },
        at: z.string().optional(),
      }),
    )
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
  throw new QuestionError(
    ...parsed.error.issues.map(({ path, message }) => ({ field: path.join("."), message, fix: "see docs/metrics.md" })),
  );
};

/** What the server changes in a query. */
export interface QueryChange {
  timeDimensions: TimeDimension[];
  timezone: "UTC";
  filters: QueryFilter[];
}

/** A member that a query names, and where. */
interface Named {
  readonly name: string;
  readonly field: string;
}

const membersOfFilters = (filters: readonly QueryFilter[]): Named[] =>
  filters.flatMap((filter) => {
    if (filter.and || filter.or) return membersOfFilters([...(filter.and ?? []), ...(filter.or ?? [])]);
    const name = filter.member ?? filter.dimension;
    return name === undefined ? [] : [{ name, field: `${filter.at ?? "filters"}.member` }];
  });

const membersOf = (query: AskedQuery): Named[] => [
  ...query.measures.map((name, index) => ({ name, field: `measures[${index}]` })),
  ...query.dimensions.map((name, index) => ({ name, field: `dimensions[${index}]` })),
  ...query.timeDimensions.map(({ dimension, at = "timeDimensions" }) => ({
    name: dimension,
    field: `${at}.dimension`,
  })),
  ...membersOfFilters(query.filters),
];

const viewOf = (members: readonly Named[]): { view: string; source: ViewSource } => {
  const view = viewOfMember(members[0]?.name ?? "");
  const another = members.find(({ name }) => viewOfMember(name) !== view);
  if (another !== undefined) {
    throw new QuestionError({
      field: another.field,
      message: `One view at a time; ${view} and ${viewOfMember(another.name)} need a query each.`,
      fix: `name members of ${view} only, or ask ${viewOfMember(another.name)} in a query of its own`,
    });
  }
  const source = views[view];
  if (source === undefined) {
    const message = "The question names no measure or dimension.";
    throw new QuestionError({ field: "measures", message, fix: "name at least one measure or dimension" });
  }
  return { view, source };
};

/** Every condition that must hold by itself: groups of "and" taken apart. */
const takenApart = (filters: readonly QueryFilter[]): QueryFilter[] =>
  filters.flatMap((filter) => (filter.and ? takenApart(filter.and) : [filter]));

/**
 * The conditions as one group on dimensions and one on measures, as SQL's WHERE and HAVING. For each filter that stands by itself Cube
 * goes through all members of a query again, at every place where the model's SQL takes a filter: two thousand of them took it half
 * an hour. For a group it does not, and writes the same SQL.
 */
const grouped = (filters: readonly QueryFilter[], members: MemberCatalogue): QueryFilter[] => {
  const sides: Record<Member["kind"], QueryFilter[]> = { dimension: [], measure: [] };
  for (const filter of takenApart(filters)) {
    const kinds = membersOfFilters([filter]).map(({ name, field }) => memberNamed(name, field, members).kind);
    const [kind = "dimension"] = kinds;
    if (kinds.some((each) => each !== kind)) {
      throw new QuestionError({
        field: filter.at ?? "filters",
        message:
          'A measure and a dimension cannot stand in one "or": one is about groups of rows, the other about rows.',
        fix: "ask one query for each",
      });
    }
    sides[kind].push(withoutPlaces(filter));
  }
  return [sides.dimension, sides.measure].filter((side) => side.length > 0).map((and) => ({ and }));
};

/** First and newest day of a view's facts, as known at a publication. */
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

/** The points that end on these days, as far as a question's range and the data reach. */
const pointsAt = ({ start, ends: [last] }: Points, days: readonly Day[]): Points => ({
  start,
  ends: [...new Set(days)].sort().filter((day) => last !== undefined && day >= start && day <= last),
});

export interface RewrittenQuery {
  readonly change: QueryChange;
  readonly question: ViewQuestion;
}

/**
 * What every query gets from the server: its points in time, what was known when, and what its view needs besides. Applied to
 * each query, so that no reader can do without; refuses what cannot be answered. `days` are points in time for a query of states
 * without a granularity, in the place of the end of its range.
 * @throws QuestionError (status 400)
 */
export const rewriteQuery = (
  query: unknown,
  publicMembers: MemberCatalogue,
  data: DataState,
  days?: readonly Day[],
): RewrittenQuery => {
  const asked = parseAsked(query);
  const named = membersOf(asked);
  for (const { name, field } of named) memberNamed(name, field, publicMembers);
  const { view, source } = viewOf(named);
  const members = named.map(({ name }) => name);
  const known = splitKnownOn(asked.filters, `${view}.as_known_on`, data.history, data.publicationNumber);
  const date = dateRangeOf(asked.timeDimensions, known.rest, `${view}.date`);
  const range = pointsOf(date, daysOf(source, view === "vaccination", known.publicationNumber, data));
  const points = days === undefined ? range : pointsAt(range, days);
  const expanded = expandedView(view);
  const given = (name: string, value: string): QueryFilter => ({
    ...{ member: `${expanded.cube}.${name}`, operator: "equals", values: [value] },
  });
  const hidden = { publication: String(known.publicationNumber), ...hiddenMembers(expanded, members) };
  return {
    change: {
      timeDimensions: date.timeDimensions,
      // Days have no time zone; relative ranges have been resolved in Viet Nam's before.
      timezone: "UTC",
      filters: [
        ...grouped(date.filters, publicMembers),
        // By itself, for Cube to see which members of the view those of its cube are: it looks only here.
        given("period", encodePoints(points)),
        { and: Object.entries(hidden).map(([name, value]) => given(name, value)) },
      ],
    },
    question: { view, publicationNumber: known.publicationNumber, points, members, held: heldValues(known.rest) },
  };
};
