import { type PublishedName, rebuildName } from "../../../warehouse/sources/sharedJobs.ts";
import { type SourceName, sourceNames, sources, sourcesWithDays } from "../../../warehouse/sources/sources.ts";
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

/** What the server has to know of a public view to complete its queries. */
export interface ViewSource {
  /** Sources whose facts bound the days that can be asked for; their newest fact is the newest day. */
  readonly jobs: readonly SourceName[];
  /** The newest day is that of the newest fact; of `files`: the day that the newest files are of, facts or not. */
  readonly newestDay?: "fact" | "files";
  /** What else changes the view's figures when it is published: names, places, denominators. */
  readonly reads?: readonly PublishedName[];
}

/** The views that tell what happened, each from its own facts. */
const subjectViews = {
  payments: {
    jobs: ["payments"],
    reads: ["facilities", "areas", "codes"],
  },
  connections: {
    jobs: ["connections"],
    reads: ["facilities", "population", "areas", "codes"],
  },
  public_services: {
    jobs: ["dossiers", "procedures"],
    reads: ["areas"],
  },
  vaccination: {
    jobs: ["doses", "verifications", "certificates", "administered"],
    reads: ["population", "facilities", "areas", rebuildName],
  },
  resources: {
    jobs: ["resources"],
    reads: ["facilities", "population", "areas", "codes"],
  },
  services: {
    jobs: ["services", "claims"],
    reads: ["resources", "facilities", "population", "areas"],
  },
} as const satisfies Readonly<Record<string, ViewSource>>;

/** Sources whose facts move the days of the views that follow these views' figures. */
const factJobs: readonly SourceName[] = Object.values(subjectViews).flatMap(({ jobs }) => jobs);

/** The public views. */
export const views: Readonly<Record<string, ViewSource>> = {
  ...subjectViews,
  reconciliation: {
    jobs: ["official_totals"],
    reads: ["reconciliation_rules"],
  },
  // People are told by the year and carried on: they can be asked for as of any day that facts are told of.
  population: {
    jobs: [...factJobs, "population"],
    reads: ["areas"],
  },
  data_quality: {
    jobs: sourcesWithDays,
    newestDay: "files",
    // Findings are told of everything that is loaded.
    reads: [...sourceNames.filter((name) => sources[name].days === undefined), rebuildName],
  },
  targets: {
    jobs: [...factJobs, "targets"],
    reads: ["indicators", "population", "facilities", "codes", "areas", rebuildName],
  },
  // Tasks tell no days of their own; the programme's targets hold from the day of its decision.
  programme: {
    jobs: [...factJobs, "targets", "task_reports"],
    reads: ["tasks"],
  },
};
