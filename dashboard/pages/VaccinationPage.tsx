import { MappingNote } from "../app/MappingNote.tsx";
import { PageHead } from "../app/PageHead.tsx";
import { useView } from "../app/ViewProvider.tsx";
import { BurnDownFigure } from "../charts/BurnDownFigure.tsx";
import { ErrorClassFigure } from "../charts/ErrorClassFigure.tsx";
import { FunnelFigure } from "../charts/FunnelFigure.tsx";
import { TrendFigure } from "../charts/TrendFigure.tsx";
import { useBurnDown, useChildren, useErrorClasses, useTotals, useTrend } from "../data/bundles.ts";
import type { Frame } from "../data/frame.ts";
import { AreaComparison } from "../map/AreaComparison.tsx";
import { AreaTable } from "../table/AreaTable.tsx";

/** Tiêm chủng và làm sạch: from the injection to a clean record, for the chosen area and down to its communes. */
export function VaccinationPage({ frame }: { frame: Frame }) {
  const { view } = useView();
  const totals = useTotals(frame);
  const classes = useErrorClasses(frame);
  const burnDown = useBurnDown(frame);
  const trend = useTrend(frame, view.grain);
  const children = useChildren(frame);
  return (
    <>
      <PageHead page="vaccination" totals={totals} />
      <div className="page-grid">
        <FunnelFigure bundle={totals} />
        <ErrorClassFigure bundle={classes} />
        <BurnDownFigure bundle={burnDown} totals={totals} />
        <TrendFigure bundle={trend} />
        {frame.area.level !== "commune" && (
          <>
            <AreaComparison bundle={children} totals={totals} />
            <AreaTable bundle={children} totals={totals} />
          </>
        )}
      </div>
      <MappingNote frame={frame} />
    </>
  );
}
