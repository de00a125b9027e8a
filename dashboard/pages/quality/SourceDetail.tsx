import { useMemo } from "react";
import { ErrorPanel } from "../../app/ErrorPanel.tsx";
import { FigureDataTable } from "../../charts/FigureDataTable.tsx";
import type { Frame } from "../../data/frame.ts";
import { type Bundle, useBundle } from "../../data/useBundle.ts";
import type { Row } from "../../data/viewCatalogue.ts";
import { useText } from "../../messages/useText.ts";
import { type FindingGroup, filterFindings } from "./prepareFindings.ts";
import type { Source } from "./prepareSources.ts";
import { quality } from "./quality.ts";

const measures = ["rows_received", "rows_accepted", "rows_rejected"] as const;
const dimensions = ["run_id", "batch", "file_name"] as const;
type LoadRow = Row<"data_quality", (typeof measures)[number] | (typeof dimensions)[number]>;

const useLoads = (frame: Frame, source: string): Bundle<{ loads: LoadRow[] }> =>
  useBundle([quality.name, "loads", source], frame, async (asked, signal) => {
    const question = { measures, by: dimensions, days: asked.period, where: { source: [source] } };
    const loads = await quality.figures(asked, question, signal);
    return { loads: loads.filter((load) => load.rows_received !== null) };
  });

interface Props {
  frame: Frame;
  source: Source;
  groups: readonly FindingGroup[];
}

/** Down from a source to the runs that loaded it, their files and the rules that these broke. */
export function SourceDetail({ frame, source, groups }: Props) {
  const { t, language } = useText();
  const { data, error, retry } = useLoads(frame, source.code);
  const rules = useMemo(
    () => filterFindings(groups, { source: source.code, state: null, severity: null }),
    [groups, source.code],
  );
  const titleOf = (measure: Parameters<typeof quality.meta>[0]) => quality.meta(measure).title[language];
  return (
    <div className="quality-down">
      <h3>{t("quality.detail.loads", { source: source.name })}</h3>
      {error && !data && <ErrorPanel error={error} retry={retry} />}
      {!data && !error && <div className="skeleton" role="status" aria-label={t("state.loading")} />}
      {data?.loads.length === 0 && <p className="missing">{t("quality.detail.noLoads")}</p>}
      {data && data.loads.length > 0 && (
        <FigureDataTable
          caption={t("quality.detail.loads", { source: source.name })}
          table={{
            columns: [
              { label: t("quality.file"), kind: "text" },
              ...measures.map((measure) => ({ label: titleOf(measure), kind: "number" as const })),
              { label: t("quality.batch"), kind: "text" },
              { label: t("quality.run"), kind: "text" },
            ],
            rows: data.loads.map((load) => [
              load.file_name,
              ...measures.map((measure) => load[measure]),
              load.batch,
              load.run_id,
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
              { label: t("quality.ruleCode"), kind: "text" },
            ],
            rows: rules.map((group) => [
              group.sentence,
              t(`quality.severity.${group.severity}`),
              group.count,
              group.open,
              group.rule,
            ]),
          }}
        />
      )}
    </div>
  );
}
