import * as z from "zod/mini";
import { fetchJson } from "./fetchJson.ts";

/** How the server tells of loads: cube/server/http/ledgerRoutes.ts. */
export const runStatuses = ["running", "published", "unchanged", "refused", "failed", "dry_run", "held"] as const;
const run = z.object({
  runId: z.string(),
  job: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
  batch: z.string(),
  status: z.enum(runStatuses),
  isSilent: z.boolean(),
  startedAt: z.string(),
  seconds: z.number(),
  asOf: z.string(),
  read: z.number(),
  accepted: z.number(),
  acceptedWithFindings: z.number(),
  rejected: z.number(),
  message: z.string(),
  publicationNumber: z.nullable(z.number()),
  files: z.array(z.object({ name: z.string(), sha256: z.string(), bytes: z.number() })),
});
export type Run = z.infer<typeof run>;
export type RunStatus = Run["status"];

const runs = z.object({ total: z.number(), runs: z.array(run) });
const findingRows = z.object({ total: z.number(), rows: z.array(z.object({ file: z.string(), row: z.number() })) });
const stateChanges = z.object({
  total: z.number(),
  changes: z.array(
    z.object({
      provinceCode: z.string(),
      provinceName: z.string(),
      state: z.enum(["new", "acknowledged", "explained", "fixed"]),
      note: z.string(),
      changedAt: z.string(),
    }),
  ),
});
export type FindingRows = z.infer<typeof findingRows>;
export type StateChanges = z.infer<typeof stateChanges>;

type Asked = Record<string, string | number | readonly string[]>;
const read = async <T>(path: string, asked: Asked, signal: AbortSignal, shape: z.ZodMiniType<T>): Promise<T> => {
  const query = new URLSearchParams();
  for (const [key, values] of Object.entries(asked)) {
    for (const value of typeof values === "object" ? values : [values]) query.append(key, String(value));
  }
  return shape.parse((await fetchJson(`${path}?${query}`, signal)).body);
};

interface RunsAsked {
  job: string | null;
  statuses: readonly RunStatus[];
  limit: number;
  offset: number;
}
/** Loads of one source or of all, the newest first, from the one at `offset` on. @throws ApiError */
export const fetchRuns = ({ job, statuses, limit, offset }: RunsAsked, signal: AbortSignal) =>
  read("/api/runs", { ...(job === null ? {} : { job }), status: statuses, limit, offset }, signal, runs);

/** Rows of a run's files that broke a rule. @throws ApiError */
export const fetchFindingRows = (
  runId: string,
  asked: { rule: string; limit: number; offset: number },
  signal: AbortSignal,
): Promise<FindingRows> => read(`/api/runs/${encodeURIComponent(runId)}/findings`, asked, signal, findingRows);

/** What was done about the findings of a rule, the newest first. @throws ApiError */
export const fetchFindingStates = (
  asked: { job: string; rule: string; limit: number },
  signal: AbortSignal,
): Promise<StateChanges> => read("/api/finding-states", asked, signal, stateChanges);

const change = z.object({
  publication: z.object({
    publicationNumber: z.number(),
    job: z.string(),
    batch: z.string(),
    publishedAt: z.string(),
    files: z.array(z.object({ name: z.string() })),
  }),
  old: z.nullable(z.string()),
  new: z.nullable(z.string()),
});
const restatements = z.object({
  /** Publications between the two states of knowledge, whether they changed the figure or not. */
  publications: z.number(),
  restatements: z.array(
    z.object({
      code: z.string(),
      name: z.nullable(z.string()),
      old: z.nullable(z.string()),
      new: z.nullable(z.string()),
      changes: z.array(change),
    }),
  ),
});
export type Restatements = z.infer<typeof restatements>;

/** What a measure showed when only what was known on one day was known, and what it shows with what was known on a later one. @throws ApiError */
export const fetchRestatements = (asked: Record<string, string | number>, signal: AbortSignal): Promise<Restatements> =>
  read("/api/restatements", asked, signal, restatements);
