import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorPanel } from "../../app/ErrorPanel.tsx";
import { fetchFindingRows, fetchFindingStates } from "../../data/fetchLedger.ts";
import type { Frame } from "../../data/frame.ts";
import { useText } from "../../messages/useText.ts";
import { type FindingFile, useFindingFiles } from "./findings.ts";
import type { FindingGroup } from "./prepareFindings.ts";

/** Row numbers shown of one file at once. */
const PAGE = 100;
/** Changes of state shown; a rule has some per province. */
const CHANGES = 50;

/** Down from a rule to the files that broke it, their rows, and what was done about it. */
export function FindingDetail({ frame, group }: { frame: Frame; group: FindingGroup }) {
  const { t } = useText();
  const { data, error, retry } = useFindingFiles(frame, group);
  return (
    <div className="quality-down">
      <h3>{t("quality.detail.files", { rule: group.rule })}</h3>
      {error && !data && <ErrorPanel error={error} retry={retry} />}
      {!data && !error && <div className="skeleton" role="status" aria-label={t("state.loading")} />}
      {data && (
        <ul className="quality-files">
          {data.files.map((file) => (
            <FileRows key={`${file.run_id} ${file.file_name}`} file={file} rule={group.rule} />
          ))}
        </ul>
      )}
      {frame.area.level !== "nation" && <p className="quality-detail">{t("quality.detail.wholeRun")}</p>}
      <h3>{t("quality.detail.history")}</h3>
      <History group={group} />
    </div>
  );
}

function FileRows({ file, rule }: { file: FindingFile; rule: string }) {
  const { t, format } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <b>{file.file_name}</b>{" "}
          {t("quality.detail.inFile", {
            count: file.findings_count ?? 0,
            open: file.findings_open ?? 0,
          })}
          <span className="quality-detail">
            {t("quality.detail.ofRun", { batch: file.batch, run: file.run_id || format.integer(null) })}
          </span>
        </summary>
        {isOpen && <RowNumbers runId={file.run_id} rule={rule} />}
      </details>
    </li>
  );
}

function RowNumbers({ runId, rule }: { runId: string; rule: string }) {
  const { t, format } = useText();
  const [offset, setOffset] = useState(0);
  const { data, error, refetch } = useQuery({
    queryKey: ["findingRows", runId, rule, offset],
    queryFn: ({ signal }) => fetchFindingRows(runId, { rule, limit: PAGE, offset }, signal),
    placeholderData: keepPreviousData,
  });
  if (error && !data) return <ErrorPanel error={error} retry={() => void refetch()} />;
  if (!data) return <div className="skeleton" role="status" aria-label={t("state.loading")} />;
  const last = Math.min(data.total, offset + PAGE);
  return (
    <>
      <p className="quality-detail">
        {t("quality.detail.rows", { from: Math.min(offset + 1, data.total), to: last, total: data.total })}
      </p>
      <p className="quality-numbers">
        {data.rows.map(({ row }) => (row === 0 ? t("quality.detail.wholeFile") : format.integer(row))).join(" · ")}
      </p>
      <Pager from={offset} size={PAGE} total={data.total} onMove={setOffset} />
    </>
  );
}

interface PagerProps {
  from: number;
  size: number;
  total: number;
  onMove(from: number): void;
}

/** Back and forth through a list that comes in pages. */
export function Pager({ from, size, total, onMove }: PagerProps) {
  const { t } = useText();
  if (total <= size) return null;
  return (
    <p className="quality-pager">
      <button type="button" className="tool" disabled={from === 0} onClick={() => onMove(Math.max(0, from - size))}>
        {t("quality.pager.before")}
      </button>
      <button type="button" className="tool" disabled={from + size >= total} onClick={() => onMove(from + size)}>
        {t("quality.pager.after")}
      </button>
    </p>
  );
}

function History({ group }: { group: FindingGroup }) {
  const { t, format } = useText();
  const { data, error, refetch } = useQuery({
    queryKey: ["findingStates", group.source, group.rule],
    queryFn: ({ signal }) => fetchFindingStates({ job: group.source, rule: group.rule, limit: CHANGES }, signal),
  });
  if (error && !data) return <ErrorPanel error={error} retry={() => void refetch()} />;
  if (!data) return <div className="skeleton" role="status" aria-label={t("state.loading")} />;
  if (data.changes.length === 0) return <p className="quality-detail">{t("quality.detail.noHistory")}</p>;
  return (
    <ol className="quality-history">
      {data.changes.map((change) => (
        <li key={`${change.changedAt} ${change.provinceCode}`}>
          <span>{format.dayAndTime(change.changedAt)}</span> <b>{t(`quality.state.${change.state}`)}</b>
          {" · "}
          {/^\d+$/.test(change.provinceCode) ? change.provinceName : t("area.nation")}
          {change.note && <span className="quality-detail">{change.note}</span>}
        </li>
      ))}
    </ol>
  );
}
