import { connections as catalogue } from "../../api/connections.generated.ts";
import type { KpiCardSpec } from "../../charts/prepareKpis.ts";
import { useSeries } from "../../data/bundles.ts";
import { defineView, type Scope } from "../../data/defineView.ts";
import type { Frame } from "../../data/frame.ts";
import { besideItsOwn, keptOf } from "../../data/narrowing.ts";
import { type Bundle, useBundle } from "../../data/useBundle.ts";
import { usePeriodTotals } from "../../data/usePeriodTotals.ts";
import type { DimensionOf, FigureRow, MeasureOf } from "../../data/viewCatalogue.ts";
import type { FacilitySpec } from "../../facilities/facilitySpec.ts";
import type { AreaLevel } from "../../url/areaRef.ts";

export const connections = defineView(catalogue);

type Card = KpiCardSpec<MeasureOf<"connections">>;

const cards = [
  { measure: "programme_connected_rate", title: "connections.kpi.programme", whole: "connections.of.programme" },
  {
    measure: "facilities_not_connected",
    title: "connections.kpi.notConnected",
    share: { part: "facilities_not_connected", whole: "facilities_to_connect" },
    whole: "connections.of.toConnect",
  },
  { measure: "acceptance_rate", title: "connections.kpi.accepted", whole: "connections.of.sent" },
  { measure: "connected_facility_rate", title: "connections.kpi.connected", whole: "connections.of.pairs" },
  { measure: "health_records_share", title: "connections.kpi.health", whole: "connections.of.people" },
  { measure: "fields_complete", title: "connections.kpi.fields" },
] as const satisfies readonly Card[];
/** Of one stream: it has one rate, whichever way it is called, and only some streams count people or fields. */
const streamCards = [
  { measure: "connected_facility_rate" },
  {
    measure: "facilities_not_connected",
    title: "connections.kpi.notConnected",
    share: { part: "facilities_not_connected", whole: "facilities_to_connect" },
    whole: "connections.of.toConnect",
  },
  { measure: "acceptance_rate", title: "connections.kpi.accepted", whole: "connections.of.sent" },
] as const satisfies readonly Card[];
const recordCards = cards.filter(({ measure }) => measure === "health_records_share" || measure === "fields_complete");

/** The headline figures of all streams, of one, or of some. */
export function cardsOf({ only }: Pick<Frame, "only">): readonly Card[] {
  const [stream, ...others] = keptOf(only, "stream");
  if (stream === undefined || others.length > 0) return cards;
  return stream === "health_record" ? [...streamCards, ...recordCards] : streamCards;
}
const compared = cards.map(({ measure }) => measure);

export const useConnectionTotals = (frame: Frame) => usePeriodTotals(connections, frame, compared);

export const useHistory = (frame: Frame) =>
  useSeries(connections, frame, { measures: compared, grain: "month" }, ({ history }) => history);

export const streamMeasures = [
  "connected_facility_rate",
  "facilities_connected",
  "facilities_to_connect",
  "programme_connections_due",
  "records_sent",
  "records_accepted",
  "records_rejected",
  "acceptance_rate",
  "fields_complete",
] as const;

/** Facilities connected as of the day, and records of the period, by stream. */
export const useStreams = (frame: Frame) =>
  useBundle(["connections", "streams"], besideItsOwn(frame, "stream"), async (asked, signal) => ({
    streams: await connections.figures(asked, { measures: streamMeasures, by: ["stream"], days: asked.period }, signal),
  }));

interface LinkColumns {
  readonly code: DimensionOf<"connections">;
  readonly name: DimensionOf<"connections">;
  readonly level: AreaLevel | "facility";
}
/** The units below an area, each with every stream; of a commune they are its facilities. */
export const linkColumns = (scope: Scope): LinkColumns =>
  connections.placesBelow(scope) ?? { level: "facility", code: "facility_code", name: "facility_name" };

export const linkMeasures = [
  "connected_facility_rate",
  "facilities_connected",
  "facilities_to_connect",
  "records_sent",
  "records_accepted",
  "records_rejected",
  "fields_complete",
] as const;

/** Connections as of the day, and records of the period, of each unit and stream. */
export const useLinks = (frame: Frame): Bundle<{ links: readonly FigureRow[] }> =>
  useBundle(["connections", "links"], frame, async (asked, signal) => {
    const { code, name } = linkColumns(asked);
    const question = { measures: linkMeasures, by: [code, name, "stream" as const], days: asked.period };
    return { links: await connections.figures(besideItsOwn(asked, "stream"), question, signal) };
  });

/** To how many streams each facility is connected, and what becomes of what it sends. Who has never reported on a stream is not told of. */
export const connectionFacilities: FacilitySpec<"connections"> = {
  view: connections,
  expected: null,
  reported: { by: "day", measure: "newest_report_date" },
  isOfPeriod: false,
  columns: [
    "facilities_to_connect",
    "facilities_connected",
    "records_sent",
    "records_accepted",
    "records_rejected",
    "acceptance_rate",
    "fields_complete",
  ],
};
