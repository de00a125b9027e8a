import { KpiRow } from "../../charts/KpiRow.tsx";
import { isSameScene } from "../../data/frame.ts";
import { textIn } from "../../data/readRow.ts";
import { useText } from "../../messages/useText.ts";
import {
  cardsOf,
  metaOfCard,
  type useGrades,
  type useHistory,
  type useHospitalHistory,
  type usePaymentTotals,
} from "./payments.ts";
import { aimedReadiness, HOSPITAL_READY } from "./prepareReadiness.ts";

interface Props {
  totals: ReturnType<typeof usePaymentTotals>;
  grades: ReturnType<typeof useGrades>;
  history: ReturnType<typeof useHistory>;
  hospitalHistory: ReturnType<typeof useHospitalHistory>;
}

/** The headline figures, the hospitals of the target among them: their figure is asked for by itself, and put beside the others. */
export function PaymentKpis({ totals, grades, history, hospitalHistory }: Props) {
  const { t, format } = useText();
  const isTogether = isSameScene(totals.data?.frame, grades.data?.frame);
  const now = aimedReadiness(grades.data?.grades ?? []);
  const before = aimedReadiness(grades.data?.before ?? []);
  const data = isTogether &&
    totals.data && {
      ...totals.data,
      current: totals.data.current && { ...totals.data.current, [HOSPITAL_READY]: now.rate },
      previous: totals.data.previous && { ...totals.data.previous, [HOSPITAL_READY]: before.rate },
    };
  const rates = new Map(
    hospitalHistory.data?.points.map((row) => [textIn(row, "date"), row.cashless_ready_rate] as const),
  );
  const points = history.data?.points.map((row) => ({
    ...row,
    [HOSPITAL_READY]: rates.get(textIn(row, "date")) ?? null,
  }));
  const current = totals.data?.current;
  const details: Record<string, [ready: number | null, all: number | null]> = {
    [HOSPITAL_READY]: [now.ready, now.hospitals],
    cashless_ready_rate: [current?.cashless_ready_facilities ?? null, current?.facilities ?? null],
  };
  return (
    <KpiRow
      cards={cardsOf(totals.frame, now.hospitals !== 0)}
      meta={metaOfCard}
      totals={{ ...totals, data: data || undefined, error: totals.error ?? grades.error }}
      history={{ ...history, data: history.data && { ...history.data, points: points ?? [] } }}
      detailOf={(measure) => {
        const [ready, all] = details[measure] ?? [null, null];
        return ready === null || all === null
          ? null
          : t("payments.readyOf", { ready: format.integer(ready), all: format.integer(all) });
      }}
    />
  );
}
