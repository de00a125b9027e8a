import { useMemo } from "react";
import { ErrorPanel } from "../../app/ErrorPanel.tsx";
import { FigureDataTable } from "../../charts/FigureDataTable.tsx";
import type { Frame } from "../../data/frame.ts";
import { useBundle } from "../../data/useBundle.ts";
import { useText } from "../../messages/useText.ts";
import { type DetailRow, detailDimensions, detailMeasures, prepareSourceDetail } from "./prepareSourceDetail.ts";
import type { Source } from "./prepareSources.ts";
import { quality } from "./quality.ts";

const useSourceDetail = (frame: Frame, source: string) =>
  useBundle<{ rows: DetailRow[] }>([quality.name, "detail", source], frame, async (asked, signal) => ({
    rows: await quality.figures(
      asked,
      { measures: detailMeasures, by: detailDimensions, days: asked.period, where: { source: [source] } },
      signal,
    ),
  }));

/** Down from a source to the runs that loaded it, their files and the rules that these broke. */
export function SourceDetail({ frame, source }: { frame: Frame; source: Source }) {
  const { t, language } = useText();
  const { data, error, retry } = useSourceDetail(frame, source.code);
  const detail = useMemo(() => (data ? prepareSourceDetail(data.rows, language) : null), [data, language]);
  const titleOf = (measure: (typeof detailMeasures)[number]) => quality.meta(measure).title[language];
  if (error && !detail) return <ErrorPanel error={error} retry={retry} />;
  if (!detail) return <div className="skeleton" role="status" aria-label={t("state.loading")} />;
  const { loads, rules } = detail;
  return (
    <div className="quality-down">
      <h3>{t("quality.detail.loads", { source: source.name })}</h3>
      {loads.length === 0 ? (
        <p className="missing">{t("quality.detail.noLoads")}</p>
      ) : (
        <FigureDataTable
          caption={t("quality.detail.loads", { source: source.name })}
          table={{
            columns: [
              { label: t("quality.file"), kind: "text" },
              { label: titleOf("rows_received"), kind: "number" },
              { label: titleOf("rows_accepted"), kind: "number" },
              { label: titleOf("rows_rejected"), kind: "number" },
              { label: t("quality.batch"), kind: "text" },
              { label: t("quality.run"), kind: "text" },
            ],
            rows: loads.map((load) => [
              load.files,
              load.received,
              load.accepted,
              load.rejected,
              load.batch,
              load.runId,
            ]),
          }}
        />
      )}
      <h3>{t("quality.detail.rules")}</h3>
      {rules.length === 0 ? (
        <p className="missing">{t("quality.detail.noRules")}</p>
      ) : (
        <FigureDataTable
          caption={t("quality.detail.rules")}
          table={{
            columns: [
              { label: t("quality.rule"), kind: "text" },
              { label: t("quality.severity"), kind: "text" },
              { label: titleOf("findings_count"), kind: "number" },
              { label: titleOf("findings_open"), kind: "number" },
              { label: t("quality.file"), kind: "text" },
              { label: t("quality.ruleCode"), kind: "text" },
            ],
            rows: rules.map((rule) => [
              rule.sentence,
              t(rule.isReject ? "quality.severity.reject" : "quality.severity.finding"),
              rule.count,
              rule.open,
              rule.file,
              rule.code,
            ]),
          }}
        />
      )}
    </div>
  );
}
