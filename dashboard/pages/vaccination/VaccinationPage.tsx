import type { ReactNode } from "react";
import { MappingNote } from "../../app/MappingNote.tsx";
import { PageHead } from "../../app/PageHead.tsx";
import { useView } from "../../app/ViewProvider.tsx";
import { KpiRow } from "../../charts/KpiRow.tsx";
import { PartsFigure } from "../../charts/PartsFigure.tsx";
import { useChildren, useMapping, usePeerTotals } from "../../data/bundles.ts";
import { AreaComparison } from "../../map/AreaComparison.tsx";
import { PeerTrendFigure } from "../../peers/PeerTrendFigure.tsx";
import { usePeerFigures } from "../../peers/usePeerFigures.ts";
import { AreaTable } from "../../table/AreaTable.tsx";
import type { PageProps } from "../pages.ts";
import { BurnDownFigure } from "./BurnDownFigure.tsx";
import { DoseTrendFigure } from "./DoseTrendFigure.tsx";
import { ErrorClassFigure } from "./ErrorClassFigure.tsx";
import { RecordLifeFigure } from "./RecordLifeFigure.tsx";
import { tableGroups } from "./tableGroups.ts";
import { useHeadline } from "./useHeadline.ts";
import {
  cardsOf,
  useBurnDown,
  useDoseTrend,
  useErrorClasses,
  useGroups,
  useHistory,
  useVaccinationTotals,
  vaccination,
} from "./vaccination.ts";

/** Tiêm chủng và làm sạch: from the injection to a clean record, for the chosen area and down to its communes. */
export default function VaccinationPage({ frame }: PageProps): ReactNode {
  const { view } = useView();
  const totals = useVaccinationTotals(frame);
  const history = useHistory(frame);
  const classes = useErrorClasses(frame);
  const groups = useGroups(frame);
  const burnDown = useBurnDown(frame);
  const trend = useDoseTrend(frame, view.grain);
  const children = useChildren(vaccination, frame);
  const peers = usePeerTotals(vaccination, frame);
  const besideOf = usePeerFigures(vaccination, peers, totals);
  const mapping = useMapping(vaccination, frame, "doses_recorded", "area_mapping");
  const { sentences, detailOf } = useHeadline(totals);
  return (
    <>
      <PageHead figures={totals} sentences={sentences} lines={frame.area.level === "nation" ? 1 : 2} />
      <KpiRow
        cards={cardsOf(totals.frame)}
        meta={vaccination.meta}
        totals={totals}
        history={history}
        detailOf={detailOf}
        besideOf={besideOf}
      />
      <div className="page-grid">
        <RecordLifeFigure bundle={totals} />
        <ErrorClassFigure bundle={classes} count={view.count} />
        <BurnDownFigure bundle={burnDown} totals={totals} />
        <DoseTrendFigure bundle={trend} />
        <PeerTrendFigure of={vaccination} frame={frame} />
        <PartsFigure
          bundle={groups}
          measure={vaccination.meta("subjects_to_clean")}
          count={vaccination.meta("subjects_sent")}
          isWide
        />
        {frame.area.level !== "commune" && <AreaComparison of={vaccination} bundle={children} totals={totals} />}
        <AreaTable of={vaccination} layout={tableGroups} bundle={children} totals={totals} peers={peers} />
      </div>
      <MappingNote bundle={mapping} measure={vaccination.meta("doses_recorded")} />
    </>
  );
}
