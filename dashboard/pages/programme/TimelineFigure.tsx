import { Figure } from "../../charts/Figure.tsx";
import { gridPainter, type PaintedRow } from "../../charts/gridPainter.ts";
import { useText } from "../../messages/useText.ts";
import { cellOf } from "../../url/whyCell.ts";
import { WhyButton } from "../../why/WhyButton.tsx";
import { dayShare, type Programme, spanOf, type Task } from "./prepareTasks.ts";
import { programme, type useTasks } from "./programme.ts";

interface Props {
  bundle: ReturnType<typeof useTasks>;
  prepared: Programme;
}

/** The tasks of the programme on their years, by group, overdue and silent ones first, each with its last report. */
export function TimelineFigure({ bundle, prepared }: Props) {
  const { t, format } = useText();
  const { groups, years } = prepared;
  const { asOf } = bundle.frame;
  const yearList =
    years === null ? [] : Array.from({ length: years[1] - years[0] + 1 }, (_, index) => years[0] + index);
  const flagsOf = ({ isOverdue, isSilent }: Task) => [
    ...(isOverdue ? [t("tasks.overdue")] : []),
    ...(isSilent ? [t("tasks.silent")] : []),
  ];
  return (
    <Figure
      title={t("tasks.timeline")}
      unit={t("measureUnit.task")}
      period={t("period.asOf", { day: format.day(asOf) })}
      table={
        bundle.data && {
          columns: [
            { label: t("tasks.code"), kind: "text" },
            { label: t("tasks.task"), kind: "text" },
            { label: t("tasks.group"), kind: "text" },
            { label: t("tasks.lead"), kind: "text" },
            { label: t("tasks.cooperating"), kind: "text" },
            { label: t("tasks.start"), kind: "text" },
            { label: t("tasks.end"), kind: "text" },
            { label: t("tasks.state"), kind: "text" },
            { label: t("tasks.flags"), kind: "text" },
            { label: t("tasks.reported"), kind: "number" },
            { label: t("tasks.lastReport"), kind: "day" },
            { label: t("tasks.summary"), kind: "text" },
            { label: t("tasks.basis"), kind: "text" },
            { label: t("tasks.scanNote"), kind: "text" },
          ],
          rows: groups.flatMap(({ tasks }) =>
            tasks.map((task) => [
              task.row.task_code,
              task.row.task_name,
              task.row.group_name,
              task.row.lead_unit,
              task.row.cooperating_units,
              task.row.start_year === null ? null : String(task.row.start_year),
              task.row.end_year === null ? null : String(task.row.end_year),
              t(`taskState.${task.state}`),
              flagsOf(task).join("; "),
              task.row.reported_progress,
              task.row.last_report_date,
              task.row.last_report_summary,
              task.row.legal_basis,
              task.row.scan_note,
            ]),
          ),
        }
      }
      painter={gridPainter({
        nameTitle: t("tasks.task"),
        columns: [
          { title: "", ticks: yearList.map(String), weight: 2, mark: dayShare(asOf, years) },
          { title: t("tasks.state") },
        ],
        rows: groups.flatMap((group) => [
          { name: `${group.code}. ${group.name}`, cells: [] },
          ...group.tasks.map((task) => {
            const span = spanOf(task, years);
            return {
              name: `${task.row.task_code} ${task.row.task_name}`,
              cells: [
                span
                  ? { lines: [writeYears(task)], bar: { ...span, tone: task.state === "done" ? "accent" : "plain" } }
                  : { lines: [t("tasks.noYears")], ground: "missing" },
                { lines: [t(`taskState.${task.state}`), ...flagsOf(task)] },
              ],
            } satisfies PaintedRow;
          }),
        ]),
        nameWeight: 3,
      })}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      awaited={3000}
      isEmpty={prepared.count === 0}
      emptyMessage={t("tasks.none", { day: format.day(asOf) })}
      className="span-12"
    >
      {groups.map((group) => (
        <section key={group.code} className="task-group">
          <header className="task-row task-head">
            <h3>
              {group.code}. {group.name}
            </h3>
            <div className="task-years" aria-hidden="true">
              {yearList.map((year) => (
                <span key={year}>{year}</span>
              ))}
            </div>
          </header>
          <ol>
            {group.tasks.map((task) => (
              <TaskItem key={task.row.task_code} task={task} years={years} asOf={asOf} />
            ))}
          </ol>
        </section>
      ))}
    </Figure>
  );
}

const writeYears = ({ row: { start_year: start, end_year: end } }: Task) =>
  start === end ? `${start}` : `${start}–${end}`;

function TaskItem({ task, years, asOf }: { task: Task; years: Programme["years"]; asOf: string }) {
  const { t, format } = useText();
  const { row, state } = task;
  const span = spanOf(task, years);
  const today = dayShare(asOf, years);
  const percent = (share: number) => `${share * 100}%`;
  return (
    <li className="task-row">
      <details className="task-what">
        <summary>
          <span className="task-code">{row.task_code}</span> {row.task_name}
          <span className="task-lead">{row.lead_unit || t("tasks.noLead")}</span>
        </summary>
        <dl>
          <Fact name={t("tasks.cooperating")} value={row.cooperating_units} />
          <Fact name={t("tasks.basis")} value={row.legal_basis} />
          <Fact name={t("tasks.scanNote")} value={row.scan_note} />
          <Fact
            name={t("tasks.lastReport")}
            value={row.last_report_date ? format.day(row.last_report_date) : t("tasks.noReportYet")}
          />
          <Fact name={t("tasks.summary")} value={row.last_report_summary} />
          <Fact name={t("tasks.source")} value={t("tasks.sourceOf")} />
        </dl>
      </details>
      <div className="task-track">
        {span ? (
          <span
            className={`task-bar task-${state}`}
            style={{ insetInlineStart: percent(span.from), inlineSize: percent(span.to - span.from) }}
          >
            {writeYears(task)}
          </span>
        ) : (
          <span className="missing">{t("tasks.noYears")}</span>
        )}
        {today !== null && <span className="task-today" style={{ insetInlineStart: percent(today) }} />}
      </div>
      <div className="task-state">
        <b>{t(`taskState.${state}`)}</b>
        {row.reported_progress !== null && (
          <span>
            {format.percent(row.reported_progress / 100)}
            <WhyButton
              cell={cellOf(programme.meta("reported_progress"), { where: [["task_code", [row.task_code]]] })}
              of={row.task_name}
            />
          </span>
        )}
        {row.days_since_report !== null && <span>{t("tasks.since", { days: row.days_since_report })}</span>}
        {task.isOverdue && <strong>◆ {t("tasks.overdue")}</strong>}
        {task.isSilent && <strong>◆ {t("tasks.silent")}</strong>}
      </div>
    </li>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  if (value === "") return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
