import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../../../warehouse/testing/openTestWarehouse.ts";
import type { Job } from "../../job.ts";
import { runJob } from "../../run/runJob.ts";
import { indicatorsJob } from "../indicators/indicatorsJob.ts";
import { taskReportsJob } from "../task_reports/taskReportsJob.ts";
import { tasksJob } from "../tasks/tasksJob.ts";
import { targetsJob } from "./targetsJob.ts";

let warehouse: TestWarehouse;
let folder: string;
beforeAll(async () => {
  warehouse = await openTestWarehouse();
  folder = await mkdtemp(join(tmpdir(), "target-jobs-"));
});
afterAll(async () => {
  await warehouse.close();
  await rm(folder, { recursive: true });
});

const load = async (job: Job, paths: string[], asOf = "2026-06-30") => {
  const summary = await runJob(
    { job, paths, asOf },
    { warehouse, config: { hashKey: { k0: "1", k1: "2" }, rejectsKey: "0".repeat(64) } },
  );
  const rules = Object.fromEntries(summary.byRule.map(({ code, rows }) => [code, rows]));
  return { read: summary.read, accepted: summary.accepted, rules };
};
const loadText = async (job: Job, name: string, text: string, asOf?: string) => {
  const path = join(folder, name);
  await writeFile(path, text);
  return load(job, [path], asOf);
};
const inForce = "load_id IN (SELECT load_id FROM mart.current_loads)";
const rowsOf = async (sql: string) => {
  const cell = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
  const rows = await warehouse.query(sql, { schema: z.record(z.string(), cell) });
  return rows.map((row) => Object.values(row));
};

describe("what ships with the product", () => {
  it("has an indicator and a target for every one that the decision names, and says which the warehouse cannot measure", async () => {
    expect(await load(indicatorsJob, [])).toEqual({ read: 11, accepted: 11, rules: { measure_missing: 2 } });
    expect(await load(targetsJob, [])).toEqual({ read: 19, accepted: 19, rules: {} });
    expect(
      await rowsOf(`SELECT indicator_code, target_value FROM mart.fct_targets
        WHERE ${inForce} AND applies_to = 'area' AND target_value != 1`),
    ).toEqual([["digital_platform_adults", 0.6]]);
    expect(
      await rowsOf(`SELECT DISTINCT place_key, toString(valid_from), toString(deadline) FROM mart.fct_targets
        WHERE ${inForce} AND target_code LIKE 'qd2491-%'`),
    ).toEqual([[63_300_000, "2023-06-13", "2025-12-31"]]);
  });

  it("has the 51 tasks in the annex's order, and says where the scan is broken", async () => {
    expect(await load(tasksJob, [])).toEqual({
      read: 51,
      accepted: 51,
      rules: { scan_unclear: 13, task_name_missing: 3, years_missing: 4 },
    });
    expect(
      await rowsOf(`SELECT group_code, count(), min(task_number), max(task_number) FROM mart.dim_tasks
        WHERE ${inForce} GROUP BY group_code ORDER BY group_code`),
    ).toEqual([
      ["A", 28, 1, 28],
      ["B", 12, 29, 40],
      ["C", 6, 41, 46],
      ["D", 2, 47, 48],
      ["E", 3, 49, 51],
    ]);
    expect(
      await rowsOf(`SELECT lead_unit, cooperating_units, start_year, end_year FROM mart.dim_tasks
        WHERE ${inForce} AND task_code = 'A15'`),
    ).toEqual([["Trung tâm TTYQG", ["Cục QLD", "Vụ TTB & CTYT"], 2023, 2025]]);
  });
});

describe("indicators", () => {
  it("refuses measures, filters, periods and directions that cannot be asked for", async () => {
    const summary = await loadText(
      indicatorsJob,
      "more.csv",
      `ma_chi_so,ten,chi_so_cube,filter_member,filter_values,ky,chieu_tot,don_vi
deaths,Số ca,services.deaths,services.sex,nam | nữ|,Tháng,Giảm,case
Sai Mã,Tên,services.deaths,,,,tăng,case
no_name,,services.deaths,,,,tăng,case
no_view,Tên,deaths,,,,tăng,case
spliced,Tên,"services.deaths; DROP",,,,tăng,case
other_view,Tên,services.deaths,payments.grade,I,,tăng,case
no_values,Tên,services.deaths,services.sex,,,tăng,case
decade,Tên,services.deaths,,,thập kỷ,tăng,case
sideways,Tên,services.deaths,,,,ngang,case
deaths,Số ca,services.deaths,services.sex,nữ|nam,tháng,giảm,case
deaths,Số ca tử vong,services.deaths,services.sex,nữ|nam,tháng,giảm,case
`,
    );
    expect(summary).toEqual({
      read: 11,
      accepted: 1,
      rules: {
        better_unknown: 1,
        duplicate_row: 1,
        filter_invalid: 2,
        indicator_code_invalid: 1,
        indicator_name_missing: 1,
        measure_invalid: 2,
        name_en_missing: 11,
        period_unknown: 1,
        row_conflict: 1,
      },
    });
    expect(
      await rowsOf(
        `SELECT name_en, filter_values, toString(period), toString(better) FROM mart.dim_indicators WHERE indicator_code = 'deaths'`,
      ),
    ).toEqual([["Số ca", ["nam", "nữ"], "month", "down"]]);
  });
});

describe("targets", () => {
  const header = "ma_chi_tieu;ma_chi_so;ma_tinh;ten_tinh;ma_xa;ap_dung;tu_ngay;han;muc_tieu;can_cu\n";

  it("reads values as rates or numbers, and places in the structure of their first day", async () => {
    const summary = await loadText(
      targetsJob,
      "values.csv",
      `${header}a;full_online_rate;;;;;01/01/2024;31/12/2024;95 %;QĐ
b;full_online_rate;;;;;01/01/2024;31/12/2025;0,955;QĐ
c;full_online_rate;01;;;toàn địa bàn;01/01/2024;31/12/2024;95;QĐ
d;full_online_rate;;TP. Hồ Chí Minh;;Từng xã;01/01/2024;31/12/2024;1;QĐ
e;deaths;;;00004;;01/08/2025;31/12/2025;1.234,5;QĐ
f;deaths;;;;từng tỉnh;01/08/2025;31/12/2025;12.500;
`,
    );
    expect(summary).toEqual({ read: 6, accepted: 6, rules: { legal_basis_missing: 1 } });
    expect(
      await rowsOf(`SELECT target_code, target_value, place_key, toString(applies_to) FROM mart.fct_targets
        WHERE ${inForce} AND length(target_code) = 1 ORDER BY target_code`),
    ).toEqual([
      ["a", 0.95, 63_300_000, "area"],
      ["b", 0.955, 63_300_000, "area"],
      ["c", 0.95, 63_200_001, "area"],
      ["d", 1, 63_200_079, "communes"],
      ["e", 1234.5, 34_000_004, "area"],
      ["f", 12_500, 34_300_000, "provinces"],
    ]);
  });

  it("refuses what is no target, and the second of two for the same indicator, area and deadline", async () => {
    const summary = await loadText(
      targetsJob,
      "wrong.csv",
      `${header};full_online_rate;;;;;01/01/2024;31/12/2024;1;QĐ
b;no_such;;;;;01/01/2024;31/12/2025;1;QĐ
c;full_online_rate;;;;;;31/12/2024;1;QĐ
d;full_online_rate;;;;;01/01/2024;cuối năm;1;QĐ
e;full_online_rate;;;;;01/01/2024;31/12/2023;1;QĐ
f;full_online_rate;640;;;;01/01/2024;31/12/2026;1;QĐ
g;full_online_rate;;;000040;;01/01/2024;31/12/2026;1;QĐ
h;full_online_rate;01;;;từng tỉnh;01/01/2024;31/12/2026;1;QĐ
i;full_online_rate;;;00004;từng xã;01/01/2024;31/12/2026;1;QĐ
k;full_online_rate;;;;từng huyện;01/01/2024;31/12/2026;1;QĐ
l;full_online_rate;;;;;01/01/2024;31/12/2026;nhiều;QĐ
m;deaths;;;;;01/01/2024;31/12/2026;5 %;QĐ
n;full_online_rate;;;;;01/01/2024;31/12/2026;101 %;QĐ
o;full_online_rate;01;;;;01/01/2024;31/12/2027;90 %;QĐ
p;full_online_rate;;Hà Nội;;;01/01/2024;31/12/2027;95 %;QĐ
o;full_online_rate;01;;;;01/01/2024;31/12/2028;95 %;QĐ
o;full_online_rate;01;;;;01/01/2024;31/12/2027;0,9;QĐ
`,
    );
    expect(summary).toEqual({
      read: 17,
      accepted: 1,
      rules: {
        applies_to_invalid: 3,
        area_unknown: 2,
        deadline_before_start: 1,
        deadline_invalid: 1,
        duplicate_row: 1,
        indicator_unknown: 1,
        rate_above_100: 1,
        row_conflict: 1,
        target_code_missing: 1,
        target_code_reused: 1,
        valid_from_invalid: 1,
        value_invalid: 2,
      },
    });
  });
});

describe("tasks", () => {
  it("refuses rows without code, number or group and years that run backwards", async () => {
    const summary = await loadText(
      tasksJob,
      "tasks-wrong.csv",
      `task_number,task_code,group_code,name,start_year,end_year
1,,A,Tên,2023,2025
0,A02,A,Tên,2023,2025
3,A03,,Tên,2023,2025
4,A04,A,Tên,2025,2023
5,A05,A,Tên,đầu năm,2023
6,A06,A,Tên,2023,2023
`,
    );
    expect(summary).toEqual({
      read: 6,
      accepted: 1,
      rules: { group_missing: 1, task_code_missing: 1, task_number_invalid: 1, year_invalid: 2 },
    });
  });
});

describe("task_reports", () => {
  const header = "ma_nhiem_vu,ngay_bao_cao,trang_thai,tien_do,tom_tat\n";

  it("judges each report, and compares it with the one before, also of an earlier file", async () => {
    const first = await loadText(
      taskReportsJob,
      "reports-2024.csv",
      `${header}A01,31/01/2024,Chưa thực hiện,,
A01,31/03/2024,đang thực hiện,30 %,Bắt đầu
A01,30/06/2024,đang thực hiện,20,
A01,30/09/2024,Tạm dừng,10,
Z99,31/01/2024,hoàn thành,100,
A02,31/01/2024,gần xong,90,
A02,29/02/2024,đang thực hiện,101 %,
A02,31/03/2024,đang thực hiện,một nửa,
A02,,đang thực hiện,5,
A02,01/07/2026,đang thực hiện,5,
A02,30/06/2024,in_progress,50,
A02,30/06/2024,in_progress,60,
`,
    );
    expect(first).toEqual({
      read: 12,
      accepted: 5,
      rules: {
        progress_falling: 1,
        progress_invalid: 2,
        report_date_invalid: 1,
        report_in_future: 1,
        row_conflict: 1,
        status_unknown: 1,
        task_unknown: 1,
      },
    });
    const second = await loadText(
      taskReportsJob,
      "reports-2025.csv",
      `${header}A02,31/01/2025,đang thực hiện,40,
A01,31/01/2025,đang thực hiện,5,
`,
    );
    expect(second).toEqual({ read: 2, accepted: 2, rules: { progress_falling: 1 } });
    expect(
      await rowsOf(`SELECT toString(report_date), toString(status), progress_percent, summary FROM mart.fct_task_reports
        WHERE ${inForce} AND task_code = 'A01' ORDER BY report_date LIMIT 2`),
    ).toEqual([
      ["2024-01-31", "not_started", -1, ""],
      ["2024-03-31", "in_progress", 30, "Bắt đầu"],
    ]);
  });
});
