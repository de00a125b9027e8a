import type { ReactNode } from "react";
import "../../theme/payments.css";
import { MappingNote } from "../../app/MappingNote.tsx";
import { PageHead } from "../../app/PageHead.tsx";
import { useView } from "../../app/ViewProvider.tsx";
import { useChildren, useMapping, usePeerTotals } from "../../data/bundles.ts";
import { FacilityFigure } from "../../facilities/FacilityFigure.tsx";
import { useFacilities } from "../../facilities/useFacilities.ts";
import { AreaComparison } from "../../map/AreaComparison.tsx";
import { PeerTrendFigure } from "../../peers/PeerTrendFigure.tsx";
import { AreaTable } from "../../table/AreaTable.tsx";
import type { PageProps } from "../pages.ts";
import { GradeFigure } from "./GradeFigure.tsx";
import { MethodsFigure } from "./MethodsFigure.tsx";
import { PaymentKpis } from "./PaymentKpis.tsx";
import { paymentFacilities, payments, useGrades, useHistory, useMethods, usePaymentTotals } from "./payments.ts";
import { tableGroups } from "./tableGroups.ts";
import { useHeadline } from "./useHeadline.ts";

/** Thanh toán không dùng tiền mặt: who accepts it, and how much is paid that way. */
export default function PaymentsPage({ frame }: PageProps): ReactNode {
  const { view } = useView();
  const totals = usePaymentTotals(frame);
  const grades = useGrades(frame);
  const history = useHistory(frame);
  const methods = useMethods(frame, view.grain);
  const children = useChildren(payments, frame);
  const peers = usePeerTotals(payments, frame);
  const facilities = useFacilities(paymentFacilities, frame);
  const mapping = useMapping(payments, frame, "facilities", "area_mapping");
  const sentences = useHeadline({ totals, children });
  return (
    <>
      <PageHead figures={totals} sentences={sentences} lines={3} />
      <PaymentKpis totals={totals} history={history} peers={peers} />
      <div className="page-grid">
        <MethodsFigure bundle={methods} />
        <GradeFigure bundle={grades} />
        <PeerTrendFigure of={payments} frame={frame} />
        {frame.area.level !== "commune" && <AreaComparison of={payments} bundle={children} totals={totals} />}
        <AreaTable of={payments} layout={tableGroups} bundle={children} totals={totals} peers={peers} />
        <FacilityFigure spec={paymentFacilities} bundle={facilities} />
      </div>
      <MappingNote bundle={mapping} measure={payments.meta("facilities")} />
    </>
  );
}
