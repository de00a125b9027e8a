import type { MatrixUnit } from "../../charts/Matrix.tsx";
import { isUnknownCode } from "../../data/isUnknownCode.ts";
import { numberIn, textIn } from "../../data/readRow.ts";
import type { FigureRow } from "../../data/viewCatalogue.ts";
import { type Stream, streams } from "./prepareStreams.ts";

/** Connected and sending; connected, and nothing came in the period; nobody connected; nobody told of the stream. */
export const linkStates = ["sending", "silent", "notConnected", "noData"] as const;
export type LinkState = (typeof linkStates)[number];

/** What a unit has to do with one stream. */
export interface Link {
  stream: Stream;
  state: LinkState;
  rate: number | null;
  connected: number | null;
  toConnect: number | null;
  sent: number | null;
  accepted: number | null;
  rejected: number | null;
  /** Fields filled in a record on average, of the streams that count them. */
  fields: number | null;
}
export interface LinkUnit extends MatrixUnit {
  /** The part of the unit above that is known of no unit below it. */
  isUnknown: boolean;
  /** Connected of all its pairs of facility and stream. */
  rate: number | null;
  /** One for each stream, in their order. */
  links: Link[];
}

function linkOf(stream: Stream, row: FigureRow | undefined): Link {
  const [connected, toConnect] = [numberIn(row, "facilities_connected"), numberIn(row, "facilities_to_connect")];
  const sent = numberIn(row, "records_sent");
  const state =
    toConnect === null || toConnect <= 0
      ? "noData"
      : (connected ?? 0) <= 0
        ? "notConnected"
        : (sent ?? 0) > 0
          ? "sending"
          : "silent";
  return {
    ...{ stream, state, connected, toConnect, sent },
    rate: numberIn(row, "connected_facility_rate"),
    accepted: numberIn(row, "records_accepted"),
    rejected: numberIn(row, "records_rejected"),
    fields: numberIn(row, "fields_complete"),
  };
}

/** Share of the pairs of facility and stream that are connected; null where there is none. */
function rateOf(links: readonly Link[]): number | null {
  const due = links.filter(({ toConnect }) => toConnect !== null && toConnect > 0);
  const sumOf = (values: readonly (number | null)[]) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return due.length === 0
    ? null
    : sumOf(due.map(({ connected }) => connected)) / sumOf(due.map(({ toConnect }) => toConnect));
}

/**
 * Every unit with every stream, the least connected first; those of which nothing is told after them. `existing` are units to be
 * listed even so.
 */
export function prepareLinks(
  rows: readonly FigureRow[],
  columns: { code: string; name: string },
  existing: readonly { code: string; name: string }[],
): LinkUnit[] {
  const names = new Map(existing.map(({ code, name }) => [code, name]));
  const byUnit = new Map<string, FigureRow[]>(existing.map(({ code }) => [code, []]));
  for (const row of rows) {
    const code = textIn(row, columns.code);
    if (!names.has(code)) names.set(code, textIn(row, columns.name));
    byUnit.set(code, [...(byUnit.get(code) ?? []), row]);
  }
  const units = [...byUnit].map(([code, own]) => {
    const links = streams.map((stream) =>
      linkOf(
        stream,
        own.find((row) => textIn(row, "stream") === stream),
      ),
    );
    return { code, name: names.get(code) || code, isUnknown: isUnknownCode(code), rate: rateOf(links), links };
  });
  const isRanked = ({ isUnknown, rate }: (typeof units)[number]) => !isUnknown && rate !== null;
  return units
    .sort(
      (a, b) =>
        Number(isRanked(b)) - Number(isRanked(a)) ||
        Number(a.isUnknown) - Number(b.isUnknown) ||
        (a.rate ?? 0) - (b.rate ?? 0) ||
        a.name.localeCompare(b.name, "vi"),
    )
    .map((unit, index) => ({ ...unit, rank: isRanked(unit) ? index + 1 : null }));
}

/** How many cells stand in each state. */
export function countLinks(units: readonly LinkUnit[]): Record<LinkState, number> {
  const counts: Record<LinkState, number> = { sending: 0, silent: 0, notConnected: 0, noData: 0 };
  for (const { state } of units.flatMap(({ links }) => links)) counts[state] += 1;
  return counts;
}
