import { isPlaceKnownTo, placeKeySql, structureOfPlaceSql } from "../../../warehouse/areas/placeKey.ts";
import type { CleanseContext, CleanseResult, Job } from "../../job.ts";
import { currentLoads } from "../../publication/currentLoads.ts";
import { cleanseRows, repeatedRowRules } from "../cleanseRows.ts";
import { codeTextOf } from "../codeTextOf.ts";
import { countOf } from "../countOf.ts";
import { monthOf } from "../monthOf.ts";
import { placeOfRow } from "../places/placeOfRow.ts";
import { withoutCondition } from "../rowRule.ts";
import { dossierColumns, dossierCounts } from "./dossierColumns.ts";
import { dossierRules, dossierSequenceRules } from "./dossierRules.ts";
import { listDossierFindings } from "./listDossierFindings.ts";

/** Table of the procedures that lists in force know, with the periods in which they hold. */
const readProcedures = async (context: CleanseContext): Promise<string> => {
  const table = `${context.landingPrefix}procedures`;
  const loads = await currentLoads(context, "procedures");
  await context.warehouse.command(
    `CREATE TABLE ${table} (procedure_code String, periods Array(Tuple(Date, Date))) ENGINE = Join(ANY, LEFT, procedure_code)`,
  );
  await context.warehouse.command(
    `INSERT INTO ${table} SELECT procedure_code, groupArray((valid_from, valid_to)) FROM mart.dim_procedures
     WHERE load_id IN {loads:Array(UInt64)} GROUP BY procedure_code`,
    { params: { loads: [0, ...loads] }, signal: context.signal },
  );
  return table;
};

const cleanse = async (context: CleanseContext): Promise<CleanseResult> => {
  const procedures = await readProcedures(context);
  const place = await placeOfRow(context, { provinceCode: "province_code", provinceName: "province_name" });
  // The nation's unknown place is the Ministry: a province that is named but not known must not count there.
  const placeKey = `if(trimBoth(province_code) = '' AND trimBoth(province_name) = '',
    ${placeKeySql(place.structureOn("first_day"), "nation")},
    if(${structureOfPlaceSql(place.placeKey("first_day"))} = ${place.structureOn("first_day")} AND ${isPlaceKnownTo("province", place.placeKey("first_day"))},
      ${place.placeKey("first_day")}, toUInt32(0)))`;
  const result = await cleanseRows(context, {
    factTable: "mart.fct_dossiers",
    expressions: [
      ["code", codeTextOf("procedure_code")],
      ["first_day", monthOf("month")],
      ["place", placeKey],
      ["counts", `[${dossierCounts.map((name) => countOf(name)).join(", ")}]`],
      ["periods", `joinGet('${procedures}', 'periods', code)`],
    ],
    rules: dossierRules,
    key: ["code", "place", "first_day"],
    content: ["counts"],
    placeKey: "place",
    details: Object.fromEntries(
      dossierRules
        .filter(({ code }) => code !== "procedure_code_missing")
        .map(({ code }) => [
          code,
          "concat(code, if(first_day > toDate(0), concat(' ', formatDateTime(first_day, '%Y-%m')), ''))",
        ]),
    ),
    facts: [
      ["procedure_code", "code"],
      ["place_key", "place"],
      ["month", "first_day"],
      ...dossierCounts.map((name, index) => [name, `counts[${index + 1}]`] as const),
    ],
    day: "least(toLastDayOfMonth(month), {as_of:Date})",
    params: place.params,
  });
  await listDossierFindings(context);
  return result;
};

/** Dossiers of administrative procedures by receiving province and month. */
export const dossiersJob: Job = {
  name: "dossiers",
  columns: dossierColumns,
  rules: [...[...dossierRules, ...repeatedRowRules].map(withoutCondition), ...Object.values(dossierSequenceRules)],
  form: {
    rows: "empty",
    columns: dossierColumns.map(({ name }) => name),
    monthColumn: "month",
  },
  cleanse,
};
