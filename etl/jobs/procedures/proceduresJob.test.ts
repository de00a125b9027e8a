import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openReportsTestBed, type ReportsTestBed, rulesOf } from "../../testing/reportsTestBed.ts";
import { proceduresJob } from "./proceduresJob.ts";

let bed: ReportsTestBed;
beforeAll(async () => {
  bed = await openReportsTestBed(proceduresJob, ["mart.dim_procedures"]);
});
beforeEach(() => bed.forget());
afterAll(() => bed.close());

const aProcedure = (overrides: Record<string, string> = {}) => ({
  ma_thu_tuc: "1.003034",
  ten_thu_tuc: "Cấp giấy phép hoạt động khám bệnh, chữa bệnh",
  cap_thuc_hien: "Bộ",
  du_dieu_kien: "Có",
  toan_trinh: "không",
  tich_hop_cong_quoc_gia: "x",
  hieu_luc_tu: "01/01/2022",
  hieu_luc_den: "",
  ...overrides,
});

it("reads a procedure's periods, each until the next begins", async () => {
  const summary = await bed.load("list", [
    aProcedure(),
    aProcedure({ hieu_luc_tu: "2023-01-01", toan_trinh: "Toàn trình", cap_thuc_hien: "tỉnh" }),
    aProcedure({
      ma_thu_tuc: "1.000001",
      cap_thuc_hien: "liên tỉnh",
      hieu_luc_tu: "",
      hieu_luc_den: "31/12/2022",
      toan_trinh: "Một phần",
    }),
  ]);
  expect(rulesOf(summary)).toEqual({ handling_level_unknown: 1 });
  expect(
    await bed.facts(
      "mart.dim_procedures",
      "procedure_code, valid_from, valid_to, handling_level, is_eligible, is_full_online, is_on_national_portal",
    ),
  ).toEqual([
    "1.000001 1970-01-01 2022-12-31 unknown true false true",
    "1.003034 2022-01-01 2022-12-31 ministry true false true",
    "1.003034 2023-01-01 2149-06-06 province true true true",
  ]);
});

it("rejects what says nothing sure, and rows that overlap or repeat an earlier one", async () => {
  const summary = await bed.load("list", [
    aProcedure({ hieu_luc_den: "31/12/2022" }),
    aProcedure({ hieu_luc_den: "31/12/2022" }),
    aProcedure({ hieu_luc_den: "31/12/2022", toan_trinh: "có" }),
    aProcedure({ hieu_luc_tu: "01/12/2022" }),
    aProcedure({ hieu_luc_tu: "01/01/2023", hieu_luc_den: "31/12/2022" }),
    aProcedure({ ma_thu_tuc: "2", hieu_luc_tu: "sớm" }),
    aProcedure({ ma_thu_tuc: "3", toan_trinh: "" }),
    aProcedure({ ma_thu_tuc: "4", tich_hop_cong_quoc_gia: "có lẽ" }),
    aProcedure({ ma_thu_tuc: "" }),
    aProcedure({ ma_thu_tuc: "5", ten_thu_tuc: "", toan_trinh: "có", du_dieu_kien: "không" }),
  ]);
  expect([summary.accepted, summary.rejected]).toEqual([2, 8]);
  expect(rulesOf(summary)).toEqual({
    duplicate_row: 1,
    row_conflict: 1,
    period_overlap: 1,
    valid_to_before_valid_from: 1,
    date_invalid: 1,
    answer_missing: 2,
    procedure_code_missing: 1,
    procedure_name_missing: 1,
    full_online_not_eligible: 1,
  });
});
