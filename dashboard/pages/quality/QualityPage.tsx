import "../../theme/quality.css";
import { type ReactNode, useMemo } from "react";
import { MappingNote } from "../../app/MappingNote.tsx";
import { PageHead } from "../../app/PageHead.tsx";
import { useView } from "../../app/ViewProvider.tsx";
import { KpiRow } from "../../charts/KpiRow.tsx";
import { useMapping } from "../../data/bundles.ts";
import { isSameScene } from "../../data/frame.ts";
import type { Narrowing } from "../../data/narrowing.ts";
import { AreaComparison } from "../../map/AreaComparison.tsx";
import { useText } from "../../messages/useText.ts";
import { AreaTable } from "../../table/AreaTable.tsx";
import type { PageProps } from "../pages.ts";
import { ArrivalsFigures } from "./ArrivalsFigures.tsx";
import { FindingsFigure } from "./FindingsFigure.tsx";
import { useFindings } from "./findings.ts";
import { prepareFindings } from "./prepareFindings.ts";
import { prepareQualityHeadline } from "./prepareQualityHeadline.ts";
import { countResults, prepareRules } from "./prepareRules.ts";
import { prepareSources } from "./prepareSources.ts";
import {
  quality,
  qualityCards,
  useAreaCalendar,
  useQualityHistory,
  useQualityTotals,
  useSourceCalendar,
  useSourceChildren,
  useSourcePeers,
  useSources,
  useSourceTotals,
} from "./quality.ts";
import { ReconciliationFigure } from "./ReconciliationFigure.tsx";
import { RestatementsFigure } from "./RestatementsFigure.tsx";
import { RunsFigure } from "./RunsFigure.tsx";
import { useRules } from "./reconciliation.ts";
import { SourceMatrixFigure } from "./SourceMatrixFigure.tsx";
import { qualityGroups } from "./tableGroups.ts";

/** Chất lượng dữ liệu: đúng, đủ, sạch, sống of each source and area, down to run, rule and file. */
export default function QualityPage({ frame }: PageProps): ReactNode {
  const { t, format, language } = useText();
  const { view } = useView();
  const totals = useQualityTotals(frame);
  const history = useQualityHistory(frame);
  const sourceRows = useSources(frame);
  const ruleRows = useRules(frame);
  const children = useSourceChildren(frame, view.source);
  const narrowed = useSourceTotals(frame, view.source);
  const peers = useSourcePeers(frame, view.source);
  const bySource = useSourceCalendar(frame);
  const byArea = useAreaCalendar(frame, view.source);
  const findings = useFindings(frame);
  const mapping = useMapping(quality, frame, "rows_received", "area_mapping");
  const sources = useMemo(() => prepareSources(sourceRows.data?.sources ?? [], language), [sourceRows.data, language]);
  const rules = useMemo(() => prepareRules(ruleRows.data?.rules ?? [], language), [ruleRows.data, language]);
  const groups = useMemo(() => prepareFindings(findings.data?.findings ?? [], language), [findings.data, language]);
  const rulesBroken = isSameScene(ruleRows.data?.frame, totals.data?.frame) ? countResults(rules).broken : null;
  const isTold = isSameScene(sourceRows.data?.frame, totals.data?.frame);
  const sentences = isTold
    ? prepareQualityHeadline(sources, totals.data?.current, rulesBroken, format).map(({ key, values }) =>
        t(key, values),
      )
    : [];
  const narrowing = useMemo((): Narrowing | undefined => {
    if (view.source === null) return undefined;
    const to = sources.find(({ code }) => code === view.source)?.name ?? view.source;
    return { to, where: [["source", [view.source]]] };
  }, [view.source, sources]);
  return (
    <>
      <PageHead figures={totals} sentences={sentences} />
      <KpiRow cards={qualityCards} meta={quality.meta} totals={totals} history={history} detailOf={() => null} />
      <div className="page-grid">
        <SourceMatrixFigure bundle={sourceRows} sources={sources} groups={groups} />
        {frame.area.level !== "commune" && (
          <AreaComparison of={quality} bundle={children} totals={narrowed} narrowed={narrowing} />
        )}
        <ArrivalsFigures sources={sources} bySource={bySource} byArea={byArea} narrowing={narrowing} />
        {frame.area.level === "nation" && <ReconciliationFigure bundle={ruleRows} rules={rules} />}
        <FindingsFigure bundle={findings} groups={groups} narrowedTo={narrowing?.to} />
        <RunsFigure frame={frame} narrowedTo={narrowing?.to} />
        <RestatementsFigure frame={frame} />
        <AreaTable
          of={quality}
          layout={qualityGroups}
          bundle={children}
          totals={narrowed}
          peers={peers}
          narrowed={narrowing}
        />
      </div>
      {frame.area.level !== "nation" && <p className="mapping-note">{t("quality.rules.ofNation")}</p>}
      <MappingNote bundle={mapping} measure={quality.meta("rows_received")} />
    </>
  );
}
