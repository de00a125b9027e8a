import { administered } from "./administered.ts";
import { areas } from "./areas.ts";
import { boundaries } from "./boundaries.ts";
import { certificates } from "./certificates.ts";
import { claims } from "./claims.ts";
import { codes } from "./codes.ts";
import { connections } from "./connections.ts";
import { doses } from "./doses.ts";
import { dossiers } from "./dossiers.ts";
import { expectedSources } from "./expectedSources.ts";
import { facilities } from "./facilities.ts";
import { indicators } from "./indicators.ts";
import { officialTotals } from "./officialTotals.ts";
import { payments } from "./payments.ts";
import { population } from "./population.ts";
import { procedures } from "./procedures.ts";
import { reconciliationRules } from "./reconciliationRules.ts";
import { resources } from "./resources.ts";
import { services } from "./services.ts";
import type { SamplePart, Source, SourceKind } from "./source.ts";
import { targets } from "./targets.ts";
import { taskReports } from "./taskReports.ts";
import { tasks } from "./tasks.ts";
import { verifications } from "./verifications.ts";

const declared = {
  facilities,
  doses,
  verifications,
  certificates,
  administered,
  population,
  procedures,
  dossiers,
  resources,
  payments,
  services,
  claims,
  connections,
  official_totals: officialTotals,
  reconciliation_rules: reconciliationRules,
  areas,
  boundaries,
  codes,
  indicators,
  targets,
  tasks,
  task_reports: taskReports,
  expected_sources: expectedSources,
};

/** Names a kind of data that is loaded, everywhere: in commands, in the ledger, in answers. */
export type SourceName = keyof typeof declared;

/** Every source, in the order in which they are listed. */
export const sources: Readonly<Record<SourceName, Source<SourceName>>> = declared;

const isSourceName = (name: string): name is SourceName => Object.hasOwn(declared, name);

export const sourceNames: readonly SourceName[] = Object.keys(declared).filter(isSourceName);

type Declared = typeof declared;
/** A source whose files are written with a part of the sample. */
export type SampleSourceOf<Part extends SamplePart> = {
  [Name in SourceName]: Declared[Name] extends { readonly sample: Part } ? Name : never;
}[SourceName];

/** A source that has files in the sample. */
export type SampleSource = SampleSourceOf<SamplePart>;

/** A table that holds facts of a source, each load in a partition of its own. */
export type SourceTable = Declared[SourceName]["tables"][number];

export const sourcesOfKind = (kind: SourceKind): SourceName[] =>
  sourceNames.filter((name) => sources[name].kind === kind);

/** Sources whose figures have days, so that the newest is known and who is late. */
export const sourcesWithDays: readonly SourceName[] = sourceNames.filter((name) => sources[name].days !== undefined);

const isSampleSource = (name: SourceName): name is SampleSource => sources[name].sample !== undefined;

/** Sources that have files in the sample. */
export const sampleSources: readonly SampleSource[] = sourceNames.filter(isSampleSource);

/** Sources of which a file ships with the product. */
export const shippedSources: readonly SourceName[] = sourceNames.filter((name) => sources[name].ships === true);

/** The tables that hold facts of these sources under a load. */
export const tablesOf = (names: readonly SourceName[]): SourceTable[] => names.flatMap((name) => declared[name].tables);

/** All of them. */
export const sourceTables: readonly SourceTable[] = tablesOf(sourceNames);
