import { PageHead } from "../app/PageHead.tsx";
import { KpiRow } from "../charts/KpiRow.tsx";
import { useChildren, useHistory, useTotals } from "../data/bundles.ts";
import type { Frame } from "../data/frame.ts";
import { AreaComparison } from "../map/AreaComparison.tsx";

/** Tổng quan: where the chosen area stands and how the units below it compare. */
export function OverviewPage({ frame }: { frame: Frame }) {
  const totals = useTotals(frame);
  const history = useHistory(frame);
  const children = useChildren(frame);
  return (
    <>
      <PageHead page="overview" totals={totals} />
      <KpiRow totals={totals} history={history} />
      <div className="page-grid">
        <AreaComparison bundle={children} totals={totals} />
      </div>
    </>
  );
}
