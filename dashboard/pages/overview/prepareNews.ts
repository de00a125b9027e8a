import dayjs from "dayjs";
import type { Change } from "../../charts/prepareKpis.ts";
import { isUnknownCode } from "../../data/isUnknownCode.ts";
import type { MessageKey } from "../../messages/catalogues.ts";

/** Data older than this tells nothing of the day asked for, as in the view of targets. */
const STALE_AFTER_DAYS = 92;

/** What is known of a subject's key figure. Days are YYYY-MM-DD. */
export interface Stand {
  value: number | null;
  change: Change | null;
  /** The newest day of its data; null where none is loaded. */
  dataTime: string | null;
  asOf: string;
}

/** Which sentence is said of a subject: where it stands and what moved, or why that cannot be told. */
export function prepareNews({ value, change, dataTime, asOf }: Stand): MessageKey {
  if (dataTime === null || value === null) return "overview.news.missing";
  if (dayjs(asOf).diff(dataTime, "day") > STALE_AFTER_DAYS) return "overview.news.stale";
  if (change === null) return "overview.news.stands";
  if (change.difference === 0) return "overview.news.same";
  return change.difference > 0 ? "overview.news.up" : "overview.news.down";
}

/** The areas with the least of a share that is to rise, and by how much they are behind the whole. Null where nobody is behind, or one area is all there is. */
export function prepareFurthestBehind(
  areas: readonly { code: string; name: string; value: number | null }[],
  whole: number | null,
): { names: string[]; value: number; behind: number } | null {
  const known = areas.flatMap(({ code, name, value }) =>
    value === null || isUnknownCode(code) ? [] : [{ name, value }],
  );
  if (known.length < 2 || whole === null) return null;
  const least = Math.min(...known.map(({ value }) => value));
  if (least >= whole) return null;
  return {
    names: known.filter(({ value }) => value === least).map(({ name }) => name),
    value: least,
    behind: whole - least,
  };
}
