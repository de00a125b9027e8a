import { ErrorPanel } from "../app/ErrorPanel.tsx";
import type { useHistory, useTotals } from "../data/bundles.ts";
import { measureCatalogue } from "../data/measureCatalogue.ts";
import { dayOf } from "../data/readRow.ts";
import { useText } from "../messages/useText.ts";
import { KpiCard } from "./KpiCard.tsx";
import { prepareKpis } from "./prepareKpis.ts";

interface Props {
  totals: ReturnType<typeof useTotals>;
  history: ReturnType<typeof useHistory>;
}

/** The six headline figures side by side, on common baselines. */
export function KpiRow({ totals, history }: Props) {
  const { t, format } = useText();
  const { data, error } = totals;
  if (error && !data) return <ErrorPanel error={error} retry={totals.retry} />;
  const kpis = prepareKpis(data?.current, data?.previous, history.data?.months ?? [], measureCatalogue);
  const finish = dayOf(data?.current, "cleansing_forecast_date");
  const detailOf = (measure: string) =>
    measure === "cleansing_progress" && finish !== null ? t("kpi.finish", { day: format.day(finish) }) : null;
  return (
    <section className="kpis" aria-label={t("kpi.label")} aria-busy={!data || totals.isOld}>
      {error && <ErrorPanel error={error} retry={totals.retry} hasOld />}
      {kpis.map((kpi) =>
        data ? (
          <div key={kpi.measure} className={totals.isOld ? "kpi-cell is-old" : "kpi-cell"}>
            <KpiCard kpi={kpi} asOf={data.frame.asOf} compare={data.frame.compare} detail={detailOf(kpi.measure)} />
          </div>
        ) : (
          <div key={kpi.measure} className="kpi-cell skeleton" role="status" aria-label={t("state.loading")} />
        ),
      )}
    </section>
  );
}
