import { useMemo } from "react";
import { ChoicePicker } from "../../app/ChoicePicker.tsx";
import { ViewLink } from "../../app/ViewLink.tsx";
import { useView } from "../../app/ViewProvider.tsx";
import { UnitLink } from "../../charts/UnitLink.tsx";
import type { Narrowing } from "../../data/narrowing.ts";
import { useText } from "../../messages/useText.ts";
import { ArrivalsFigure } from "./ArrivalsFigure.tsx";
import { prepareArrivals } from "./prepareArrivals.ts";
import type { Source } from "./prepareSources.ts";
import { quality, type useAreaCalendar, type useSourceCalendar } from "./quality.ts";

interface Props {
  sources: readonly Source[];
  bySource: ReturnType<typeof useSourceCalendar>;
  byArea: ReturnType<typeof useAreaCalendar>;
  narrowing: Narrowing | undefined;
}
/** Stands for all sources in the picker: no source has this code. */
const ALL = "";

/** The calendar of arrivals: by source, and by unit for the chosen source. */
export function ArrivalsFigures({ sources, bySource, byArea, narrowing }: Props) {
  const { t, language } = useText();
  const { view, go } = useView();
  const ofSources = useMemo(() => {
    const name = language === "vi" ? "source_name" : "source_name_en";
    return prepareArrivals(bySource.data?.points ?? [], { code: "source", name }, bySource.frame.history);
  }, [bySource.data, bySource.frame, language]);
  const below = useMemo(() => quality.placesBelow(byArea.frame), [byArea.frame]);
  const ofAreas = useMemo(
    () => prepareArrivals(byArea.data?.points ?? [], below, byArea.frame.history),
    [byArea.data, byArea.frame, below],
  );
  const level = t(`level.${below?.level ?? "province"}`);
  const titleOfAreas = t("quality.arrivals.byArea", { level });
  return (
    <>
      <ArrivalsFigure
        bundle={bySource}
        arrivals={ofSources}
        title={t("quality.arrivals.bySource")}
        nameTitle={t("quality.source")}
        nameOf={({ code, name }) => <ViewLink to={{ source: code }}>{name}</ViewLink>}
        at={({ code }) => ({ where: [["source", [code]]] })}
        emptyMessage={t("quality.arrivals.noneDue")}
      />
      {below !== null && (
        <ArrivalsFigure
          bundle={byArea}
          arrivals={ofAreas}
          title={
            narrowing === undefined ? titleOfAreas : t("figure.narrowed", { title: titleOfAreas, to: narrowing.to })
          }
          nameTitle={t("table.name")}
          nameOf={(row) => <UnitLink {...row} />}
          at={({ code }) => ({ area: { level: below.level, code }, where: narrowing?.where ?? [] })}
          emptyMessage={t("quality.arrivals.noneBelow", { level })}
          whyWhere={narrowing?.where ?? []}
          tools={
            <ChoicePicker
              name={t("quality.source")}
              value={view.source ?? ALL}
              options={[
                { value: ALL, label: t("quality.allSources") },
                ...sources.map(({ code, name }) => ({ value: code, label: name })),
              ]}
              onChoose={(code) => go({ source: code === ALL ? null : code })}
            />
          }
        />
      )}
    </>
  );
}
