import { isDay, type QueryFilter } from "./dateRange.ts";
import type { Day } from "./periodPoints.ts";
import { QuestionError } from "./QuestionError.ts";

/** One row of ops.publications, as far as it is shown. */
export interface Publication {
  readonly number: number;
  readonly job: string;
  readonly batchCode: string;
  readonly loadId: number;
  readonly isWithdrawal: boolean;
  /** Day in Viet Nam. */
  readonly publishedOn: Day;
  readonly firstDate: Day | undefined;
  readonly lastDate: Day | undefined;
  /** Day that its files are of; undefined where that is not known. */
  readonly filesOf?: Day | undefined;
}

/** What each batch of these jobs held at a publication, the newest of a batch counting. */
export const loadsKnownAt = (
  history: readonly Publication[],
  publicationNumber: number,
  jobs: readonly string[],
): Publication[] => {
  const batches = new Map<string, Publication>();
  for (const publication of history) {
    if (publication.number > publicationNumber || !jobs.includes(publication.job)) continue;
    batches.set(`${publication.job} ${publication.batchCode}`, publication);
  }
  return [...batches.values()].filter(({ isWithdrawal }) => !isWithdrawal);
};

const publicationOf = (value: unknown, field: string, history: readonly Publication[], newest: number): number => {
  const text = typeof value === "string" ? value : "";
  const named = /^p(\d{1,15})$/.exec(text)?.[1];
  if (named !== undefined) {
    if (Number(named) <= newest) return Number(named);
    const message = `There is no publication ${text} yet.`;
    throw new QuestionError({ field, message, fix: `name one up to p${newest}, or a day` });
  }
  const day = text.slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}(?:T00:00:00\.000)?$/.test(text) || !isDay(day)) {
    throw new QuestionError({
      field,
      message: `${JSON.stringify(value)} is neither a day nor a publication.`,
      fix: 'write a day of the calendar, "2022-06-30", or a publication, "p57"',
    });
  }
  // A publication that is not shown (of the other data set) may have a higher number: the newest of all holds today.
  const later = history.filter(({ publishedOn }) => publishedOn > day);
  if (later.length === 0) return newest;
  return Math.min(...later.map(({ number }) => number)) - 1;
};

/**
 * Takes the filter on `as_known_on` out of a query's filters and says which publication it means; the newest without one.
 * @throws QuestionError where it is not one day or publication that everything is known on
 */
export const splitKnownOn = (
  filters: readonly QueryFilter[],
  member: string,
  history: readonly Publication[],
  newest: number,
): { publicationNumber: number; rest: QueryFilter[] } => {
  let publicationNumber: number | undefined;
  const mentions = (filter: QueryFilter): boolean =>
    (filter.member ?? filter.dimension) === member || [...(filter.and ?? []), ...(filter.or ?? [])].some(mentions);
  const split = (each: readonly QueryFilter[]): QueryFilter[] =>
    each.flatMap((filter) => {
      const { at = "filters", operator, values } = filter;
      if (!mentions(filter)) return [filter];
      if (filter.or) {
        throw new QuestionError({
          field: at,
          message: `A filter on ${member} cannot stand inside "or": everything is told as known at one time.`,
          fix: "ask one query for each day",
        });
      }
      if (filter.and) return [{ ...filter, and: split(filter.and) }].filter(({ and }) => and.length > 0);
      if (operator !== "equals" || values?.length !== 1 || publicationNumber !== undefined) {
        throw new QuestionError({
          field: at,
          message: `${member} takes one day or publication, with the operator equals.`,
          fix: `write {"member": "${member}", "operator": "equals", "values": ["2022-06-30"]} once`,
        });
      }
      publicationNumber = publicationOf(values[0], `${at}.values`, history, newest);
      return [];
    });
  const rest = split(filters);
  return { publicationNumber: publicationNumber ?? newest, rest };
};
