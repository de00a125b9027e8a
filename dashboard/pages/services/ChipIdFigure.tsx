import { FunnelFigure } from "../../charts/FunnelFigure.tsx";
import { type FunnelStepSpec, prepareFunnel } from "../../charts/prepareFunnel.ts";
import type { MeasureOf } from "../../data/viewCatalogue.ts";
import { useText } from "../../messages/useText.ts";
import { services, type useServiceTotals } from "./services.ts";

type Step = "chip_id_visits" | "chip_id_successes";
const steps: readonly FunnelStepSpec<Step, never, MeasureOf<"services">>[] = [
  { name: "chip_id_visits", measure: "chip_id_visits", losses: [] },
  { name: "chip_id_successes", measure: "chip_id_successes", losses: [] },
];

/** Look-ups with a chip ID, and how many of them found the patient. */
export function ChipIdFigure({ bundle }: { bundle: ReturnType<typeof useServiceTotals> }) {
  const { t, language, format } = useText();
  const facilities = bundle.data?.current?.chip_id_facilities ?? null;
  const [from, to] = bundle.frame.period;
  return (
    <FunnelFigure
      title={t("services.chip.title")}
      unit={t("measureUnit.visit")}
      period={t("period.range", { from: format.day(from), to: format.day(to) })}
      bundle={bundle}
      steps={prepareFunnel(bundle.data?.current, steps)}
      words={{ step: (name) => services.meta(name).title[language], loss: (name) => name }}
      why={steps.map(({ measure }) => services.meta(measure))}
      notes={facilities === null ? null : <p>{t("services.chip.facilities", { count: format.integer(facilities) })}</p>}
    />
  );
}
