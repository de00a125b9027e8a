import { Fragment, type ReactNode, useState } from "react";
import { ChoicePicker } from "../../app/ChoicePicker.tsx";
import { useView } from "../../app/ViewProvider.tsx";
import { Figure } from "../../charts/Figure.tsx";
import { fetchRuns, type Run, type RunStatus, runStatuses } from "../../data/fetchLedger.ts";
import type { Frame } from "../../data/frame.ts";
import { useBundle } from "../../data/useBundle.ts";
import { type Text, useText } from "../../messages/useText.ts";
import { CardTable } from "./CardTable.tsx";
import { Pager } from "./FindingDetail.tsx";

interface Props {
  frame: Frame;
  narrowedTo: string | undefined;
}
const PAGE = 15;

/** Runs that found nothing new are many: every start of the product makes some. */
const statusesOf = {
  told: runStatuses.filter((status) => status !== "unchanged"),
  failing: ["refused", "failed", "held"],
  all: [],
} as const satisfies Record<string, readonly RunStatus[]>;
type RunKind = keyof typeof statusesOf;
const kinds = ["told", "failing", "all"] as const satisfies readonly RunKind[];

/** What was loaded and when, the newest first: files, rows, and what came of them. */
export function RunsFigure({ frame, narrowedTo }: Props) {
  const text = useText();
  const { t, format, language } = text;
  const { view } = useView();
  const [kind, setKind] = useState<RunKind>("told");
  const [page, setPage] = useState({ of: "", offset: 0 });
  // Another source or kind begins at its newest run.
  const of = `${view.source ?? ""} ${kind}`;
  const offset = page.of === of ? page.offset : 0;
  const bundle = useBundle(["runs", of, String(offset)], frame, (_asked, signal) =>
    fetchRuns({ job: view.source, statuses: statusesOf[kind], limit: PAGE, offset }, signal),
  );
  const runs = bundle.data?.runs ?? [];
  const nameOf = ({ job, nameVi, nameEn }: Run) => (language === "vi" ? nameVi : nameEn || nameVi) || job;
  const statusOf = ({ status, isSilent }: Run) => t(`quality.run.${isSilent ? "silent" : status}`);
  const named = t("quality.runs.title");
  const title = narrowedTo === undefined ? named : t("figure.narrowed", { title: named, to: narrowedTo });
  return (
    <Figure
      title={title}
      unit={t("measureUnit.row")}
      period={bundle.data ? t("quality.runs.period", { count: bundle.data.total }) : t("quality.runs.ledger")}
      table={
        bundle.data && {
          columns: [
            { label: t("quality.runs.startedAt"), kind: "text" },
            { label: t("quality.source"), kind: "text" },
            { label: t("quality.file"), kind: "text" },
            { label: t("quality.state"), kind: "text" },
            { label: t("quality.runs.read"), kind: "number" },
            { label: t("quality.runs.accepted"), kind: "number" },
            { label: t("quality.runs.rejected"), kind: "number" },
            { label: t("quality.runs.publication"), kind: "number" },
            { label: t("quality.batch"), kind: "text" },
            { label: t("quality.run"), kind: "text" },
            { label: "SHA-256", kind: "text" },
          ],
          rows: runs.map((run) => [
            format.dayAndTime(run.startedAt),
            nameOf(run),
            run.files.map(({ name }) => name).join(", "),
            statusOf(run),
            run.read,
            run.accepted,
            run.rejected,
            run.publicationNumber,
            run.batch,
            run.runId,
            run.files.map(({ sha256 }) => sha256).join(", "),
          ]),
        }
      }
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={runs.length === 0}
      emptyMessage={t("quality.runs.none")}
      className="span-12"
      tools={
        <ChoicePicker<RunKind>
          name={t("quality.state")}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`quality.runs.${value}`) }))}
          onChoose={setKind}
        />
      }
      notes={<p>{t("quality.runs.note")}</p>}
    >
      <CardTable
        label={title}
        columns={[
          { label: t("quality.source"), kind: "text" },
          { label: t("quality.runs.startedAt"), kind: "text" },
          { label: t("quality.state"), kind: "text" },
          { label: t("quality.runs.read"), kind: "number" },
          { label: t("quality.runs.accepted"), kind: "number" },
          { label: t("quality.runs.rejected"), kind: "number" },
        ]}
        rows={runs}
        keyOf={({ runId }) => runId}
        cellsOf={(run) => cellsOf(run, nameOf(run), statusOf(run), text)}
        isWhole
      >
        <Pager from={offset} size={PAGE} total={bundle.data?.total ?? 0} onMove={(to) => setPage({ of, offset: to })} />
      </CardTable>
    </Figure>
  );
}

function cellsOf(run: Run, name: string, status: string, { t, format }: Text): ReactNode[] {
  const isGood = run.status === "published" || run.status === "unchanged";
  const count = (rows: number) => (run.status === "unchanged" ? format.integer(null) : format.integer(rows));
  return [
    <Fragment key="source">
      <details>
        <summary>{name}</summary>
        <dl className="quality-terms">
          {run.files.map((file) => (
            <div key={`${file.name} ${file.sha256}`}>
              <dt>{t("quality.runs.file", { name: file.name, bytes: file.bytes })}</dt>
              <dd>{file.sha256 && `SHA-256 ${file.sha256}`}</dd>
            </div>
          ))}
          <div>
            <dt>{t("quality.batch")}</dt>
            <dd>{run.batch}</dd>
          </div>
          <div>
            <dt>{t("quality.run")}</dt>
            <dd>{run.runId}</dd>
          </div>
        </dl>
      </details>
      <span className="quality-detail quality-indent">{run.files.map((file) => file.name).join(", ")}</span>
    </Fragment>,
    <Fragment key="startedAt">
      {format.dayAndTime(run.startedAt)}
      <span className="quality-detail">{t("quality.runs.took", { seconds: Math.round(run.seconds) })}</span>
    </Fragment>,
    <Fragment key="state">
      <span className={`quality-result ${isGood ? "" : "quality-broken"}`}>{status}</span>
      <span className="quality-detail">
        {run.publicationNumber === null
          ? run.message
          : t("quality.runs.asPublication", { number: run.publicationNumber })}
      </span>
    </Fragment>,
    count(run.read),
    <Fragment key="accepted">
      {count(run.accepted)}
      {run.acceptedWithFindings > 0 && (
        <span className="quality-detail">
          {t("quality.runs.doubtful", { count: format.compact(run.acceptedWithFindings) })}
        </span>
      )}
    </Fragment>,
    count(run.rejected),
  ];
}
