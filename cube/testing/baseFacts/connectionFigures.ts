import {
  type BaseFacts,
  type Cut,
  type Fact,
  type Figures,
  minus,
  monthEnd,
  newest,
  quotient,
  sum,
} from "./baseFacts.ts";
import { lastDayOf, termsOf } from "./facilitiesOf.ts";

/** Streams that Decision 2491 sets targets for. */
const aimed = ["birth_certificate", "death_notice", "driver_health_check", "basic_health_info"];

export const connectionFigures = (facts: BaseFacts, cut: Cut, people: number | null): Figures => {
  const { from, to, publication, holds } = cut;
  const terms = termsOf(facts, publication);
  const links = new Map<string, Fact[]>();
  const told = newest(
    facts.inForce("mart.fct_connections", publication),
    (fact) => `${fact.text("facility_code")} ${fact.text("stream_code")} ${fact.text("month")}`,
  )
    .filter((fact) => monthEnd(fact.text("month")) <= to)
    .sort((a, b) => a.text("month").localeCompare(b.text("month")));
  for (const fact of told) {
    const link = `${fact.text("facility_code")} ${fact.text("stream_code")}`;
    links.set(link, [...(links.get(link) ?? []), fact]);
  }
  // All months of a link count at the place of its last one.
  const here = [...links.values()].filter((months) => holds(months.at(-1)?.number("place_key") ?? 0));
  const standing = here.flatMap((months) => {
    const last = months.at(-1);
    const lastDay = last && lastDayOf(terms, last.text("facility_code"), to);
    return last === undefined || (lastDay !== undefined && lastDay < to) ? [] : [last];
  });
  const toConnect = standing.length === 0 ? null : standing.length;
  const isConnected = (fact: Fact): boolean =>
    fact.text("connected_since") > "1970-01-01" && fact.text("connected_since") <= to;
  const connected = toConnect === null ? null : standing.filter(isConnected).length;
  const due = standing.filter((fact) => aimed.includes(fact.text("stream_code")));
  const [aimedDue, aimedConnected] = due.length === 0 ? [null, null] : [due.length, due.filter(isConnected).length];
  const inPeriod = here.flat().filter((fact) => monthEnd(fact.text("month")) >= from);
  const total = (some: readonly Fact[], column: string): number | null => sum(some.map((fact) => fact.told(column)));
  const counted = inPeriod.filter(
    (fact) => fact.told("complete_field_count") !== undefined && fact.told("accepted_count") !== undefined,
  );
  const healthRecords = total(
    here.flat().filter((fact) => fact.text("stream_code") === "health_record"),
    "accepted_count",
  );
  const [sent, accepted] = [total(inPeriod, "sent_count"), total(inPeriod, "accepted_count")];
  const [fields, withFields] = [total(counted, "complete_field_count"), total(counted, "accepted_count")];
  return {
    facilities_to_connect: toConnect,
    facilities_connected: connected,
    facilities_not_connected: minus(toConnect, connected),
    connected_facility_rate: quotient(connected, toConnect),
    programme_connections_due: aimedDue,
    programme_connections: aimedConnected,
    programme_connected_rate: quotient(aimedConnected, aimedDue),
    records_sent: sent,
    records_accepted: accepted,
    records_rejected: total(inPeriod, "rejected_count"),
    acceptance_rate: quotient(accepted, sent),
    health_records: healthRecords,
    people_represented: people,
    health_records_represented: healthRecords,
    health_records_share: quotient(healthRecords, people),
    records_with_fields: withFields,
    complete_fields: fields,
    fields_complete: quotient(fields, withFields),
  };
};
