import { stillInForce } from "../../warehouse/validity.ts";

/** Numbers of the enums of mart.agg_vaccination_by_day that the timeline's SQL reasons with. */
export const state = { none: 0, pending: 1, right: 2, firstToClean: 3 } as const;
export const cohort = { none: 0, baseline: 1, baselineRelapsed: 2 } as const;

/** The largest Date: the end of a stretch that lasts, and the day of what never happened. */
export const never: string = stillInForce;
/** A dose that was not sent has this day. */
export const notSent = "1970-01-01";

/** What a row of a dose or a subject says from its day on; chooses the measures that the row changes. */
export const kind = {
  injected: 1,
  entered: 2,
  injectedAndEntered: 3,
  sent: 4,
  cleansed: 5,
  certificate: 6,
  firstDose: 7,
  secondDose: 8,
  thirdDose: 9,
} as const;
