import "../../theme/quality.css";
import { type ReactNode, useMemo } from "react";
import { MappingNote } from "../../app/MappingNote.tsx";
import { PageHead } from "../../app/PageHead.tsx";
import { useView } from "../../app/ViewProvider.tsx";
import { KpiRow } from "../../charts/KpiRow.tsx";
import { useMapping } from "../../data/bundles.ts";
import { isSameScene } from "../../data/frame.ts";
import { AreaComparison } from "../../map/AreaComparison.tsx";
import { useText } from "../../messages/useText.ts";
import { AreaTable } from "../../table/AreaTable.tsx";
import type { WhyCell } from "../../url/whyCell.ts";
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
  useSources,
  useSourceTotals,
} from "./quality.ts";
import { ReconciliationFigure } from "./ReconciliationFigure.tsx";
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
  const where = useMemo(
    (): WhyCell["where"] => (view.source === null ? [] : [["source", [view.source]]]),
    [view.source],
  );
  const narrowedTo =
    view.source === null ? undefined : (sources.find(({ code }) => code === view.source)?.name ?? view.source);
  return (
    <>
      <PageHead figures={totals} sentences={sentences} />
      <KpiRow cards={qualityCards} meta={quality.meta} totals={totals} history={history} detailOf={() => null} />
      <div className="page-grid">
        <SourceMatrixFigure bundle={sourceRows} sources={sources} groups={groups} />
        {frame.area.level !== "commune" && (
          <AreaComparison of={quality} bundle={children} totals={narrowed} narrowedTo={narrowedTo} where={where} />
        )}
        <ArrivalsFigures sources={sources} bySource={bySource} byArea={byArea} narrowedTo={narrowedTo} />
        <ReconciliationFigure bundle={ruleRows} rules={rules} />
        <FindingsFigure bundle={findings} groups={groups} narrowedTo={narrowedTo} />
        <RunsFigure frame={frame} narrowedTo={narrowedTo} />
        {frame.area.level !== "commune" && (
          <AreaTable
            of={quality}
            layout={qualityGroups}
            bundle={children}
            totals={narrowed}
            narrowedTo={narrowedTo}
            where={where}
          />
        )}
      </div>
      <MappingNote bundle={mapping} measure={quality.meta("rows_received")} />
    </>
  );
}
