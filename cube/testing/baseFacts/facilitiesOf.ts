import { type BaseFacts, type Cut, type Fact, newest } from "./baseFacts.ts";

/** A facility's rows of the list as known at a publication, the newest of each first day. */
export const termsOf = (facts: BaseFacts, publication: number): Map<string, Fact[]> => {
  const terms = new Map<string, Fact[]>();
  const told = newest(
    facts.inForce("mart.dim_facilities", publication),
    (fact) => `${fact.text("facility_code")} ${fact.text("valid_from")}`,
  );
  for (const term of told)
    terms.set(term.text("facility_code"), [...(terms.get(term.text("facility_code")) ?? []), term]);
  return terms;
};

/** Facilities of the list in force at the end of a cut, as they stand then. */
export const facilitiesOf = (facts: BaseFacts, { to, publication, holds }: Cut): Fact[] =>
  [...termsOf(facts, publication).values()].flatMap((terms) => {
    const inForce = terms
      .filter((term) => term.text("valid_from") <= to && term.text("valid_to") >= to)
      .sort((a, b) => a.text("valid_from").localeCompare(b.text("valid_from")))
      .at(-1);
    return inForce !== undefined && holds(inForce.number("place_key")) ? [inForce] : [];
  });

/** Last day in the list of a facility that has begun by a day; undefined of one that has not, or that no list knows. */
export const lastDayOf = (
  terms: ReadonlyMap<string, readonly Fact[]>,
  facility: string,
  day: string,
): string | undefined =>
  (terms.get(facility) ?? [])
    .filter((term) => term.text("valid_from") <= day)
    .map((term) => term.text("valid_to"))
    .sort()
    .at(-1);
