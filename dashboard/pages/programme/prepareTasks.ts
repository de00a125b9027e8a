import type { MessageKey } from "../../messages/catalogues.ts";
import type { MessageValues } from "../../messages/createTranslate.ts";
import type { TaskRow } from "./programme.ts";

export const taskStates = ["noReport", "notStarted", "inProgress", "suspended", "done"] as const;
export type TaskState = (typeof taskStates)[number];

export interface Task {
  row: TaskRow;
  state: TaskState;
  isOverdue: boolean;
  isSilent: boolean;
}
export interface TaskGroup {
  code: string;
  name: string;
  /** Overdue ones first, then silent ones, then as in the annex. */
  tasks: Task[];
}
export interface Programme {
  groups: TaskGroup[];
  /** First and last year that any task names; null where none does. */
  years: [number, number] | null;
  counts: Record<TaskState, number>;
  count: number;
  overdue: number;
  silent: number;
}

const states: Record<string, TaskState> = {
  not_started: "notStarted",
  in_progress: "inProgress",
  suspended: "suspended",
  done: "done",
};

const compareTasks = (a: Task, b: Task) =>
  Number(b.isOverdue) - Number(a.isOverdue) ||
  Number(b.isSilent) - Number(a.isSilent) ||
  (a.row.task_number ?? Number.MAX_SAFE_INTEGER) - (b.row.task_number ?? Number.MAX_SAFE_INTEGER);

/** The tasks by group, those that need somebody to ask first. What the scan does not tell stays missing. */
export function prepareTasks(rows: readonly TaskRow[]): Programme {
  const tasks = rows
    .map((row) => ({
      row,
      state: states[row.status] ?? ("noReport" as const),
      isOverdue: row.is_overdue === "yes",
      isSilent: row.is_silent === "yes",
    }))
    .sort(compareTasks);
  const counts: Programme["counts"] = { noReport: 0, notStarted: 0, inProgress: 0, suspended: 0, done: 0 };
  const groups = new Map<string, TaskGroup>();
  for (const task of tasks) {
    counts[task.state] += 1;
    const { group_code: code, group_name: name } = task.row;
    const group = groups.get(code) ?? { code, name, tasks: [] };
    group.tasks.push(task);
    groups.set(code, group);
  }
  const years = rows.flatMap(({ start_year, end_year }) => [start_year, end_year]).filter((year) => year !== null);
  return {
    groups: [...groups.values()].sort((a, b) => a.code.localeCompare(b.code)),
    years: years.length === 0 ? null : [Math.min(...years), Math.max(...years)],
    counts,
    count: rows.length,
    overdue: tasks.filter(({ isOverdue }) => isOverdue).length,
    silent: tasks.filter(({ isSilent }) => isSilent).length,
  };
}

export interface TaskSpan {
  /** Shares of the axis, from its first day to its last. */
  from: number;
  to: number;
}
/** Where a task lies on the axis of years; null where the scan does not tell both years, or tells them the wrong way round. */
export function spanOf({ row }: Task, years: Programme["years"]): TaskSpan | null {
  const { start_year: start, end_year: end } = row;
  if (years === null || start === null || end === null || end < start) return null;
  const length = years[1] - years[0] + 1;
  return { from: (start - years[0]) / length, to: (end + 1 - years[0]) / length };
}

/** Where the day lies on the axis; null outside it. */
export function dayShare(day: string, years: Programme["years"]): number | null {
  if (years === null) return null;
  const year = Number(day.slice(0, 4));
  const passed = (Date.parse(day) - Date.parse(`${year}-01-01`)) / (366 * 86_400_000);
  const share = (year - years[0] + passed) / (years[1] - years[0] + 1);
  return share < 0 || share > 1 ? null : share;
}

/** What stands out: how many are done, overdue, silent, and of how many nothing was ever reported. */
export function prepareTaskHeadline({
  count,
  counts,
  overdue,
  silent,
}: Programme): { key: MessageKey; values: MessageValues }[] {
  if (count === 0) return [];
  if (counts.noReport === count) {
    return [
      { key: "tasks.headline.nothingReported", values: { count } },
      ...(silent > 0 ? [{ key: "tasks.headline.begun" as const, values: { count: silent } }] : []),
    ];
  }
  return [
    { key: "tasks.headline.done", values: { done: counts.done, count } },
    ...(overdue > 0 ? [{ key: "tasks.headline.overdue" as const, values: { count: overdue } }] : []),
    ...(silent > 0 ? [{ key: "tasks.headline.silent" as const, values: { count: silent } }] : []),
    ...(counts.noReport > 0 ? [{ key: "tasks.headline.noReport" as const, values: { count: counts.noReport } }] : []),
  ];
}
