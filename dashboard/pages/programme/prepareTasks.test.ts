import { expect, it } from "vitest";
import { dayShare, prepareTaskHeadline, prepareTasks, spanOf } from "./prepareTasks.ts";
import type { TaskRow } from "./programme.ts";

const aTask = (task_number: number, values: Partial<TaskRow> = {}): TaskRow => ({
  task_code: `A${task_number}`,
  task_number,
  task_name: `Nhiệm vụ ${task_number}`,
  group_code: "A",
  group_name: "Nhóm A",
  lead_unit: "",
  cooperating_units: "",
  start_year: 2023,
  end_year: 2025,
  legal_basis: "",
  scan_note: "",
  status: "no_report",
  is_overdue: "no",
  is_silent: "no",
  last_report_date: "",
  last_report_summary: "",
  reported_progress: null,
  days_since_report: null,
  ...values,
});
const keys = (rows: TaskRow[]) => prepareTaskHeadline(prepareTasks(rows)).map(({ key }) => key);

it("groups tasks, overdue ones before silent ones before the order of the annex", () => {
  const { groups, counts } = prepareTasks([
    aTask(4, { group_code: "B", status: "done" }),
    aTask(1, { status: "in_progress" }),
    aTask(2, { is_silent: "yes" }),
    aTask(3, { is_overdue: "yes", status: "suspended" }),
  ]);
  expect(groups.map(({ code, tasks }) => [code, tasks.map(({ row }) => row.task_number)])).toEqual([
    ["A", [3, 2, 1]],
    ["B", [4]],
  ]);
  expect(counts).toEqual({ noReport: 1, notStarted: 0, inProgress: 1, suspended: 1, done: 1 });
});

it("says that nothing was reported, instead of that nothing is done", () => {
  expect(keys([])).toEqual([]);
  expect(keys([aTask(1, { is_silent: "yes" })])).toEqual(["tasks.headline.nothingReported", "tasks.headline.begun"]);
  expect(
    keys([aTask(1), aTask(2, { status: "done" }), aTask(3, { status: "in_progress", is_overdue: "yes" })]),
  ).toEqual(["tasks.headline.done", "tasks.headline.overdue", "tasks.headline.noReport"]);
});

it("draws no bar for years that are not known, or that end before they begin", () => {
  const { groups, years } = prepareTasks([
    aTask(1, { start_year: 2023, end_year: 2026 }),
    aTask(2, { start_year: null, end_year: null }),
    aTask(3, { start_year: 2025, end_year: 2024 }),
    aTask(4, { start_year: 2024, end_year: 2024 }),
  ]);
  expect(groups[0]?.tasks.map((task) => spanOf(task, years))).toEqual([
    { from: 0, to: 1 },
    null,
    null,
    { from: 0.25, to: 0.5 },
  ]);
  expect(prepareTasks([aTask(1, { start_year: null, end_year: null })]).years).toBeNull();
  expect(dayShare("2022-06-30", years)).toBeNull();
  expect(dayShare("2025-01-01", years)).toBe(0.5);
  expect(dayShare("2025-01-01", null)).toBeNull();
});
