import type { Rule } from "../job.ts";

/** A rule of rows of the form "this person, on this day, …". */
export interface PersonDayRule extends Rule {
  /** SQL over person_key, day, the raw columns and the expressions of `PersonDaySource`; true where the row breaks the rule. */
  readonly broken: string;
}
