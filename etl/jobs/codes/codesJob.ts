import { replaceRows } from "../../../warehouse/replaceRows.ts";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";
import type { CleanseContext, CleanseResult, Job, PublishRequest } from "../../job.ts";
import { landingTables } from "../../landing/landingTables.ts";
import { insertPublication } from "../../publication/insertPublication.ts";
import { dayOf } from "../dayOf.ts";
import { endOf } from "../validityPeriods.ts";
import { codeColumns, codeRow, landedCode } from "./codeColumns.ts";
import { codeRules } from "./codeRules.ts";
import { planCodes } from "./planCodes.ts";

const insertJson = async (warehouse: Warehouse, table: string, rows: readonly object[]): Promise<void> => {
  if (rows.length === 0) return;
  const lines = rows.map((row) => Buffer.from(`${JSON.stringify(row)}\n`));
  await warehouse.insertStream(`INSERT INTO ${table} FORMAT JSONEachRow`, lines);
};

const cleanse = async (context: CleanseContext): Promise<CleanseResult> => {
  const { warehouse, landingTable, landingPrefix, verdictsTable, signal } = context;
  const rows = await warehouse.query(
    `SELECT file_number, row_number, ${codeColumns.map((column) => column.name).join(", ")},
       toString(${dayOf("trimBoth(valid_from)")}) AS valid_from_day, toString(${endOf("trimBoth(valid_to)")}) AS valid_to_day
     FROM ${landingTable} ORDER BY file_number, row_number`,
    { schema: landedCode, signal },
  );
  const known = await warehouse.query(
    "SELECT * FROM mart.dim_codes FINAL ORDER BY code_list, sort_order, code, valid_from",
    { schema: codeRow, signal },
  );
  const { codes, verdicts } = planCodes(known, rows, `load ${context.loadId}`);
  await warehouse.command(`CREATE TABLE ${landingPrefix}codes AS mart.dim_codes`, { signal });
  await insertJson(warehouse, `${landingPrefix}codes`, codes);
  await insertJson(
    warehouse,
    verdictsTable,
    verdicts.map(({ row: { file_number, row_number }, rule, detail }) => ({
      ...{ file_number, row_number, detail },
      rule_code: rule,
      place_key: 0,
    })),
  );
  const rejecting = new Set(codeRules.filter((rule) => rule.severity === "reject").map((rule) => rule.code));
  const acceptedCount = rows.length - verdicts.filter(({ rule }) => rejecting.has(rule)).length;
  return { acceptedCount, factCount: acceptedCount, firstDate: undefined, lastDate: undefined };
};

/** Replaces all codes at once by those that the run prepared. */
const publish = async (request: PublishRequest): Promise<void> => {
  const { prefix } = landingTables(request.loadId);
  await replaceRows(request.warehouse, "mart.dim_codes", async (staging) => {
    await request.warehouse.command(`INSERT INTO ${staging} SELECT * FROM ${prefix}codes`);
  });
  await insertPublication(request);
};

/** Codes, spellings and meanings beside those that ship. The findings are what the file changes. */
export const codesJob: Job = {
  name: "codes",
  columns: codeColumns,
  rules: codeRules,
  cleanse,
  publish,
};
