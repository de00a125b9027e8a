import { readMigrationFiles } from "../../../warehouse/migrationFiles.ts";
import { reportedDaysSql } from "../../../warehouse/sources/reportedDaysSql.ts";
import { type PublishedName, rebuildName } from "../../../warehouse/sources/sharedJobs.ts";
import { sourceNames, sources } from "../../../warehouse/sources/sources.ts";
import { splitStatements } from "../../../warehouse/splitStatements.ts";
import { readModel } from "../../expand/readModel.ts";
import { followedViews, views } from "./views.ts";

/** Every publication writes how good its rows are. */
const ofEverySource: readonly string[] = ["mart.agg_quality_by_load", "mart.agg_findings_by_load"];
/** Answers of the followed views. */
const ofFollowedViews = "mart.agg_measure_values";
/** A rebuild works it out anew. */
const rollup = "mart.agg_vaccination_by_day";

const tablesIn = (sql: string): string[] => sql.match(/\b(?:mart|ops)\.\w+/g) ?? [];

/** The statement that makes each view and dictionary what it is. */
const readDefinitions = async (): Promise<Map<string, string>> => {
  const statements = (await readMigrationFiles()).flatMap(({ sql }) => splitStatements(sql));
  const created = statements.flatMap((statement) => {
    const name = /\bCREATE (?:OR REPLACE )?(?:VIEW|DICTIONARY) (?:IF NOT EXISTS )?(\w+\.\w+)/.exec(statement)?.[1];
    return name === undefined ? [] : [[name, statement] as const];
  });
  return new Map([...created, ["mart.reported_days", reportedDaysSql()]]);
};
let definitions: Promise<Map<string, string>> | undefined;

/** The tables that the SQL of a view reads, also through views of the warehouse. */
const readTables = async (view: string): Promise<Set<string>> => {
  definitions ??= readDefinitions();
  const definitionOf = await definitions;
  const found = new Set<string>();
  const add = (sql: string): void => {
    for (const table of tablesIn(sql).filter((name) => !found.has(name))) {
      found.add(table);
      add(definitionOf.get(table) ?? "");
    }
  };
  add(readModel().scripts.find(({ fileName }) => fileName === `${view}.js`)?.content ?? "");
  return found;
};

/** The sources whose publications can change a view's figures: those whose tables it reads, and those that bound its days. */
export const sourcesBehind = async (view: string): Promise<PublishedName[]> => {
  const tables = await readTables(view);
  const isReadOf = (name: (typeof sourceNames)[number]): boolean => {
    const { tables: own, fills = [], days } = sources[name];
    const facts = days?.of === "facts" ? [days.table] : [];
    return [...own, ...fills, ...facts, ...ofEverySource].some((table) => tables.has(table));
  };
  const followed = tables.has(ofFollowedViews) ? await Promise.all(followedViews.map(sourcesBehind)) : [];
  const behind: PublishedName[] = [
    ...(views[view]?.jobs ?? []),
    ...sourceNames.filter(isReadOf),
    ...followed.flat(),
    ...(tables.has(rollup) ? ([rebuildName] as const) : []),
  ];
  return [...new Set(behind)];
};
