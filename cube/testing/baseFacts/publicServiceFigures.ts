import { type BaseFacts, type Cut, type Fact, type Figures, monthEnd, newest, quotient, sum } from "./baseFacts.ts";

/** Procedures belong to the whole country, of which nothing nearer is known. */
const nowhere = 63_300_000;

export const publicServiceFigures = (facts: BaseFacts, { from, to, publication, holds }: Cut): Figures => {
  const inForce = newest(
    facts.inForce("mart.dim_procedures", publication),
    (fact) => `${fact.text("procedure_code")} ${fact.text("valid_from")}`,
  ).filter((fact) => fact.text("valid_from") <= to && fact.text("valid_to") >= to && holds(nowhere));
  const is = (fact: Fact, column: string): boolean => fact.text(column) === "true";
  const count = (isCounted: (fact: Fact) => boolean): number | null =>
    inForce.length === 0 ? null : inForce.filter(isCounted).length;
  const eligible = count((fact) => is(fact, "is_eligible"));
  const online = count((fact) => is(fact, "is_eligible") && is(fact, "is_full_online"));
  const dossiers = newest(
    facts.inForce("mart.fct_dossiers", publication),
    (fact) => `${fact.text("procedure_code")} ${fact.text("place_key")} ${fact.text("month")}`,
  ).filter(
    (fact) =>
      monthEnd(fact.text("month")) >= from && monthEnd(fact.text("month")) <= to && holds(fact.number("place_key")),
  );
  const total = (column: string): number | null => sum(dossiers.map((fact) => fact.told(column)));
  return {
    procedures: count(() => true),
    procedures_eligible: eligible,
    procedures_full_online: online,
    procedures_on_national_portal: count((fact) => is(fact, "is_on_national_portal")),
    full_online_rate: quotient(online, eligible),
    dossiers_received: total("received_count"),
    dossiers_online: total("online_count"),
    dossiers_resolved: total("resolved_count"),
    dossiers_on_time: total("on_time_count"),
    online_dossier_rate: quotient(total("online_count"), total("received_count")),
    on_time_rate: quotient(total("on_time_count"), total("resolved_count")),
  };
};
