import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestWarehouse, type TestWarehouse } from "../warehouse/testing/openTestWarehouse.ts";
import { type RunningServer, startServer } from "./server/startServer.ts";
import { ask, askOne, type Question } from "./testing/askCube.ts";
import { publish, writeRows } from "./testing/changes.ts";

let warehouse: TestWarehouse;
let server: RunningServer;

const task = (number: number, group: string, startYear: number, endYear: number, more: object = {}): object => ({
  ...{
    load_id: 3001,
    task_code: `${group}0${number}`,
    task_number: number,
    group_code: group,
    group_name: `Nhóm ${group}`,
  },
  ...{ name: `Nhiệm vụ ${number}`, lead_unit: "Trung tâm TTYQG", cooperating_units: ["Cục A", "Cục B"] },
  ...{ start_year: startYear, end_year: endYear, infrastructure: "", legal_basis: "", scan_note: "", ...more },
});
const report = (code: string, day: string, status: string, percent = -1, load = 3002): object => ({
  ...{
    load_id: load,
    task_code: code,
    report_date: day,
    status,
    progress_percent: percent,
    summary: `Tình hình ${day}`,
  },
});

/**
 * A01 done in 2023, A02 under way and reporting, A03 under way and silent since September 2023, A04 to be done by 2023 and not started, B05
 * suspended, B06 never reported on (its years cannot be read), B07 to begin in 2025. A later file corrects A02's report of 31 December.
 */
beforeAll(async () => {
  warehouse = await openTestWarehouse();
  await writeRows(warehouse, "mart.dim_tasks", [
    task(1, "A", 2023, 2023),
    task(2, "A", 2023, 2025),
    task(3, "A", 2023, 2025),
    task(4, "A", 2023, 2023),
    task(5, "B", 2023, 2024),
    task(6, "B", 0, 0, { name: "", lead_unit: "", cooperating_units: [], scan_note: "Mất dòng" }),
    task(7, "B", 2025, 2026),
  ]);
  await writeRows(warehouse, "mart.fct_task_reports", [
    report("A01", "2023-06-30", "in_progress", 60),
    report("A01", "2023-11-30", "done", 100),
    report("A02", "2023-12-31", "in_progress", 40),
    report("A03", "2023-09-30", "in_progress", 10),
    report("A04", "2023-12-31", "not_started"),
    report("B05", "2023-06-30", "suspended", 20),
    report("A02", "2023-12-31", "in_progress", 35, 3003),
    report("A02", "2024-03-31", "in_progress", 50, 3003),
  ]);
  await publish(warehouse, { number: 1, loadId: 3001, job: "tasks", firstDate: "1970-01-01", lastDate: "1970-01-01" });
  const days = { firstDate: "2023-06-30", lastDate: "2024-03-31" };
  await publish(warehouse, { number: 2, loadId: 3002, job: "task_reports", ...days });
  await publish(warehouse, { number: 3, loadId: 3003, job: "task_reports", ...days });
  server = await startServer({ host: "127.0.0.1", port: 0, warehouse }, { log: pino({ level: "silent" }) });
});

afterAll(async () => {
  await server?.close();
  await warehouse?.close();
});

const view = "programme";
const counts = [
  ...["task_count", "tasks_done", "tasks_in_progress", "tasks_not_started", "tasks_suspended", "tasks_without_report"],
  ...["tasks_overdue", "tasks_silent", "task_progress"],
];
const is = (member: string, value: string) => ({ member, operator: "equals", values: [value] });
const until = (day: string): Partial<Question> => ({ dateRange: ["2023-01-01", day] });
const oneTask = (code: string, more: Partial<Question> = {}) =>
  askOne(server.url, {
    ...{
      view,
      measures: ["reported_progress", "days_since_report"],
      dimensions: ["status", "is_overdue", "is_silent"],
    },
    ...more,
    filters: [is("task_code", code), ...(more.filters ?? [])],
  });

describe("the programme", () => {
  it("stands on a day as the last reports by then say", async () => {
    expect(await askOne(server.url, { view, measures: counts, ...until("2024-01-31") })).toEqual({
      ...{ task_count: 7, tasks_done: 1, tasks_in_progress: 2, tasks_not_started: 1, tasks_suspended: 1 },
      // A03 reported nothing for 123 days, B06 never did; A04's year has passed.
      ...{ tasks_without_report: 2, tasks_overdue: 1, tasks_silent: 2, task_progress: 1 / 7 },
    });
    expect(await askOne(server.url, { view, measures: counts, ...until("2023-10-31") })).toMatchObject({
      ...{ tasks_done: 0, tasks_in_progress: 2, tasks_without_report: 4, tasks_overdue: 0, task_progress: 0 },
      // A01's last report is 123 days old, A03's 31; A02, A04 and B06 reported nothing yet.
      tasks_silent: 4,
    });
  });

  it("is divided by group and unit", async () => {
    const groups = await ask(server.url, {
      ...{
        view,
        measures: ["task_count", "task_progress"],
        dimensions: ["group_code", "lead_unit"],
        ...until("2024-01-31"),
      },
    });
    expect(groups.toSorted((one, other) => Number(other.task_count) - Number(one.task_count))).toEqual([
      { group_code: "A", lead_unit: "Trung tâm TTYQG", task_count: 4, task_progress: 0.25 },
      { group_code: "B", lead_unit: "Trung tâm TTYQG", task_count: 2, task_progress: 0 },
      { group_code: "B", lead_unit: "", task_count: 1, task_progress: 0 },
    ]);
  });
});

describe("a task", () => {
  it("has its last report, as known now and as known before it was corrected", async () => {
    expect(await oneTask("A02", until("2024-01-31"))).toEqual({
      ...{ status: "in_progress", is_overdue: "no", is_silent: "no", reported_progress: 35, days_since_report: 31 },
    });
    expect(await oneTask("A02", { ...until("2024-01-31"), filters: [is("as_known_on", "p2")] })).toMatchObject({
      reported_progress: 40,
    });
    expect(await oneTask("A02", { dimensions: ["last_report_date", "last_report_summary"] })).toEqual({
      ...{ last_report_date: "2024-03-31", last_report_summary: "Tình hình 2024-03-31" },
      ...{ reported_progress: 50, days_since_report: 0 },
    });
  });

  it("is neither overdue nor known where the scan hides its years and nobody reported", async () => {
    const dimensions = ["task_name", "start_year", "end_year", "status", "is_overdue", "last_report_date"];
    expect(await oneTask("B06", { ...until("2024-01-31"), dimensions })).toEqual({
      ...{ task_name: "Không đọc được tên trong bản quét", start_year: null, end_year: null, status: "no_report" },
      ...{ is_overdue: "no", last_report_date: "", reported_progress: null, days_since_report: null },
    });
  });

  it("of several has no report of its own", async () => {
    expect(await askOne(server.url, { view, measures: ["reported_progress", "days_since_report"] })).toEqual({
      ...{ reported_progress: null, days_since_report: null },
    });
  });
});
