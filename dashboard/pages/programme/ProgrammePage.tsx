import "../../theme/aims.css";
import { type ReactNode, useMemo } from "react";
import { PageHead } from "../../app/PageHead.tsx";
import { useView } from "../../app/ViewProvider.tsx";
import { useText } from "../../messages/useText.ts";
import type { PageProps } from "../pages.ts";
import { type Programme, prepareTaskHeadline, prepareTasks } from "./prepareTasks.ts";
import { useTasks } from "./programme.ts";
import { TimelineFigure } from "./TimelineFigure.tsx";

/** Nhiệm vụ: the tasks of the programme of digital transformation. They are the nation's, whichever area is chosen. */
export default function ProgrammePage({ frame }: PageProps): ReactNode {
  const { t } = useText();
  const { view } = useView();
  const tasks = useTasks(frame);
  const prepared = useMemo(() => prepareTasks(tasks.data?.rows ?? []), [tasks.data]);
  const isNation = view.area.level === "nation";
  const sentences = isNation ? prepareTaskHeadline(prepared).map(({ key, values }) => t(key, values)) : [];
  return (
    <>
      <PageHead figures={tasks} sentences={sentences} lines={1} />
      {!isNation && <p className="aim-note">{t("tasks.ofNation")}</p>}
      <Counts prepared={prepared} isLoading={!tasks.data && !tasks.error} />
      <div className="page-grid">
        <TimelineFigure bundle={tasks} prepared={prepared} />
      </div>
    </>
  );
}

function Counts({ prepared, isLoading }: { prepared: Programme; isLoading: boolean }) {
  const { t, format } = useText();
  if (isLoading) return <div className="aim-counts skeleton" role="status" aria-label={t("state.loading")} />;
  if (prepared.count === 0) return null;
  const { counts, overdue, silent } = prepared;
  const shown = [
    [t("tasks.overdue"), overdue],
    [t("tasks.silent"), silent],
    [t("taskState.noReport"), counts.noReport],
    [t("taskState.inProgress"), counts.inProgress],
    [t("taskState.done"), counts.done],
  ] as const;
  return (
    <ul className="aim-counts" aria-label={t("tasks.counts")}>
      {shown.map(([name, count]) => (
        <li key={name}>
          <b>{format.integer(count)}</b>
          <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}
