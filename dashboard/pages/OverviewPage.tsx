import type { ReactNode } from "react";
import { PageHead } from "../app/PageHead.tsx";
import { useView } from "../app/ViewProvider.tsx";
import { useChildren } from "../data/bundles.ts";
import { AreaComparison } from "../map/AreaComparison.tsx";
import { FurthestBehind } from "./overview/FurthestBehind.tsx";
import { NewsList } from "./overview/NewsList.tsx";
import { SubjectCards } from "./overview/SubjectCards.tsx";
import { useSubjectStands } from "./overview/useSubjectStands.ts";
import type { PageProps } from "./pages.ts";
import { ErrorClassFigure } from "./vaccination/ErrorClassFigure.tsx";
import { RecordLifeFigure } from "./vaccination/RecordLifeFigure.tsx";
import { useHeadline } from "./vaccination/useHeadline.ts";
import { useErrorClasses, useVaccinationTotals, vaccination } from "./vaccination/vaccination.ts";

/** Tổng quan: where the chosen area stands and how the units below it compare; of a commune, what is left to do. */
export default function OverviewPage({ frame }: PageProps): ReactNode {
  const totals = useVaccinationTotals(frame);
  const { stands, isLoading } = useSubjectStands(frame);
  const { sentences } = useHeadline(totals);
  return (
    <>
      <PageHead figures={totals} sentences={sentences} lines={frame.area.level === "nation" ? 1 : 2} />
      <SubjectCards frame={frame} />
      <div className="overview-told">
        <NewsList frame={frame} stands={stands} isLoading={isLoading} />
        {frame.area.level !== "commune" && <FurthestBehind stands={stands} />}
      </div>
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

interface PartProps extends PageProps {
  totals: ReturnType<typeof useVaccinationTotals>;
}

const Parts = ({ frame, totals }: PartProps) => (
  <AreaComparison of={vaccination} bundle={useChildren(vaccination, frame)} totals={totals} />
);

function Leaf({ frame, totals }: PartProps) {
  const { view } = useView();
  return (
    <>
      <RecordLifeFigure bundle={totals} />
      <ErrorClassFigure bundle={useErrorClasses(frame)} count={view.count} />
    </>
  );
}
