import { createHash } from "node:crypto";
import { buildAreas } from "../areas/buildAreas.ts";
import { buildMappings } from "../areas/buildMappings.ts";
import { readPackagedUnits } from "../areas/packagedUnits.ts";
import { structures } from "../areas/structures.ts";
import type { ReplaceableTable } from "../replaceRows.ts";
import { reportedDaysSql } from "../sources/reportedDaysSql.ts";
import { sharedJobs } from "../sources/sharedJobs.ts";
import { sourceNames, sources } from "../sources/sources.ts";
import { campaigns } from "./campaigns.ts";
import { codes } from "./codes.ts";
import { vaccines } from "./vaccines.ts";

export interface ReferenceTable {
  table: ReplaceableTable;
  /** JSONEachRow. */
  content: string;
  /** Of tables that files may add to: the columns that make a file's row replace one of ours. */
  replacedBy?: string;
}

/** A view that says in SQL what the declarations of sources say. */
export interface ReferenceView {
  view: string;
  sql: string;
}

export interface ReferenceData {
  /** SHA-256 of all rows and views: others, another version. */
  version: string;
  tables: ReferenceTable[];
  views: ReferenceView[];
}

/** Part of the version: raised when the way the rows are loaded changes. */
const loaderVersion = "2";

const lines = (rows: readonly object[]): string => rows.map((row) => JSON.stringify(row)).join("\n");

const sourceRows = sourceNames.map((job) => ({ job, name_vi: sources[job].title.vi, name_en: sources[job].title.en }));

const views: ReferenceView[] = [
  { view: "mart.reported_days", sql: reportedDaysSql() },
  {
    view: "mart.shared_jobs",
    sql: `SELECT arrayJoin([${sharedJobs.map((job) => `'${job}'`).join(", ")}]) AS job`,
  },
];

const build = async (): Promise<ReferenceData> => {
  const units = await readPackagedUnits();
  const tables: ReferenceTable[] = [
    { table: "mart.dim_structures", content: lines(structures) },
    {
      table: "mart.dim_areas",
      content: lines(buildAreas(units)),
      replacedBy: "structure_code, level, area_code",
    },
    {
      table: "mart.dim_area_mappings",
      content: lines(buildMappings(units)),
      replacedBy: "from_structure_code, from_level, from_code, to_structure_code",
    },
    { table: "mart.dim_vaccines", content: lines(vaccines) },
    { table: "mart.dim_campaigns", content: lines(campaigns) },
    // A code that a file changed keeps all its periods as the file left them.
    { table: "mart.dim_codes", content: lines(codes), replacedBy: "code_list, code" },
    { table: "mart.dim_sources", content: lines(sourceRows) },
  ];
  const hash = createHash("sha256").update(loaderVersion);
  for (const { table, content } of tables) hash.update(table).update(content);
  for (const { view, sql } of views) hash.update(view).update(sql);
  return { version: hash.digest("hex"), tables, views };
};

let built: Promise<ReferenceData> | undefined;

/** The rows that ship with the product; built once for a process. */
export const referenceData = (): Promise<ReferenceData> => {
  built ??= build();
  return built;
};
