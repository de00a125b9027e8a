import { type BaseFacts, type Cut, type Fact, type Figures, newest, quotient } from "./baseFacts.ts";

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

export const taskFigures = (facts: BaseFacts, { to, publication }: Cut): Figures => {
  const tasks = newest(facts.inForce("mart.dim_tasks", publication), (fact) => fact.text("task_code"));
  const reports = newest(
    facts.inForce("mart.fct_task_reports", publication),
    (fact) => `${fact.text("task_code")} ${fact.text("report_date")}`,
  ).filter((fact) => fact.text("report_date") <= to);
  const lastOf = (task: Fact): Fact | undefined =>
    reports
      .filter((fact) => fact.text("task_code") === task.text("task_code"))
      .sort((a, b) => a.text("report_date").localeCompare(b.text("report_date")))
      .at(-1);
  const told = tasks.map((task) => {
    const last = lastOf(task);
    const starts = `${Math.max(task.number("start_year"), 1970)}-01-01`;
    const since = [starts, last?.text("report_date") ?? ""].sort().at(-1) ?? starts;
    const status = last?.text("status") ?? "no_report";
    return {
      status,
      last,
      isOverdue: task.number("end_year") > 0 && Number(to.slice(0, 4)) > task.number("end_year") && status !== "done",
      isSilent: !["done", "suspended"].includes(status) && dayNumber(to) - dayNumber(since) > 90,
    };
  });
  const count = (isCounted: (task: (typeof told)[number]) => boolean): number | null =>
    told.length === 0 ? null : told.filter(isCounted).length;
  const withStatus = (status: string): number | null => count((task) => task.status === status);
  const [one, ...others] = told;
  const only = one !== undefined && others.length === 0 ? one.last : undefined;
  return {
    task_count: count(() => true),
    tasks_done: withStatus("done"),
    tasks_in_progress: withStatus("in_progress"),
    tasks_not_started: withStatus("not_started"),
    tasks_suspended: withStatus("suspended"),
    tasks_without_report: withStatus("no_report"),
    tasks_overdue: count((task) => task.isOverdue),
    tasks_silent: count((task) => task.isSilent),
    task_progress: quotient(
      withStatus("done"),
      count(() => true),
    ),
    reported_progress: only?.told("progress_percent") ?? null,
    days_since_report: only === undefined ? null : dayNumber(to) - dayNumber(only.text("report_date")),
  };
};
