import { z } from "zod";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { type CurrentLoad, loadsOf } from "./currentLoads.ts";
import { dropPartition } from "./dropPartition.ts";
import type { Measure } from "./rollupColumns.ts";
import type { RollupDelta } from "./rollupDelta.ts";
import { type ChangedFigures, type ChangesTable, doseChangesSql, subjectChangesSql } from "./subjectChangesSql.ts";
import { subjectHistoriesSql } from "./subjectHistoriesSql.ts";
import { type SubjectSource, splitPersons, subjectParams, type Touched, type VisibleLoads } from "./subjectSource.ts";
import { never } from "./timelineCodes.ts";

/** What a job's rows can change in the life of a subject. */
interface SubjectJob {
  readonly table: Exclude<Touched, "all">["table"];
  readonly figures: ChangedFigures;
  readonly measures: readonly Measure[];
}

const recordMeasures = [
  "doses_injected",
  "doses_recorded",
  "subjects_recorded",
  "people_with_1_dose",
  "people_with_2_doses",
  "people_with_3_doses",
] as const;
const stateMeasures = ["doses_sent", "subjects_sent", "subjects_cleansed"] as const;

const everything: ChangedFigures = { records: true, states: true, certificates: true };
export const subjectMeasures: readonly Measure[] = [...recordMeasures, ...stateMeasures, "certificates_signed"];

const subjectJobs: Readonly<Record<string, SubjectJob>> = {
  doses: { table: "mart.fct_doses", figures: everything, measures: subjectMeasures },
  verifications: {
    table: "mart.fct_verifications",
    figures: { records: false, states: true, certificates: false },
    measures: stateMeasures,
  },
  certificates: {
    table: "mart.fct_certificates",
    figures: { records: false, states: false, certificates: true },
    measures: ["certificates_signed"],
  },
};

export const isSubjectJob = (job: string): boolean => subjectJobs[job] !== undefined;

/** Fact rows of touched subjects that one round of statements takes: about 1.5 million subjects, some 2 GB of memory. */
export const rowsPerRound = 4_000_000;

export interface WrittenChanges {
  readonly table: ChangesTable;
  readonly measures: readonly Measure[];
}

/**
 * Writes what a load of doses, checks or certificates changes, at the finest grain: the life of the subjects it touches
 * as known with the load, less their life as known without it.
 */
export const writeSubjectChanges = async (delta: RollupDelta, perRound = rowsPerRound): Promise<WrittenChanges> => {
  const job = subjectJobs[delta.job];
  if (job === undefined) throw new TypeError(`${delta.job} tells nothing about subjects`);
  const before = visibleLoads(delta.before);
  const after = visibleLoads(delta.after);
  const own = delta.rowCount === 0 ? [] : [delta.loadId];
  const touchedLoads = delta.replaced === undefined ? own : [delta.replaced.loadId, ...own];
  const isFirst = delta.job === "doses" && before.doses.length === 0;
  const touched: Touched = isFirst ? "all" : { table: job.table, loads: touchedLoads };
  const ranges = splitPersons(rounds(delta.rowCount + (delta.replaced?.rowCount ?? 0), perRound));

  // Checks leave doses alone, so both sides of a subject are compared in one pass; subjects without doses have no life.
  const sides: Side[] =
    delta.job === "verifications"
      ? [{ sign: 1, loads: after, lessVerifications: before.verifications }]
      : [
          { sign: 1, loads: after, lessVerifications: undefined },
          { sign: -1, loads: before, lessVerifications: undefined },
        ];
  const told = sides.filter((side) => side.loads.doses.length > 0);

  // Two sides say much the same and meet before they go into the rollup. One side's changes hardly ever share a key:
  // adding them up would take longer than reading the few rows more.
  const table: ChangesTable = told.length > 1 ? "landing.rollup_changes" : "mart.agg_vaccination_by_day";
  await writeRounds(delta, table, job.figures, told, touched, ranges);
  return { table, measures: job.measures };
};

/** Writes the life of every subject with a dose, by all loads, into landing.rollup_changes. */
export const writeAllSubjects = async (
  delta: Pick<RollupDelta, "warehouse" | "signal" | "loadId" | "after">,
): Promise<void> => {
  const doses = delta.after.filter((load) => load.job === "doses");
  const ranges = splitPersons(
    rounds(
      doses.reduce((sum, load) => sum + load.rowCount, 0),
      rowsPerRound,
    ),
  );
  const sides: Side[] =
    doses.length === 0 ? [] : [{ sign: 1, loads: visibleLoads(delta.after), lessVerifications: undefined }];
  await writeRounds(delta, "landing.rollup_changes", everything, sides, "all", ranges);
};

interface Side {
  readonly sign: 1 | -1;
  readonly loads: VisibleLoads;
  readonly lessVerifications: readonly number[] | undefined;
}

const rounds = (rows: number, perRound: number): number => Math.max(1, Math.ceil(rows / perRound));

const visibleLoads = (loads: readonly CurrentLoad[]): VisibleLoads => ({
  doses: loadsOf(loads, "doses"),
  verifications: loadsOf(loads, "verifications"),
  certificates: loadsOf(loads, "certificates"),
});

const writeRounds = async (
  { warehouse, signal, loadId }: Pick<RollupDelta, "warehouse" | "signal" | "loadId">,
  table: ChangesTable,
  figures: ChangedFigures,
  sides: readonly Side[],
  touched: Touched,
  ranges: readonly SubjectSource["range"][],
): Promise<void> => {
  const baseline_date = await readBaselineDate(warehouse);
  for (const range of ranges) {
    for (const { sign, loads, lessVerifications } of sides) {
      const source: SubjectSource = { loads, lessVerifications, touched, range };
      const options = { params: { ...subjectParams(source), load_id: loadId, baseline_date, sign }, signal };
      await dropPartition(warehouse, "landing.rollup_subjects", loadId);
      await warehouse.command(subjectHistoriesSql(source), options);
      if (figures.records || figures.states) await warehouse.command(doseChangesSql(table, source, figures), options);
      await warehouse.command(subjectChangesSql(table, figures), options);
    }
  }
  await dropPartition(warehouse, "landing.rollup_subjects", loadId);
};

/** Without a campaign no day is ever after the baseline; the day before `never`, since a day is added to it. */
const readBaselineDate = async (warehouse: Warehouse): Promise<string> => {
  const [campaign] = await warehouse.query(
    `SELECT toString(if(count() = 0, toDate('${never}') - 1, max(baseline_date))) AS baselineDate
     FROM mart.dim_campaigns FINAL WHERE is_current`,
    { schema: z.object({ baselineDate: z.string() }) },
  );
  return campaign?.baselineDate ?? never;
};
