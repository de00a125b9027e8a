import { useView } from "../../app/ViewProvider.tsx";
import { FunnelFigure } from "../../charts/FunnelFigure.tsx";
import { measuresIn, prepareFunnel } from "../../charts/prepareFunnel.ts";
import { Segmented } from "../../charts/Segmented.tsx";
import { useText } from "../../messages/useText.ts";
import { counts } from "../../url/choices.ts";
import { recordLife } from "./recordLife.ts";
import { type useVaccinationTotals, vaccination } from "./vaccination.ts";

/** The life of a record, from the injection to the verification. */
export function RecordLifeFigure({ bundle }: { bundle: ReturnType<typeof useVaccinationTotals> }) {
  const { t } = useText();
  const { view, go } = useView();
  return (
    <FunnelFigure
      title={t("funnel.title")}
      unit={t(`unit.${view.count}`)}
      bundle={bundle}
      steps={prepareFunnel(bundle.data?.current, recordLife[view.count])}
      words={{ step: (name) => t(`funnel.${name}`), loss: (name) => t(`funnel.loss.${name}`) }}
      why={measuresIn(recordLife[view.count]).map(vaccination.meta)}
      tools={
        <Segmented
          name={t("count.label")}
          value={view.count}
          options={counts.map((value) => ({ value, label: t(`count.${value}`) }))}
          onChoose={(count) => go({ count }, { replace: true })}
        />
      }
      notes={view.count === "subjects" ? <p>{t("funnel.subjectsNote")}</p> : null}
    />
  );
}
