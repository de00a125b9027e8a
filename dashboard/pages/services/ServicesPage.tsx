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
import { AreaTable } from "../../table/AreaTable.tsx";
import type { PageProps } from "../pages.ts";
import { ChipIdFigure } from "./ChipIdFigure.tsx";
import { MonthsFigure } from "./MonthsFigure.tsx";
import { serviceCards, serviceFacilities, services, useServiceMonths, useServiceTotals } from "./services.ts";
import { serviceGroups } from "./tableGroups.ts";
import { useServiceStory } from "./useServiceStory.ts";

/** Dịch vụ khám chữa bệnh: visits, admissions, beds in use and chip IDs, month by month. */
export default function ServicesPage({ frame }: PageProps): ReactNode {
  const totals = useServiceTotals(frame);
  const months = useServiceMonths(frame);
  const children = useChildren(services, frame);
  const peers = usePeerTotals(services, frame);
  const facilities = useFacilities(serviceFacilities, frame);
  const mapping = useMapping(services, frame, "facilities_reporting", "area_mapping");
  const kinds = useParts(
    services,
    frame,
    ["chip_id_facility_rate", "insured_facilities"],
    ["facility_type", "ownership", "grade"],
  );
  const story = useServiceStory(months, children);
  return (
    <>
      <PageHead figures={story.headline} sentences={story.sentences} />
      <KpiRow
        cards={serviceCards}
        meta={services.meta}
        totals={story.headline}
        history={story.year}
        detailOf={story.detailOf}
        days={story.days}
      />
      <div className="page-grid">
        <div className="span-7 stack">
          <MonthsFigure bundle={months} />
          <ChipIdFigure bundle={totals} />
        </div>
        <PartsFigure
          bundle={kinds}
          measure={services.meta("chip_id_facility_rate")}
          count={services.meta("insured_facilities")}
          isOfPeriod
        />
        <PeerTrendFigure of={services} frame={frame} />
        {frame.area.level !== "commune" && (
          <AreaComparison of={services} bundle={children} totals={totals} isOfPeriod />
        )}
        <AreaTable of={services} layout={serviceGroups} bundle={children} totals={totals} peers={peers} />
        <FacilityFigure spec={serviceFacilities} bundle={facilities} />
      </div>
      <MappingNote bundle={mapping} measure={services.meta("facilities_reporting")} />
    </>
  );
}
