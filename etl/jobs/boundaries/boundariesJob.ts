import type { CleanseContext, CleanseResult, Job } from "../../job.ts";
import { cleanseRows, repeatedRowRules } from "../cleanseRows.ts";
import { withoutCondition } from "../rowRule.ts";
import { boundaryColumns } from "./boundaryColumns.ts";
import { boundaryRules } from "./boundaryRules.ts";
import { readBoundaries } from "./readBoundaries.ts";

const edges = ["min_x", "min_y", "max_x", "max_y"];

/**
 * The rows with structure and province of their unit, empty where there is none. Old and new units share codes, so the file as a
 * whole says of which structure it is: of the one that knows most of its codes, and among equals of the one of which it has the
 * larger part of its provinces' units.
 */
const withUnits = (landingTable: string): string => `
  WITH units AS (
      SELECT structure_code, level, province_code, area_code AS unit FROM mart.dim_areas FINAL
      WHERE level != 'nation' AND NOT is_unknown GROUP BY ALL
    ),
    given AS (SELECT DISTINCT file_number, trimBoth(area_code) AS unit FROM ${landingTable}),
    found AS (
      SELECT file_number, structure_code, level, province_code, count() AS known
      FROM given INNER JOIN units USING (unit) GROUP BY ALL
    ),
    whole AS (SELECT structure_code, level, province_code, count() AS existing FROM units GROUP BY ALL),
    fits AS (
      SELECT file_number, structure_code, sum(known) AS matched, matched / sum(existing) AS share
      FROM found INNER JOIN whole USING (structure_code, level, province_code) GROUP BY ALL
    ),
    chosen AS (SELECT file_number AS file, argMax(structure_code, (matched, share)) AS structure_code FROM fits GROUP BY file_number)
  SELECT source.*, chosen.structure_code AS structure, toString(units.level) AS unit_level, units.province_code AS province
  FROM ${landingTable} AS source
  LEFT JOIN chosen ON chosen.file = source.file_number
  LEFT JOIN units ON units.structure_code = chosen.structure_code AND units.unit = trimBoth(source.area_code)`;

const cleanse = async (context: CleanseContext): Promise<CleanseResult> => {
  const landingTable = `${context.landingPrefix}units`;
  await context.warehouse.command(
    `CREATE TABLE ${landingTable} ENGINE = MergeTree ORDER BY tuple() AS ${withUnits(context.landingTable)}`,
    { signal: context.signal },
  );
  return cleanseRows(
    { ...context, landingTable },
    {
      factTable: "mart.dim_boundaries",
      expressions: [
        ["code", "trimBoth(area_code)"],
        ["edges", `[${edges.map((edge) => `toInt32OrNull(${edge})`).join(", ")}]`],
      ],
      rules: boundaryRules,
      key: ["structure", "code"],
      content: ["outline"],
      placeKey: "0",
      details: { area_code_unknown: "code" },
      facts: [
        ["structure_code", "structure"],
        ["level", "unit_level"],
        ["province_code", "province"],
        ["area_code", "code"],
        ...edges.map((edge, index) => [edge, `assumeNotNull(edges[${index + 1}])`] as const),
        ["outline", "trimBoth(outline)"],
      ],
      day: undefined,
    },
  );
};

/** Outlines of administrative units, as the screen draws them. */
export const boundariesJob: Job = {
  name: "boundaries",
  columns: boundaryColumns,
  rules: [...boundaryRules, ...repeatedRowRules].map(withoutCondition),
  readShape: readBoundaries,
  cleanse,
};
