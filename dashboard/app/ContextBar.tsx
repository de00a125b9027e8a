import type { About } from "../data/fetchAbout.ts";
import { structureOf } from "../data/structureOf.ts";
import { useArea, useProvinceOfToday } from "../data/useReference.ts";
import { useText } from "../messages/useText.ts";
import { type AreaRef, parseAreaCode } from "../url/areaRef.ts";
import { comparisons, periods, structures } from "../url/choices.ts";
import { moveToStructure } from "../url/moveToStructure.ts";
import { AreaPicker } from "./AreaPicker.tsx";
import { ChoicePicker } from "./ChoicePicker.tsx";
import { DayPicker } from "./DayPicker.tsx";
import { ViewLink } from "./ViewLink.tsx";
import { useView } from "./ViewProvider.tsx";

interface Props {
  about: About;
  asOf: string | null;
  /** Counts the times that the search was asked for from outside. */
  searchSignal: number;
}

/** Where, until when, over which period, against what, within which borders: one sentence, each part a choice. */
export function ContextBar({ about, asOf, searchSignal }: Props) {
  const { t, language } = useText();
  const { view, go } = useView();
  const provinceOfToday = useProvinceOfToday();
  const area = useArea(view.area, view.structure);
  const ancestors = area.isPlaceholderData ? [] : (area.data?.ancestors ?? []);
  const isNation = view.area.level === "nation";
  const name = isNation ? t("area.nation") : area.data && !area.isPlaceholderData ? area.data.unit.fullName : "…";
  const refOf = (code: string): AreaRef | undefined => parseAreaCode(code);

  return (
    <section className="context" aria-label={t("context.label")}>
      <nav className="breadcrumb" aria-label={t("context.breadcrumb")}>
        <ol>
          {ancestors.map((step) => {
            const to = refOf(step.code);
            const words = step.level === "nation" ? t("area.nation") : step.name;
            return <li key={step.code}>{to ? <ViewLink to={{ area: to }}>{words}</ViewLink> : words}</li>;
          })}
          <li aria-current="location">
            <AreaPicker label={name} openSignal={searchSignal} />
          </li>
        </ol>
      </nav>
      {asOf !== null && <DayPicker asOf={asOf} about={about} onChoose={(day) => go({ asOf: day })} />}
      <ChoicePicker
        name={t("context.period")}
        value={view.period}
        options={periods.map((value) => ({ value, label: t(`period.${value}`) }))}
        onChoose={(period) => go({ period })}
      />
      <ChoicePicker
        name={t("context.compare")}
        value={view.compare}
        options={comparisons.map((value) => ({ value, label: t(`compare.${value}`) }))}
        onChoose={(compare) => go({ compare })}
      />
      <ChoicePicker
        name={t("context.structure")}
        value={view.structure}
        options={structures.map((value) => ({
          value,
          label: t(`structure.${value}`),
          detail: structureOf(about, value)?.[`name_${language}`] ?? "",
        }))}
        onChoose={(structure) =>
          go({ structure, area: moveToStructure(view.area, ancestors, structure, (code) => provinceOfToday?.(code)) })
        }
      />
    </section>
  );
}
