import { KpiRow } from "../../charts/KpiRow.tsx";
import { useText } from "../../messages/useText.ts";
import { usePeerFigures } from "../../peers/usePeerFigures.ts";
import type { PeerTotals } from "../../peers/usePeerRows.ts";
import { cardsOf, payments, type useHistory, type usePaymentTotals } from "./payments.ts";

interface Props {
  totals: ReturnType<typeof usePaymentTotals>;
  history: ReturnType<typeof useHistory>;
  peers: PeerTotals;
}

/** The headline figures; how many of how many stands under those of readiness. */
export function PaymentKpis({ totals, history, peers }: Props) {
  const { t, format } = useText();
  const besideOf = usePeerFigures(payments, peers, totals);
  const current = totals.data?.current;
  const details: Record<string, [ready: number | null | undefined, all: number | null | undefined]> = {
    cashless_ready_hospital_rate: [current?.cashless_ready_hospitals, current?.hospitals_grade_2_and_above],
    cashless_ready_rate: [current?.cashless_ready_facilities, current?.facilities],
  };
  return (
    <KpiRow
      cards={cardsOf(totals.frame, current?.hospitals_grade_2_and_above !== 0)}
      meta={payments.meta}
      totals={totals}
      history={history}
      besideOf={besideOf}
      detailOf={(measure) => {
        const [ready = null, all = null] = details[measure] ?? [];
        return ready === null || all === null
          ? null
          : t("payments.readyOf", { ready: format.integer(ready), all: format.integer(all) });
      }}
    />
  );
}
