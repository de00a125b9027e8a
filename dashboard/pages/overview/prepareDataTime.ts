/**
 * The day that a subject's figures are of: the newest one its sources tell of, at most the day asked for. Null where none of
 * them is loaded. Subjects without sources of their own are of the day asked for.
 */
export function prepareDataTime(
  sources: readonly string[] | null,
  newestDays: ReadonlyMap<string, string>,
  asOf: string,
): string | null {
  if (sources === null) return asOf;
  const days = sources.flatMap((source) => newestDays.get(source) ?? []).sort();
  const newest = days.at(-1);
  return newest === undefined || newest < asOf ? (newest ?? null) : asOf;
}
