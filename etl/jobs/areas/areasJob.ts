import { Readable } from "node:stream";
import { z } from "zod";
import { rebuildPlaces } from "../../../warehouse/areas/rebuildPlaces.ts";
import { type ReplaceableTable, replaceRows } from "../../../warehouse/replaceRows.ts";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";
import type { CleanseContext, CleanseResult, Job, PublishRequest } from "../../job.ts";
import { landingTables } from "../../landing/landingTables.ts";
import { insertPublication } from "../../publication/insertPublication.ts";
import { runRebuild } from "../../publication/runRebuild.ts";
import { dayOf } from "../dayOf.ts";
import { type Areas, areaColumns, areaRow, landedArea, mappingRow, structureRow } from "./areaColumns.ts";
import { areaRules } from "./areaRules.ts";
import { planMappings } from "./planMappings.ts";
import { planUnits, type Verdict } from "./planUnits.ts";
import { readConversionTable } from "./readConversionTable.ts";

/** Tables that the job replaces, and the landing tables in which the run keeps their new rows until it publishes. */
const replaced: readonly (readonly [table: ReplaceableTable, suffix: string, rows: keyof Areas])[] = [
  ["mart.dim_structures", "structures", "structures"],
  ["mart.dim_areas", "areas", "areas"],
  ["mart.dim_area_mappings", "mappings", "mappings"],
];

const readAreas = async (warehouse: Warehouse): Promise<Areas> => ({
  structures: await warehouse.query("SELECT * FROM mart.dim_structures FINAL ORDER BY valid_from", {
    schema: structureRow,
  }),
  areas: await warehouse.query("SELECT * FROM mart.dim_areas FINAL ORDER BY level, area_code, valid_from", {
    schema: areaRow,
  }),
  mappings: await warehouse.query("SELECT * FROM mart.dim_area_mappings FINAL", { schema: mappingRow }),
});

const insertJson = async (warehouse: Warehouse, table: string, rows: readonly object[]): Promise<void> => {
  if (rows.length === 0) return;
  const body = Readable.from(rows.map((row) => Buffer.from(`${JSON.stringify(row)}\n`)));
  await warehouse.insertStream(`INSERT INTO ${table} FORMAT JSONEachRow`, body);
};

const cleanse = async (context: CleanseContext): Promise<CleanseResult> => {
  const { warehouse, landingTable, landingPrefix, verdictsTable, signal } = context;
  const names = areaColumns.map((column) => column.name).join(", ");
  const rows = await warehouse.query(
    `SELECT file_number, row_number, ${names}, toString(${dayOf("valid_from")}) AS valid_from_day
     FROM ${landingTable} ORDER BY file_number, row_number`,
    { schema: landedArea, signal },
  );
  const known = await readAreas(warehouse);
  const source = `load ${context.loadId}`;
  const isUnit = (row: { area_code: string; from_code: string; level: string }): boolean =>
    (row.area_code !== "" || row.level === "nation") && row.from_code === "";
  const isStep = (row: { area_code: string; from_code: string; to_code: string }): boolean =>
    row.area_code === "" && row.from_code !== "" && row.to_code !== "";
  const unclear: Verdict[] = rows
    .filter((row) => !isUnit(row) && !isStep(row))
    .map((row) => ({ row, rule: "row_kind_unclear", detail: row.to_code }));
  const verdicts = [
    ...unclear,
    ...planUnits(known, rows.filter(isUnit), source),
    ...planMappings(known, rows.filter(isStep), source),
  ];

  for (const [table, suffix, of] of replaced) {
    await warehouse.command(`CREATE TABLE ${landingPrefix}${suffix} AS ${table}`, { signal });
    await insertJson(warehouse, `${landingPrefix}${suffix}`, known[of]);
  }
  await insertJson(
    warehouse,
    verdictsTable,
    verdicts.map(({ row, rule, detail }) => ({
      file_number: row.file_number,
      row_number: row.row_number,
      rule_code: rule,
      place_key: 0,
      detail,
    })),
  );
  const isReject = (code: string): boolean =>
    areaRules.some((rule) => rule.code === code && rule.severity === "reject");
  const rejectedCount = verdicts.filter(({ rule }) => isReject(rule)).length;
  const accepted = rows.length - rejectedCount;
  return { acceptedCount: accepted, factCount: accepted, firstDate: undefined, lastDate: undefined };
};

const provinces = z.object({ hash: z.string() });
const dataset = z.object({ dataset: z.enum(["sample", "real"]) });

/** Which province each place counts in. */
const readProvinces = async (warehouse: Warehouse): Promise<string> => {
  const [row] = await warehouse.query(
    "SELECT toString(sum(cityHash64(place_key, then_province_code))) AS hash FROM mart.dim_places FINAL",
    { schema: provinces },
  );
  return row?.hash ?? "";
};

/** Replaces the units at once; where places moved to another province, the rollup's sums by province are worked out anew. */
const publish = async (request: PublishRequest): Promise<void> => {
  const { warehouse, signal } = request;
  const { prefix } = landingTables(request.loadId);
  const before = await readProvinces(warehouse);
  for (const [table, suffix] of replaced) {
    await replaceRows(warehouse, table, async (staging) => {
      await warehouse.command(`INSERT INTO ${staging} SELECT * FROM ${prefix}${suffix}`);
    });
  }
  await rebuildPlaces(warehouse);
  if ((await readProvinces(warehouse)) !== before) {
    const datasets = await warehouse.query(
      "SELECT DISTINCT dataset FROM ops.publications WHERE job NOT IN (SELECT job FROM mart.shared_jobs)",
      { schema: dataset, signal },
    );
    for (const each of datasets) {
      const { runId: lockedBy, asOf } = request;
      await runRebuild({ warehouse, dataset: each.dataset, asOf, signal, lockedBy });
    }
  }
  await insertPublication(request);
};

/** Corrections of units and of steps between structures, and later reforms. The findings are what the file changes. */
export const areasJob: Job = {
  name: "areas",
  columns: areaColumns,
  anyOf: [["area_code", "from_code"]],
  rules: areaRules,
  readShape: readConversionTable,
  cleanse,
  publish,
};
