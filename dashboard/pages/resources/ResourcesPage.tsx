import type { ReactNode } from "react";
import { MappingNote } from "../../app/MappingNote.tsx";
import { PageHead } from "../../app/PageHead.tsx";
import { KpiRow } from "../../charts/KpiRow.tsx";
import { PartsFigure } from "../../charts/PartsFigure.tsx";
import { useChildren, useMapping, usePeerTotals } from "../../data/bundles.ts";
import { useParts } from "../../data/useParts.ts";
import { FacilityFigure } from "../../facilities/FacilityFigure.tsx";
import { useFacilities } from "../../facilities/useFacilities.ts";
import { AreaComparison } from "../../map/AreaComparison.tsx";
import { PeerTrendFigure } from "../../peers/PeerTrendFigure.tsx";
import { usePeerFigures } from "../../peers/usePeerFigures.ts";
import { AreaTable } from "../../table/AreaTable.tsx";
import type { PageProps } from "../pages.ts";
import { DensityFigure } from "./DensityFigure.tsx";
import {
  cardsOf,
  resourceFacilities,
  resources,
  useResourceHistory,
  useResourceTotals,
  useUpdateCalendar,
} from "./resources.ts";
import { StaffFigure } from "./StaffFigure.tsx";
import { resourceGroups } from "./tableGroups.ts";
import { UpdateCalendarFigure } from "./UpdateCalendarFigure.tsx";
import { useResourceHeadline } from "./useResourceHeadline.ts";

/** Nguồn lực y tế: staff, beds and equipment for the population, and who keeps the figures up. */
export default function ResourcesPage({ frame }: PageProps): ReactNode {
  const totals = useResourceTotals(frame);
  const history = useResourceHistory(frame);
  const children = useChildren(resources, frame);
  const peers = usePeerTotals(resources, frame);
  const besideOf = usePeerFigures(resources, peers, totals);
  const mapping = useMapping(resources, frame, "facilities", "area_mapping");
  const calendar = useUpdateCalendar(frame);
  const kinds = useParts(resources, frame, ["facility_update_rate", "public_facilities"], ["facility_type", "grade"]);
  const equipment = useParts(resources, frame, ["equipment_in_order_rate", "equipment_broken"], ["equipment_type"]);
  const facilities = useFacilities(resourceFacilities, frame);
  const sentences = useResourceHeadline(totals, children);
  return (
    <>
      <PageHead figures={totals} sentences={sentences} />
      <KpiRow
        cards={cardsOf(totals.frame)}
        meta={resources.meta}
        totals={totals}
        history={history}
        detailOf={() => null}
        besideOf={besideOf}
      />
      <div className="page-grid">
        <PeerTrendFigure of={resources} frame={frame} />
        {frame.area.level !== "commune" && (
          <>
            <AreaComparison of={resources} bundle={children} totals={totals} />
            <DensityFigure bundle={children} totals={totals} />
            <UpdateCalendarFigure bundle={calendar} />
          </>
        )}
        <div className={frame.area.level === "commune" ? "span-12 panels" : "span-5 stack"}>
          <StaffFigure bundle={totals} />
          <PartsFigure
            bundle={kinds}
            measure={resources.meta("facility_update_rate")}
            count={resources.meta("public_facilities")}
          />
          <PartsFigure
            bundle={equipment}
            measure={resources.meta("equipment_in_order_rate")}
            count={resources.meta("equipment_broken")}
          />
        </div>
        <AreaTable of={resources} layout={resourceGroups} bundle={children} totals={totals} peers={peers} />
        <FacilityFigure spec={resourceFacilities} bundle={facilities} />
      </div>
      <MappingNote bundle={mapping} measure={resources.meta("facilities")} />
    </>
  );
}
