import { type BaseFacts, type Fact, newest } from "./baseFacts.ts";

/** Months that a facility has reported by a day, each by the newest publication, the last month last. */
export const resourceReportsOf = (facts: BaseFacts, publication: number, day: string): Map<string, Fact[]> => {
  const reports = new Map<string, Fact[]>();
  const told = newest(
    facts.inForce("mart.fct_resources", publication),
    (fact) => `${fact.text("facility_code")} ${fact.text("month")}`,
  )
    .filter((fact) => fact.text("updated_date") <= day)
    .sort((a, b) => a.text("month").localeCompare(b.text("month")));
  for (const fact of told)
    reports.set(fact.text("facility_code"), [...(reports.get(fact.text("facility_code")) ?? []), fact]);
  return reports;
};
