import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openReportsTestBed, type ReportsTestBed, rulesOf } from "../../testing/reportsTestBed.ts";
import { dossiersJob } from "./dossiersJob.ts";

let bed: ReportsTestBed;
beforeAll(async () => {
  bed = await openReportsTestBed(dossiersJob, ["mart.fct_dossiers", "mart.dim_procedures"]);
});
beforeEach(async () => {
  await bed.forget();
  await bed.warehouse.command(`INSERT INTO mart.dim_procedures (load_id, procedure_code, valid_from, valid_to) VALUES
    (7, '1.003034', '2022-01-01', '2022-12-31'), (7, '1.003034', '2024-03-15', '2149-06-06')`);
  await bed.warehouse.command(
    "INSERT INTO ops.publications (publication_number, load_id, job, batch_code, dataset, sample_scale) VALUES (1, 7, 'procedures', 'list', 'real', 1)",
  );
});
afterAll(() => bed.close());

const aMonth = (overrides: Record<string, string> = {}) => ({
  ma_thu_tuc: "1.003034",
  ma_tinh: "01",
  ten_tinh: "",
  thang: "06/2022",
  so_tiep_nhan: "120",
  so_truc_tuyen: "90",
  so_da_giai_quyet: "110",
  so_dung_han: "105",
  ...overrides,
});
const facts = () =>
  bed.facts(
    "mart.fct_dossiers",
    "procedure_code, place_key, month, received_count, online_count, resolved_count, on_time_count",
  );
const details = async (summary: Awaited<ReturnType<typeof bed.load>>, rule: string) =>
  (await bed.findings(summary))
    .filter((finding) => finding.rule === rule)
    .map(({ row, detail }) => `${row}: ${detail}`);

it("counts dossiers where they were received: a province of that month's structure, or the Ministry itself", async () => {
  const summary = await bed.load(
    "dossiers",
    [
      aMonth(),
      aMonth({ ma_tinh: "", ten_tinh: "TP. Hồ Chí Minh", so_truc_tuyen: "" }),
      aMonth({ ma_tinh: "" }),
      aMonth({ ma_tinh: "01", thang: "2025-07" }),
      aMonth({ ma_tinh: "", thang: "tháng 7/2025", so_tiep_nhan: "1.200" }),
    ],
    "2025-12-31",
  );
  expect([summary.accepted, summary.rejected]).toEqual([5, 0]);
  expect(await facts()).toEqual([
    "1.003034 34200001 2025-07-01 120 90 110 105",
    "1.003034 34300000 2025-07-01 1200 90 110 105",
    "1.003034 63200001 2022-06-01 120 90 110 105",
    "1.003034 63200079 2022-06-01 120 -1 110 105",
    "1.003034 63300000 2022-06-01 120 90 110 105",
  ]);
});

it("rejects rows that cannot be counted or contradict themselves or an earlier row", async () => {
  const summary = await bed.load("dossiers", [
    aMonth(),
    aMonth(),
    aMonth({ so_tiep_nhan: "121" }),
    aMonth({ ma_thu_tuc: " " }),
    aMonth({ thang: "" }),
    aMonth({ thang: "13/2022" }),
    aMonth({ thang: "01/2023" }),
    aMonth({ ma_tinh: "99" }),
    aMonth({ ma_tinh: "", ten_tinh: "Đâu đó" }),
    aMonth({ ma_tinh: "02", so_truc_tuyen: "121" }),
    aMonth({ ma_tinh: "02", so_dung_han: "111" }),
    aMonth({ ma_tinh: "02", so_tiep_nhan: "một" }),
    aMonth({ ma_tinh: "02", so_tiep_nhan: "", so_truc_tuyen: "", so_da_giai_quyet: "", so_dung_han: "" }),
    aMonth({ ma_tinh: "04", so_tiep_nhan: "", so_da_giai_quyet: "" }),
  ]);
  expect([summary.accepted, summary.rejected]).toEqual([2, 12]);
  expect(rulesOf(summary)).toEqual({
    duplicate_row: 1,
    row_conflict: 1,
    procedure_code_missing: 1,
    month_invalid: 2,
    month_in_future: 1,
    province_unknown: 2,
    online_above_received: 1,
    on_time_above_resolved: 1,
    count_invalid: 1,
    count_missing: 1,
  });
});

it("finds procedures that no list knows, or that were not in force", async () => {
  const summary = await bed.load(
    "dossiers",
    [
      aMonth({ ma_thu_tuc: "9.999999" }),
      // In force until 31 December 2022 and from 15 March 2024.
      aMonth({ thang: "12/2022" }),
      aMonth({ ma_tinh: "02", thang: "01/2023" }),
      aMonth({ ma_tinh: "04", thang: "02/2024" }),
      aMonth({ ma_tinh: "06", thang: "03/2024" }),
    ],
    "2024-12-31",
  );
  expect(await details(summary, "procedure_unknown")).toEqual(["1: 9.999999 2022-06"]);
  expect(await details(summary, "procedure_not_in_force")).toEqual(["3: 1.003034 2023-01", "4: 1.003034 2024-02"]);
});

it("finds far more resolved than received and left over, months left out, and months reported otherwise before", async () => {
  await bed.load("first", [
    aMonth({ thang: "01/2022", so_tiep_nhan: "100", so_da_giai_quyet: "60", so_dung_han: "60" }),
    aMonth({ thang: "02/2022", so_tiep_nhan: "100", so_da_giai_quyet: "90", so_dung_han: "60" }),
  ]);
  const summary = await bed.load("second", [
    // Told as the first batch did.
    aMonth({ thang: "01/2022", so_tiep_nhan: "100", so_da_giai_quyet: "60", so_dung_han: "60" }),
    // Told otherwise: from here on 100 − 95 are left over.
    aMonth({ thang: "02/2022", so_tiep_nhan: "100", so_da_giai_quyet: "95", so_dung_han: "60" }),
    // 40 + 5 left over: 2 × (30 + 45) = 150 is not yet far.
    aMonth({ thang: "04/2022", so_tiep_nhan: "30", so_truc_tuyen: "0", so_da_giai_quyet: "150", so_dung_han: "60" }),
    // Nothing is left over any more: 2 × (30 + 0) = 60.
    aMonth({ thang: "07/2022", so_tiep_nhan: "30", so_truc_tuyen: "0", so_da_giai_quyet: "61", so_dung_han: "60" }),
    // Few: 9 more than were received.
    aMonth({
      ma_tinh: "02",
      thang: "07/2022",
      so_tiep_nhan: "1",
      so_truc_tuyen: "0",
      so_da_giai_quyet: "10",
      so_dung_han: "1",
    }),
  ]);
  expect(rulesOf(summary)).toEqual({ resolved_above_received: 1, month_missing: 2, reported_before: 1 });
  expect(await details(summary, "resolved_above_received")).toEqual(["4: 1.003034 2022-07: 61 > 30 + 0"]);
  expect(await details(summary, "month_missing")).toEqual(["3: 1.003034 2022-03", "4: 1.003034 2022-05 – 2022-06"]);
  expect(await details(summary, "reported_before")).toEqual(["2: 1.003034 2022-02: first → second"]);
  // The newer batch counts for its months, whole.
  expect(
    await bed.effectiveFacts(
      "mart.fct_dossiers",
      "procedure_code, place_key, month",
      "place_key, month, resolved_count",
    ),
  ).toEqual([
    "63200001 2022-01-01 60",
    "63200001 2022-02-01 95",
    "63200001 2022-04-01 150",
    "63200001 2022-07-01 61",
    "63200002 2022-07-01 10",
  ]);
});
