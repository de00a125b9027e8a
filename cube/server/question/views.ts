import { type SourceName, sourcesWithDays } from "../../../warehouse/sources/sources.ts";
import type { Points } from "./periodPoints.ts";

/** What a query asks of a view, as its preparation (answer/preparations.ts) needs to know it. */
export interface ViewQuestion {
  readonly view: string;
  /** The warehouse as known at this publication. */
  readonly publicationNumber: number;
  readonly points: Points;
  /** All members named, with their view: "vaccination.sex". */
  readonly members: readonly string[];
  /** Members that every row of the answer has one of these values of. */
  readonly held: ReadonlyMap<string, readonly string[]>;
}

/** What the server has to know of a public view to complete its queries. What else its figures are read from: sourcesBehind.ts. */
export interface ViewSource {
  /** Sources whose facts bound the days that can be asked for; their newest fact is the newest day. */
  readonly jobs: readonly SourceName[];
  /** The newest day is that of the newest fact; of `files`: the day that the newest files are of, facts or not. */
  readonly newestDay?: "fact" | "files";
}

/** The views of what happened, each from its own facts. */
export const subjectViews = {
  payments: { jobs: ["payments"] },
  connections: { jobs: ["connections"] },
  public_services: { jobs: ["dossiers", "procedures"] },
  vaccination: { jobs: ["doses", "verifications", "certificates", "administered"] },
  resources: { jobs: ["resources"] },
  services: { jobs: ["services", "claims"] },
} as const satisfies Readonly<Record<string, ViewSource>>;

/** The views whose answers targets and reconciliation rules are about. */
export const followedViews: readonly string[] = Object.keys(subjectViews);

/** Sources whose facts move the days of the views that follow these views' figures. */
const factJobs: readonly SourceName[] = Object.values(subjectViews).flatMap(({ jobs }) => jobs);

/** The public views. */
export const views: Readonly<Record<string, ViewSource>> = {
  ...subjectViews,
  reconciliation: { jobs: ["official_totals"] },
  // People are known by the year and carried on: they can be asked for as of any day that has facts.
  population: { jobs: [...factJobs, "population"] },
  data_quality: { jobs: sourcesWithDays, newestDay: "files" },
  targets: { jobs: [...factJobs, "targets"] },
  // Tasks have no days of their own; the programme's targets hold from the day of its decision.
  programme: { jobs: [...factJobs, "targets", "task_reports"] },
};
