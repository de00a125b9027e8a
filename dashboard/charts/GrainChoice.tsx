import { useView } from "../app/ViewProvider.tsx";
import { useText } from "../messages/useText.ts";
import { grains } from "../url/choices.ts";
import { Segmented } from "./Segmented.tsx";

/** By month or by week: of all figures over time at once. */
export function GrainChoice() {
  const { t } = useText();
  const { view, go } = useView();
  return (
    <Segmented
      name={t("trend.grain")}
      value={view.grain}
      options={grains.map((value) => ({ value, label: t(`grain.${value}`) }))}
      onChoose={(grain) => go({ grain }, { replace: true })}
    />
  );
}
