import { type SourceName, sourceNames, sources } from "./sources.ts";

/** What the ledger calls a publication that works the rollup out anew and brings no data. */
export const rebuildName = "rebuild";

/** What a publication in the ledger is of. */
export type PublishedName = SourceName | typeof rebuildName;

/** Publications that belong to sample and real data alike: they are always shown and hide nothing. */
export const sharedJobs: readonly PublishedName[] = [
  ...sourceNames.filter((name) => sources[name].kind === "reference"),
  rebuildName,
];
