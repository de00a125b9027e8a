import dayjs from "dayjs";
import type { About } from "../data/fetchAbout.ts";

type SubjectSource = About["subjects"][number]["sources"][number];
/** What a reader must know of a subject's sources before believing its figures. */
export type SubjectNotice =
  | { kind: "never"; sources: readonly SubjectSource[] }
  | { kind: "failed"; source: SubjectSource; failedAt: string }
  | { kind: "stale"; source: SubjectSource; day: string; days: number };

/** As targets are judged: nothing is concluded from a figure older than this. */
const STALE_AFTER = 92;

/**
 * Sources of a view that are missing, failed to load or too old for the day shown. A source that was never loaded beside others that
 * were is no fault: not every Ministry has all of them.
 */
export function prepareSubjectNotices(about: Pick<About, "subjects">, view: string, asOf: string): SubjectNotice[] {
  const sources = about.subjects.find((subject) => subject.view === view)?.sources ?? [];
  if (sources.length === 0) return [];
  const failed = sources.flatMap((source): SubjectNotice[] =>
    source.failedAt === null ? [] : [{ kind: "failed", source, failedAt: source.failedAt }],
  );
  if (sources.every(({ publishedAt }) => publishedAt === null)) return [{ kind: "never", sources }, ...failed];
  const stale = sources.flatMap((source): SubjectNotice[] => {
    const days = source.lastDate === null ? 0 : dayjs(asOf).diff(source.lastDate, "day");
    return source.lastDate !== null && days > STALE_AFTER
      ? [{ kind: "stale", source, day: source.lastDate, days }]
      : [];
  });
  return [...failed, ...stale];
}
