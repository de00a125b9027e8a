import type { BaseFacts, Fact } from "./baseFacts.ts";

const unverifiable = ["no_id", "malformed_id", "not_matched"];

/** The worse of two results of one day and load counts: the later in this order. */
const results = [
  ...["right", "wrong_birth_date", "wrong_name", "wrong_name_and_birth_date", "id_not_found", "wrong_other"],
  ...unverifiable,
];

/** A person of whom the platform has doses, as known at a publication. */
export interface Subject {
  readonly doses: readonly Fact[];
  readonly home: Fact;
  readonly certificates: readonly string[];
  /** First day that a dose was sent; undefined of one that was not. */
  readonly sentOn: string | undefined;
  /** At the end of a day on or after sentOn: "pending" before the first result. */
  readonly stateAt: (day: string) => string;
  /** Days after sentOn that a result came on. */
  readonly checkedOn: readonly string[];
}

const notSent = "1970-01-01";

export const isUnverifiable = (state: string): boolean => unverifiable.includes(state);
export const isToClean = (state: string): boolean => state !== "pending" && state !== "right";
export const isSentBy = (dose: Fact, day: string): boolean =>
  dose.text("sent_date") > notSent && dose.text("sent_date") <= day;

const byPerson = (facts: readonly Fact[]): Map<string, Fact[]> => {
  const persons = new Map<string, Fact[]>();
  for (const fact of facts)
    persons.set(fact.text("person_key"), [...(persons.get(fact.text("person_key")) ?? []), fact]);
  return persons;
};

/** Those of whom a dose was entered by a day. */
export const subjectsOf = (facts: BaseFacts, publication: number): Subject[] => {
  const checks = byPerson(facts.inForce("mart.fct_verifications", publication));
  const certificates = byPerson(facts.inForce("mart.fct_certificates", publication));
  return [...byPerson(facts.inForce("mart.fct_doses", publication))].map(([person, doses]) => {
    const entered = [...doses].sort(
      (a, b) =>
        a.text("entered_date").localeCompare(b.text("entered_date")) ||
        a.number("dose_number") - b.number("dose_number"),
    );
    const [first] = entered;
    const home = entered.at(-1) ?? first;
    if (home === undefined) throw new Error("A person has doses");
    const told = [...(checks.get(person) ?? [])].sort(
      (a, b) =>
        a.text("checked_date").localeCompare(b.text("checked_date")) ||
        a.known - b.known ||
        results.indexOf(a.text("result")) - results.indexOf(b.text("result")),
    );
    const [sentOn] = doses
      .map((dose) => dose.text("sent_date"))
      .filter((day) => day > notSent)
      .sort();
    return {
      doses: entered,
      home,
      certificates: [...new Set((certificates.get(person) ?? []).map((fact) => fact.text("signed_date")))],
      sentOn,
      stateAt: (day) =>
        told
          .filter((check) => check.text("checked_date") <= day)
          .at(-1)
          ?.text("result") ?? "pending",
      checkedOn: [...new Set(told.map((check) => check.text("checked_date")))].filter(
        (day) => sentOn !== undefined && day > sentOn,
      ),
    };
  });
};
