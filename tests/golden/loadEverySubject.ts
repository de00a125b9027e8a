import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findJob } from "../../etl/jobs.ts";
import { runJob } from "../../etl/run/runJob.ts";
import type { TestData } from "../../warehouse/testing/openTestWarehouse.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import { loadGoldenHealth } from "./health/loadGoldenHealth.ts";
import { goldenData } from "./loadGolden.ts";

const config = { hashKey: { k0: "11", k1: "12" }, rejectsKey: "0".repeat(64) };

/** Lists that ship with the product; indicators before the targets that name them. */
const shipped = ["official_totals", "reconciliation_rules", "indicators", "tasks", "expected_sources"];

/** What the golden scenarios leave out. */
const more: readonly (readonly [job: string, lines: readonly string[]])[] = [
  [
    "targets",
    [
      "ma_chi_tieu,ma_chi_so,ap_dung,ten_tinh,tu_ngay,han,muc_tieu,can_cu",
      "lam-sach,vaccination_cleansed,area,,01/03/2022,31/12/2022,40 %,QĐ 1",
      "lam-sach-tinh,vaccination_cleansed,provinces,,01/03/2022,31/12/2022,100 %,QĐ 1",
      "chung-sinh,birth_certificate_connected,area,,01/03/2022,31/12/2022,100 %,QĐ 1",
    ],
  ],
  [
    "task_reports",
    [
      "ma_nhiem_vu,ngay_bao_cao,trang_thai,tien_do,tom_tat",
      "A01,30/04/2022,đang thực hiện,40 %,Đang làm",
      "A01,31/05/2022,hoàn thành,100 %,Xong",
      "B05,31/05/2022,tạm dừng,20 %,Tạm dừng",
    ],
  ],
];

/** The other golden scenario, what ships with the product, and targets and reports on tasks of that time. */
const loadEverySubject = async (warehouse: Warehouse): Promise<void> => {
  const run = (job: string, paths: string[]) =>
    runJob({ job: findJob(job), paths, asOf: "2022-06-30" }, { warehouse, config });
  await loadGoldenHealth(warehouse);
  for (const job of shipped) await run(job, []);
  const folder = await mkdtemp(join(tmpdir(), "subjects-"));
  for (const [job, lines] of more) {
    const path = join(folder, `${job}.csv`);
    await writeFile(path, lines.join("\n"));
    await run(job, [path]);
  }
  await rm(folder, { recursive: true });
};

/** Every subject in one small warehouse, reported until the end of June 2022. */
export const everySubjectData: TestData = { name: "everySubject", on: goldenData, load: loadEverySubject };
