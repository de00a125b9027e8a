import type { ListedRun } from "../commands/listRuns.ts";
import { type Language, statusWords } from "./catalogue.ts";

/** The ledger's newest runs, one line each. Pure. */
export const formatRuns = (runs: readonly ListedRun[], language: Language): string =>
  runs
    .map((run) => {
      const counts = `${run.read} = ${run.accepted} + ${run.rejected}`;
      const status = statusWords[run.status][language].split(":")[0] ?? "";
      const message = run.message === "" || run.status === "running" ? "" : `  ${run.message}`;
      return `${run.started_at}  ${run.run_id}  ${String(run.load_id).padEnd(16)}  ${run.job}/${run.batch}  ${status}  ${counts}  ${run.seconds.toFixed(1)} s${message}\n`;
    })
    .join("");
