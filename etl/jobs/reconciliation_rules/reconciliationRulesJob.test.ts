import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../../../warehouse/testing/openTestWarehouse.ts";
import { runJob } from "../../run/runJob.ts";
import { officialTotalsJob } from "../official_totals/officialTotalsJob.ts";
import { reconciliationRulesJob } from "./reconciliationRulesJob.ts";

let warehouse: TestWarehouse;
beforeAll(async () => {
  warehouse = await openTestWarehouse();
});
afterAll(() => warehouse.close());

const load = (paths: string[], job = reconciliationRulesJob) =>
  runJob(
    { job, paths, asOf: "2026-10-31" },
    { warehouse, config: { hashKey: { k0: "1", k1: "2" }, rejectsKey: "0".repeat(64) } },
  );

describe("reconciliation_rules", () => {
  it("takes formulas apart into terms, and refuses what is none", async () => {
    const path = join(await mkdtemp(join(tmpdir(), "rules-")), "own.csv");
    const rows = [
      "ma_quy_tac,ten,van_ban,tinh_den_ngay,ve_trai,so_sanh,ve_phai,sai_so",
      'one,Một,bc,05/04/2022,subjects_sent,=,0.5*doses_sent - subjects_wrong:no_id@2023-04-04,"0,5"',
      "two,Hai,bc,05/04/2022,vaccination.subjects_wrong:error_class=wrong_name|wrong_other,≥,-subjects_wrong,",
      "bad,Sai,bc,05/04/2022,subjects sent (all),=,doses_sent,",
      "sql,Sai,bc,05/04/2022,a');DROP TABLE mart.fct_doses--,=,b,",
      "sign,Sai,bc,05/04/2022,a,≠,b,",
      "one,Một nữa,bc,05/04/2022,subjects_sent,=,doses_sent,",
      ",Không mã,bc,05/04/2022,a,=,b,-1",
    ];
    await writeFile(path, rows.join("\n"));
    const summary = await load([path]);
    expect([summary.read, summary.accepted]).toEqual([7, 2]);
    expect(Object.fromEntries(summary.byRule.map((rule) => [rule.code, rule.rows]))).toEqual({
      formula_invalid: 2,
      comparison_unknown: 1,
      row_conflict: 1,
      rule_code_missing: 1,
      tolerance_invalid: 1,
    });
    const terms = await warehouse.query(
      `SELECT rule_code AS rule, side, factor, origin, toString(as_of_date) AS day, measure_code AS measure, breakdown_code AS breakdown
       FROM mart.dim_reconciliation_terms ORDER BY rule, side, measure`,
      {
        schema: z.object({
          rule: z.string(),
          side: z.string(),
          factor: z.number(),
          origin: z.string(),
          day: z.string(),
          measure: z.string(),
          breakdown: z.string(),
        }),
      },
    );
    expect(terms.map((term) => Object.values(term))).toEqual([
      ["one", "left", 1, "report", "2022-04-05", "subjects_sent", ""],
      ["one", "right", 0.5, "report", "2022-04-05", "doses_sent", ""],
      ["one", "right", -1, "report", "2023-04-04", "subjects_wrong", "no_id"],
      ["two", "left", 1, "warehouse", "2022-04-05", "vaccination.subjects_wrong", "error_class=wrong_name|wrong_other"],
      ["two", "right", -1, "report", "2022-04-05", "subjects_wrong", ""],
    ]);
    const [rule] = await warehouse.query(
      "SELECT kind, comparison, tolerance FROM mart.dim_reconciliation_rules WHERE rule_code = 'one'",
      { schema: z.object({ kind: z.string(), comparison: z.string(), tolerance: z.number() }) },
    );
    expect(rule).toEqual({ kind: "between_reports", comparison: "equal", tolerance: 0.5 });
  });

  it("ships rules whose every figure is a published one", async () => {
    await load([], officialTotalsJob);
    const summary = await load([]);
    expect([summary.rejected, summary.byRule]).toEqual([0, []]);
    const unknown = await warehouse.query(
      `SELECT rule_code AS rule, measure_code AS measure FROM mart.dim_reconciliation_terms
       WHERE load_id = {load:UInt64} AND origin = 'report' AND (as_of_date, measure_code, breakdown_code) NOT IN (
         SELECT as_of_date, measure_code, breakdown_code FROM mart.fct_official_totals)`,
      { params: { load: summary.loadId ?? "0" }, schema: z.object({ rule: z.string(), measure: z.string() }) },
    );
    expect(unknown).toEqual([]);
  });
});
