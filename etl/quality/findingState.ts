/** What has been done about a finding. `new` is given by the product alone. */
export const findingStates = ["new", "acknowledged", "explained", "fixed"] as const;
export type FindingState = (typeof findingStates)[number];

/** States that a person sets. */
export const settableStates = ["acknowledged", "explained", "fixed"] as const satisfies readonly FindingState[];
export type SettableState = (typeof settableStates)[number];

/**
 * SQL: the state to be shown of a finding (String), from what was last set (`stored`: '' if nothing was, `changedAt`), how often
 * the loads in force have it (`count`), and when the newest of these was published (`publishedAt`).
 * One that no load in force has is fixed, whoever fixed it; one set to fixed is new again when a later load has it.
 */
export const shownState = (stored: string, changedAt: string, count: string, publishedAt: string): string =>
  `multiIf(${count} = 0, 'fixed', ${stored} = '' OR (${stored} = 'fixed' AND ${publishedAt} > ${changedAt}), 'new', ${stored})`;
