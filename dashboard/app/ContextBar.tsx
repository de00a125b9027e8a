import type { About } from "../data/fetchAbout.ts";
import { structureOf } from "../data/structureOf.ts";
import { useArea, useAreas, useProvinceOfToday } from "../data/useReference.ts";
import { useText } from "../messages/useText.ts";
import { type AreaRef, parseAreaCode } from "../url/areaRef.ts";
import { periods, structures } from "../url/choices.ts";
import { moveToStructure } from "../url/moveToStructure.ts";
import { isUnit, movePeers } from "../url/peers.ts";
import { AreaPicker } from "./AreaPicker.tsx";
import { ChoicePicker } from "./ChoicePicker.tsx";
import { ComparePicker } from "./ComparePicker.tsx";
import { DayPicker } from "./DayPicker.tsx";
import { ViewLink } from "./ViewLink.tsx";
import { useView } from "./ViewProvider.tsx";

interface Props {
  /** Undefined until the server has answered: what the address says stands meanwhile. */
  about: About | undefined;
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
  const units = view.peers.filter(isUnit);
  const facts = useAreas(units, view.structure);
  const factsOf = ({ code }: AreaRef) => facts[units.findIndex((unit) => unit.code === code)];
  const aboveOf = (unit: AreaRef) => factsOf(unit)?.ancestors ?? [];
  const nameOf = (unit: AreaRef) => factsOf(unit)?.unit.fullName ?? unit.code;
  const refOf = (code: string): AreaRef | undefined => parseAreaCode(code);

  return (
    <section className={view.peers.length > 0 ? "context is-compared" : "context"} aria-label={t("context.label")}>
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
      <div className="context-rest">
        {about === undefined ? (
          // As wide as the day that comes.
          <span className="choice">{t("context.asOf", { day: "––/––/––––" })}</span>
        ) : (
          asOf !== null && <DayPicker asOf={asOf} about={about} onChoose={(day) => go({ asOf: day })} />
        )}
        <ChoicePicker
          name={t("context.period")}
          value={view.period}
          options={periods.map((value) => ({ value, label: t(`period.${value}`) }))}
          onChoose={(period) => go({ period })}
        />
        <ComparePicker />
        <ChoicePicker
          name={t("context.structure")}
          value={view.structure}
          options={structures.map((value) => ({
            value,
            label: t(`structure.${value}`),
            detail: about ? (structureOf(about, value)?.[`name_${language}`] ?? "") : "",
          }))}
          onChoose={(structure) => {
            const move = (from: AreaRef, above: typeof ancestors) =>
              moveToStructure(from, above, structure, (code) => provinceOfToday?.(code));
            const to = move(view.area, ancestors);
            const { peers, lost } = movePeers(view.peers, (unit) => move(unit, aboveOf(unit)), to);
            go({ structure, area: to, peers }, { lostPeers: lost.map(nameOf) });
          }}
        />
      </div>
    </section>
  );
}
