import { PageHead } from "../app/PageHead.tsx";
import { ErrorClassFigure } from "../charts/ErrorClassFigure.tsx";
import { FunnelFigure } from "../charts/FunnelFigure.tsx";
import { KpiRow } from "../charts/KpiRow.tsx";
import { useChildren, useErrorClasses, useHistory, useTotals } from "../data/bundles.ts";
import type { Frame } from "../data/frame.ts";
import { AreaComparison } from "../map/AreaComparison.tsx";

/** Tổng quan: where the chosen area stands and how the units below it compare; of a commune, what is left to do. */
export function OverviewPage({ frame }: { frame: Frame }) {
  const totals = useTotals(frame);
  const history = useHistory(frame);
  return (
    <>
      <PageHead page="overview" totals={totals} />
      <KpiRow totals={totals} history={history} />
      <div className="page-grid">
        {frame.area.level === "commune" ? (
          <Leaf frame={frame} totals={totals} />
        ) : (
          <Parts frame={frame} totals={totals} />
        )}
      </div>
    </>
  );
}

interface PartProps {
  frame: Frame;
  totals: ReturnType<typeof useTotals>;
}

const Parts = ({ frame, totals }: PartProps) => <AreaComparison bundle={useChildren(frame)} totals={totals} />;

const Leaf = ({ frame, totals }: PartProps) => (
  <>
    <FunnelFigure bundle={totals} />
    <ErrorClassFigure bundle={useErrorClasses(frame)} />
  </>
);
