import { UserError } from "@cubejs-backend/api-gateway";
import type { QueryFilter } from "./dateRange.ts";
import type { Day } from "./periodPoints.ts";

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

const publicationOf = (value: unknown, history: readonly Publication[], newest: number): number => {
  const text = typeof value === "string" ? value : "";
  const named = /^p(\d{1,15})$/.exec(text)?.[1];
  if (named !== undefined) {
    if (Number(named) > newest) throw new UserError(`There is no publication ${text} yet; the newest is p${newest}.`);
    return Number(named);
  }
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  if (day === undefined) {
    throw new UserError(
      `${JSON.stringify(value)} is neither a day (2022-06-30) nor a publication (p57) for as_known_on.`,
    );
  }
  // A publication that is not shown (of the other data set) may have a higher number: the newest of all holds today.
  const later = history.filter(({ publishedOn }) => publishedOn > day);
  if (later.length === 0) return newest;
  return Math.min(...later.map(({ number }) => number)) - 1;
};

/**
 * Takes the filter on `as_known_on` out of a query's filters and says which publication it means; the newest without one.
 * @throws UserError of Cube where it is not one day or publication that everything is known on
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
      if (!mentions(filter)) return [filter];
      if (filter.or) throw new UserError(`A filter on ${member} cannot stand inside "or".`);
      if (filter.and) return [{ and: split(filter.and) }].filter(({ and }) => and.length > 0);
      if (filter.operator !== "equals" || filter.values?.length !== 1 || publicationNumber !== undefined) {
        throw new UserError(`${member} takes one day or publication, with the operator equals.`);
      }
      publicationNumber = publicationOf(filter.values[0], history, newest);
      return [];
    });
  const rest = split(filters);
  return { publicationNumber: publicationNumber ?? newest, rest };
};
