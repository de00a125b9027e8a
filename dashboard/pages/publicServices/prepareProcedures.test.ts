import { expect, it } from "vitest";
import { type ProcedureRow, prepareProcedures } from "./prepareProcedures.ts";

const aRow = (code: string, row: Partial<ProcedureRow> = {}): ProcedureRow => ({
  procedure_code: code,
  procedure_name: `Thủ tục ${code}`,
  handling_level: "province",
  dossiers_received: 100,
  dossiers_online: 40,
  dossiers_resolved: 90,
  dossiers_on_time: 80,
  online_dossier_rate: 0.4,
  on_time_rate: 8 / 9,
  ...row,
});
const shown = (...rows: ProcedureRow[]) =>
  prepareProcedures(rows).map(({ row, overdue, share }) => [row.procedure_code, overdue, share]);

it("puts the procedure with most dossiers overdue first, and measures the others by it", () => {
  expect(shown(aRow("A"), aRow("B", { dossiers_on_time: 50 }))).toEqual([
    ["B", 40, 1],
    ["A", 10, 0.25],
  ]);
});

it("says of none how many are overdue where that is missing or cannot be", () => {
  expect(shown(aRow("A", { dossiers_on_time: null }), aRow("B", { dossiers_on_time: 95 }), aRow("C"))).toEqual([
    ["C", 10, 1],
    ["A", null, null],
    ["B", null, null],
  ]);
});

it("draws no bar where nothing is overdue, and leaves out what no dossier came for", () => {
  expect(shown(aRow("A", { dossiers_on_time: 90 }))).toEqual([["A", 0, null]]);
  expect(shown(aRow("A", { dossiers_received: null, dossiers_resolved: null }))).toEqual([]);
  expect(shown()).toEqual([]);
});
