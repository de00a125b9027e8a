import type { Dataset, Sentence, Severity } from "../job.ts";
import type { RunStatus } from "../ledger/runRecord.ts";
import type { Hold } from "./findHold.ts";

export interface FileSummary {
  readonly name: string;
  readonly format: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly extraColumns: readonly string[];
}

export interface RuleCount {
  readonly code: string;
  readonly severity: Severity;
  readonly sentence: Sentence;
  readonly rows: number;
}

/** What a run did; printed as a table or, with --json, as it is. */
export interface RunSummary {
  readonly runId: string;
  readonly job: string;
  readonly batch: string;
  readonly loadId: string | undefined;
  readonly status: Exclude<RunStatus, "running" | "failed" | "refused">;
  readonly dataset: Dataset;
  readonly sampleScale: number;
  readonly asOf: string;
  readonly files: readonly FileSummary[];
  readonly read: number;
  readonly accepted: number;
  readonly acceptedWithFindings: number;
  readonly rejected: number;
  readonly byRule: readonly RuleCount[];
  /** Why the load was not published, or, after a dry run, would not be. */
  readonly hold: Hold | undefined;
  readonly warnings: readonly Sentence[];
  readonly seconds: {
    readonly landing: number;
    readonly cleansing: number;
    readonly publishing: number;
    readonly total: number;
  };
}
