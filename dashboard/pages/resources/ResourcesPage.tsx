import type { ReactNode } from "react";
import { MappingNote } from "../../app/MappingNote.tsx";
import { PageHead } from "../../app/PageHead.tsx";
import { KpiRow } from "../../charts/KpiRow.tsx";
import { useChildren, useMapping } from "../../data/bundles.ts";
import { AreaComparison } from "../../map/AreaComparison.tsx";
import { AreaTable } from "../../table/AreaTable.tsx";
import type { PageProps } from "../pages.ts";
import { resourceCards, resources, useResourceHistory, useResourceTotals } from "./resources.ts";
import { resourceGroups } from "./tableGroups.ts";
import { useResourceHeadline } from "./useResourceHeadline.ts";

/** Nguồn lực y tế: staff, beds and equipment for the population, and who keeps the figures up. */
export default function ResourcesPage({ frame }: PageProps): ReactNode {
  const totals = useResourceTotals(frame);
  const history = useResourceHistory(frame);
  const children = useChildren(resources, frame);
  const mapping = useMapping(resources, frame, "facilities", "area_mapping");
  const sentences = useResourceHeadline(totals, children);
  return (
    <>
      <PageHead figures={totals} sentences={sentences} />
      <KpiRow cards={resourceCards} meta={resources.meta} totals={totals} history={history} detailOf={() => null} />
      <div className="page-grid">
        {frame.area.level !== "commune" && (
          <>
            <AreaComparison of={resources} bundle={children} totals={totals} />
            <AreaTable of={resources} layout={resourceGroups} bundle={children} totals={totals} />
          </>
        )}
      </div>
      <MappingNote bundle={mapping} measure={resources.meta("facilities")} />
    </>
  );
}
