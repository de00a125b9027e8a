import type { Prepare } from "./preparation.ts";
import { prepareReconciliation } from "./prepareReconciliation.ts";
import { prepareTargets } from "./prepareTargets.ts";

/** The views that take figures from other views, and what puts those where their SQL reads them. */
export const preparations: Readonly<Record<string, Prepare>> = {
  reconciliation: prepareReconciliation,
  targets: prepareTargets,
};
