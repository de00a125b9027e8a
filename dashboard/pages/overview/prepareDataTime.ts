/**
 * The day that a subject's figures are of: the newest one its sources tell of, at most the day asked for. Null where none of
 * them is loaded.
 */
export function prepareDataTime(
  sources: readonly string[],
  newestDays: ReadonlyMap<string, string>,
  asOf: string,
): string | null {
  const days = sources.flatMap((source) => newestDays.get(source) ?? []).sort();
  const newest = days.at(-1);
  return newest === undefined || newest < asOf ? (newest ?? null) : asOf;
}
