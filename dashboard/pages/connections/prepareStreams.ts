import type { FigureState } from "../../charts/assess.ts";
import { numberIn, textIn } from "../../data/readRow.ts";
import type { FigureRow } from "../../data/viewCatalogue.ts";

export const streams = [
  "birth_certificate",
  "death_notice",
  "driver_health_check",
  "basic_health_info",
  "health_record",
  "e_prescription",
] as const;
export type Stream = (typeof streams)[number];

/** Fields of a record, of the streams for which the Ministry has said how many there are. */
export const fieldsOf: Partial<Record<Stream, number>> = { health_record: 48 };

export interface StreamBar {
  stream: Stream;
  rate: number | null;
  connected: number | null;
  toConnect: number | null;
  sent: number | null;
  rejected: number | null;
  accepted: number | null;
  /** Fields filled in a record on average; null for a stream that does not count them. */
  fields: number | null;
  /** The stream is one of those that the target is of. */
  isAimed: boolean;
  state: FigureState | null;
}

/** Every stream, the best connected first; one that no facility told of stands at the end without a figure. */
export function prepareStreams(rows: readonly FigureRow[], target: number | null): StreamBar[] {
  return streams
    .map((stream): StreamBar => {
      const row = rows.find((candidate) => textIn(candidate, "stream") === stream);
      const rate = numberIn(row, "connected_facility_rate");
      const isAimed = numberIn(row, "programme_connections_due") !== null;
      return {
        stream,
        rate,
        connected: numberIn(row, "facilities_connected"),
        toConnect: numberIn(row, "facilities_to_connect"),
        sent: numberIn(row, "records_sent"),
        rejected: numberIn(row, "records_rejected"),
        accepted: numberIn(row, "acceptance_rate"),
        fields: numberIn(row, "fields_complete"),
        isAimed,
        state: rate === null ? "noData" : isAimed && target !== null && rate >= target ? "met" : null,
      };
    })
    .sort((a, b) => (b.rate ?? -1) - (a.rate ?? -1));
}
