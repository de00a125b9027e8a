import { z } from "zod";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";
import { HttpError } from "../failures/errors.ts";

/** Rows that a run found something in, by rule and file. */
export interface FindingRowsRequest {
  readonly runId: string;
  readonly rule: string;
  readonly file?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

const load = z.object({ loadId: z.number() });
const counted = z.object({ total: z.number() });
const findingRow = z.object({ file: z.string(), row: z.number() });

/**
 * Where a rule was broken: file and row, never what stands there. Row 0 is the file as a whole.
 * @throws HttpError (404) for a run that the ledger does not know or that is not of the data shown
 */
export const readFindingRows = async (
  warehouse: Warehouse,
  { runId, rule, file = "", limit, offset }: FindingRowsRequest,
) => {
  const [run] = await warehouse.query(
    `SELECT max(load_id) AS loadId FROM ops.runs
     WHERE run_id = toUUID({runId:String})
       AND (toString(dataset) = (SELECT dataset FROM mart.shown_dataset) OR (dataset = 'real' AND job IN (SELECT job FROM mart.shared_jobs)))
     HAVING count() > 0`,
    { params: { runId }, schema: load },
  );
  if (run === undefined) {
    throw new HttpError(404, `Không có lượt chạy ${runId}. (No such run.)`, "Xem các lượt chạy: /api/runs", {
      fields: ["runId"],
    });
  }
  const params = { ...run, rule, file, limit, offset };
  const found = `ops.findings WHERE load_id = {loadId:UInt64} AND rule_code = {rule:String}
    AND ({file:String} = '' OR file_name = {file:String})`;
  const [rows, [count]] = await Promise.all([
    warehouse.query(
      `SELECT file_name AS file, row_number AS row FROM ${found}
       ORDER BY file_name, row_number LIMIT {limit:UInt32} OFFSET {offset:UInt32}`,
      { params, schema: findingRow },
    ),
    warehouse.query(`SELECT count() AS total FROM ${found}`, { params, schema: counted }),
  ]);
  return { total: count?.total ?? 0, rows };
};

export interface FindingStatesRequest {
  readonly job: string;
  readonly rule: string;
  readonly limit: number;
  readonly offset: number;
  readonly only?: readonly string[] | undefined;
}

const stateChange = z.object({
  provinceCode: z.string(),
  provinceName: z.string(),
  state: z.enum(["new", "acknowledged", "explained", "fixed"]),
  note: z.string(),
  changedAt: z.string(),
});

/**
 * What was done about a rule's findings, province by province, the newest first. A code that ends in ? is no province. `only`: of these
 * provinces ("34/01"), in rows and total.
 */
export const readFindingStates = async (warehouse: Warehouse, { only, ...request }: FindingStatesRequest) => {
  const found = `ops.finding_states WHERE job = {job:String} AND rule_code = {rule:String}
    AND ({isAll:Bool} OR has({only:Array(String)}, concat(
      toString(dictGetOrDefault('mart.places', 'structure_code', place_key, 0)), '/',
      dictGetOrDefault('mart.places', 'then_province_code', place_key, ''))))`;
  const params = { ...request, isAll: only === undefined, only: [...(only ?? [])] };
  const [changes, [count]] = await Promise.all([
    warehouse.query(
      `SELECT dictGetOrDefault('mart.places', 'then_province_code', place_key, '') AS provinceCode,
         dictGetOrDefault('mart.places', 'then_province_name', place_key, '') AS provinceName,
         toString(state) AS state, note, formatDateTime(changed_at, '%Y-%m-%dT%H:%i:%SZ', 'UTC') AS changedAt
       FROM ${found} ORDER BY changed_at DESC, place_key LIMIT {limit:UInt32} OFFSET {offset:UInt32}`,
      { params, schema: stateChange },
    ),
    warehouse.query(`SELECT count() AS total FROM ${found}`, { params, schema: counted }),
  ]);
  return { total: count?.total ?? 0, changes };
};
