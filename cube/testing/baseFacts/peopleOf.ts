import { type BaseFacts, type Cut, newest, sum } from "./baseFacts.ts";

/** People of the year of a cut's end, from the last year known up to it; a province's whole for provinces, communes for communes. */
export const peopleOf = (
  facts: BaseFacts,
  { to, publication, holds }: Cut,
  level: "province" | "commune",
): number | null => {
  const told = newest(
    facts.inForce("mart.fct_population_groups", publication),
    (fact) => `${fact.text("place_key")} ${fact.text("area_level")} ${fact.text("year")}`,
  ).filter(
    (fact) =>
      fact.text("area_level") === level &&
      ["sex", "age_group", "residence"].every((group) => fact.text(group) === "all") &&
      fact.number("year") <= Number(to.slice(0, 4)),
  );
  const lastYear = Math.max(...told.map((fact) => fact.number("year")));
  return sum(
    told
      .filter((fact) => fact.number("year") === lastYear && holds(fact.number("place_key")))
      .map((fact) => fact.number("population")),
  );
};
