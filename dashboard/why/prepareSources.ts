import type { Language } from "../messages/catalogues.ts";
import type { Lineage, LoadBehind } from "./fetchLineage.ts";

/** A source that a figure is read from, with its loads, the newest first. */
export interface SourceBehind {
  job: string;
  title: string;
  loads: readonly LoadBehind[];
  /** The newest day that its files tell of; null where they tell of none. */
  lastDay: string | null;
}

/** Days of data that has none, such as a list of facilities. */
const NO_DAY = "1970-01-01";
export const dayOf = (day: string): string | null => (day === NO_DAY ? null : day);

/** Sources that are loaded, the most recently published first, and those that are not, by name. */
export function prepareSources(
  { sources, loads }: Pick<Lineage, "sources" | "loads">,
  language: Language,
): SourceBehind[] {
  const newestFirst = loads.toSorted((a, b) => b.publicationNumber - a.publicationNumber);
  return sources
    .map(({ job, titleVi, titleEn }) => {
      const own = newestFirst.filter((load) => load.job === job);
      const days = own.map((load) => load.lastDate).sort();
      return { job, title: language === "vi" ? titleVi : titleEn, loads: own, lastDay: dayOf(days.at(-1) ?? NO_DAY) };
    })
    .sort(
      (a, b) =>
        (b.loads[0]?.publicationNumber ?? 0) - (a.loads[0]?.publicationNumber ?? 0) ||
        a.title.localeCompare(b.title, "vi"),
    );
}
