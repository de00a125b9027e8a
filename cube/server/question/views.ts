import { type PublishedName, rebuildName } from "../../../warehouse/sources/sharedJobs.ts";
import { type SourceName, sourceNames, sources, sourcesWithDays } from "../../../warehouse/sources/sources.ts";
import { connectionsHidden } from "./connectionRows.ts";
import { paymentsHidden } from "./paymentRows.ts";
import type { Points } from "./periodPoints.ts";
import { populationHidden } from "./populationRows.ts";
import { publicServicesHidden } from "./publicServiceRows.ts";
import { qualityKinds } from "./qualityKinds.ts";
import { resourcesHidden } from "./resourceRows.ts";
import { servicesHidden } from "./serviceRows.ts";

/** What a query asks of a view, as its preparation (answer/preparations.ts) needs to know it. */
export interface ViewQuestion {
  readonly view: string;
  /** The warehouse as known at this publication. */
  readonly publicationNumber: number;
  readonly points: Points;
  /** All members named, with their view: "vaccination.sex". */
  readonly members: readonly string[];
}

/** What the server has to know of a public view to complete its queries. */
export interface ViewSource {
  /** The private cube whose SQL reads the hidden members `period` and `publication`. */
  readonly cube: string;
  /** Sources whose facts bound the days that can be asked for; their newest fact is the newest day. */
  readonly jobs: readonly SourceName[];
  /** The newest day is that of the newest fact; of `files`: the day that the newest files are of, facts or not. */
  readonly newestDay?: "fact" | "files";
  /** What else changes the view's figures when it is published: names, places, denominators. */
  readonly reads?: readonly PublishedName[];
  /** Further hidden members that a query needs, by its own members. */
  readonly hidden?: (members: readonly string[]) => Readonly<Record<string, string>>;
}

const vaccinationDetail = new Set(
  ["age_group", "sex", "vaccine_code", "vaccine_name", "dose_number", "facility_code", "facility_name"].map(
    (name) => `vaccination.${name}`,
  ),
);
const belowProvince = [
  "then_district_code",
  "then_district_name",
  "then_commune_code",
  "then_commune_name",
  "now_commune_code",
  "now_commune_name",
  "area_mapping",
];
const vaccinationCommune = new Set(belowProvince.map((name) => `vaccination.${name}`));
const qualityCommune = new Set(belowProvince.map((name) => `data_quality.${name}`));

/** The coarsest grain that knows every member: each holds the whole, so exactly one may be read. */
const vaccinationGrain = (members: readonly string[]): "province" | "commune" | "detail" => {
  if (members.some((member) => vaccinationDetail.has(member))) return "detail";
  return members.some((member) => vaccinationCommune.has(member)) ? "commune" : "province";
};

/** The views that tell what happened, each from its own facts. */
const subjectViews = {
  payments: {
    cube: "payment_figures",
    jobs: ["payments"],
    reads: ["facilities", "areas", "codes"],
    hidden: paymentsHidden,
  },
  connections: {
    cube: "connection_figures",
    jobs: ["connections"],
    reads: ["facilities", "population", "areas", "codes"],
    hidden: connectionsHidden,
  },
  public_services: {
    cube: "public_service_figures",
    jobs: ["dossiers", "procedures"],
    reads: ["areas"],
    hidden: publicServicesHidden,
  },
  vaccination: {
    cube: "vaccination_changes",
    jobs: ["doses", "verifications", "certificates", "administered"],
    reads: ["population", "facilities", "areas", rebuildName],
    hidden: (members) => ({ grain: vaccinationGrain(members) }),
  },
  resources: {
    cube: "resource_figures",
    jobs: ["resources"],
    reads: ["facilities", "population", "areas", "codes"],
    hidden: resourcesHidden,
  },
  services: {
    cube: "service_figures",
    jobs: ["services", "claims"],
    reads: ["resources", "facilities", "population", "areas"],
    hidden: servicesHidden,
  },
} as const satisfies Readonly<Record<string, ViewSource>>;

/** Sources whose facts move the days of the views that follow these views' figures. */
const factJobs: readonly SourceName[] = Object.values(subjectViews).flatMap(({ jobs }) => jobs);

/** The public views. */
export const views: Readonly<Record<string, ViewSource>> = {
  ...subjectViews,
  reconciliation: {
    cube: "reconciliation_results",
    jobs: ["official_totals"],
    reads: ["reconciliation_rules"],
  },
  // People are told by the year and carried on: they can be asked for as of any day that facts are told of.
  population: {
    cube: "population_figures",
    jobs: [...factJobs, "population"],
    reads: ["areas"],
    hidden: populationHidden,
  },
  data_quality: {
    cube: "quality_figures",
    jobs: sourcesWithDays,
    newestDay: "files",
    // Findings are told of everything that is loaded.
    reads: [...sourceNames.filter((name) => sources[name].days === undefined), rebuildName],
    hidden: (members) => ({
      kinds: qualityKinds(members),
      grain: members.some((member) => qualityCommune.has(member)) ? "commune" : "province",
    }),
  },
  targets: {
    cube: "target_states",
    jobs: [...factJobs, "targets"],
    reads: ["indicators", "population", "facilities", "codes", "areas", rebuildName],
  },
  // Tasks tell no days of their own; the programme's targets hold from the day of its decision.
  programme: {
    cube: "task_states",
    jobs: [...factJobs, "targets", "task_reports"],
    reads: ["tasks"],
  },
};
