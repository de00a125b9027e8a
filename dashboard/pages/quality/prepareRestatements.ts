import type { Restatements } from "../../data/fetchLedger.ts";
import { asNumber } from "../../data/readValue.ts";

export interface Restatement {
  code: string;
  /** Null for a unit that no list knows. */
  name: string | null;
  before: number | null;
  after: number | null;
  /** Null where the figure came or went: there is nothing to subtract. */
  difference: number | null;
  /** The figure was not told before: it was published, not restated. */
  isFirst: boolean;
  /** The files that changed it, in the order of their publication. */
  files: { publication: number; publishedAt: string; names: string[] }[];
}

/** What was restated, the largest change for its size first; figures told for the first time come last. */
export function prepareRestatements({ restatements }: Restatements): Restatement[] {
  const weight = ({ before, difference }: Restatement) =>
    difference === null || before === null
      ? Number.POSITIVE_INFINITY
      : Math.abs(difference) / Math.max(Math.abs(before), Number.MIN_VALUE);
  return restatements
    .map((row): Restatement => {
      const [before, after] = [asNumber(row.old), asNumber(row.new)];
      return {
        ...{ code: row.code, name: row.name, before, after },
        difference: before === null || after === null ? null : after - before,
        isFirst: before === null,
        files: row.changes.map(({ publication }) => ({
          publication: publication.publicationNumber,
          publishedAt: publication.publishedAt,
          names: publication.files.map(({ name }) => name),
        })),
      };
    })
    .sort((a, b) => {
      const [first, second] = [weight(a), weight(b)];
      return (
        Number(a.isFirst) - Number(b.isFirst) || (first === second ? 0 : second - first) || a.code.localeCompare(b.code)
      );
    });
}
