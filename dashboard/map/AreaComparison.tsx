import { useMemo, useState } from "react";
import { ChoicePicker } from "../app/ChoicePicker.tsx";
import { useMeasure } from "../app/useMeasure.ts";
import { useView } from "../app/ViewProvider.tsx";
import { barsPainter, type PaintedBar } from "../charts/barsPainter.ts";
import { Figure } from "../charts/Figure.tsx";
import { foldRanking } from "../charts/foldRanking.ts";
import { prepareRanking, type RankedArea, type Ranking } from "../charts/prepareRanking.ts";
import { RankingList } from "../charts/RankingList.tsx";
import { StateMark } from "../charts/StateMark.tsx";
import type { CubeView } from "../data/defineView.ts";
import { isSameScene } from "../data/frame.ts";
import { isUnknownCode } from "../data/isUnknownCode.ts";
import type { Narrowing } from "../data/narrowing.ts";
import { numberIn } from "../data/readRow.ts";
import type { Bundle } from "../data/useBundle.ts";
import { useArea } from "../data/useReference.ts";
import type { FigureRow, ViewName } from "../data/viewCatalogue.ts";
import { formatMeasure } from "../format/formatMeasure.ts";
import { useText } from "../messages/useText.ts";
import { cellOf } from "../url/whyCell.ts";
import { AreaMap } from "./AreaMap.tsx";
import type { ArchipelagoName } from "./archipelagoNames.ts";
import { legendClasses, writeClass, writeClassing } from "./legendClasses.ts";
import { MapLegend } from "./MapLegend.tsx";
import { classColour, classingsFor, mapClasses, usualClassing } from "./mapClasses.ts";
import { besidePainter, mapPainter } from "./mapPainter.ts";
import { ProvinceMap } from "./ProvinceMap.tsx";
import { TileGrid } from "./TileGrid.tsx";
import { useBoundaries } from "./useBoundaries.ts";
import { useProvinceShapes } from "./useProvinceShapes.ts";

interface Props<V extends ViewName> {
  of: CubeView<V>;
  bundle: Bundle<{ children: readonly FigureRow[] }>;
  totals: Bundle<{ current: FigureRow | undefined }>;
  /** Said in the title, and to whoever asks where a figure comes from. */
  narrowed?: Narrowing | undefined;
  /** The figures are of what happened in the period, not of how things stand at its end. */
  isOfPeriod?: boolean;
}

/** The units below the chosen area side by side: on the map of the country, or as tiles, and ranked from best to worst. */
export function AreaComparison<V extends ViewName>({ of, bundle, totals, narrowed, isOfPeriod = false }: Props<V>) {
  const { t, format, language } = useText();
  const { view, go } = useView();
  const [active, setActive] = useState<string | null>(null);
  const { meta, measures } = useMeasure(of, bundle.frame.only);
  const { data } = bundle;
  const columns = useMemo(() => of.placesBelow(bundle.frame), [of, bundle.frame]);
  const whole = isSameScene(totals.data?.frame, data?.frame) ? numberIn(totals.data?.current, meta.name) : null;
  const shown = data?.frame ?? bundle.frame;
  const { data: area } = useArea(shown.area, shown.structure);
  const existing = useMemo(
    () =>
      area?.unit.code !== shown.area.code
        ? []
        : area.children
            // The unknown member is no unit that could have sent something.
            .filter(({ code }) => !isUnknownCode(code))
            .map(({ level, code, name, fullName }) => ({ level, code, name: level === "province" ? name : fullName })),
    [area, shown],
  );
  const ranking = useMemo(
    (): Ranking =>
      data && columns ? prepareRanking(data.children, columns, meta, whole, existing) : { areas: [], whole, max: 1 },
    [data, columns, meta, whole, existing],
  );
  const values = useMemo(
    () => ranking.areas.flatMap((area) => (area.value === null || area.isUnknown ? [] : [area.value])),
    [ranking],
  );
  const classings = classingsFor(meta);
  // A way to divide that the address asks for and this measure does not have gives way to the usual one.
  const asked = view.classing !== null && classings.includes(view.classing) ? view.classing : null;
  const classing = asked ?? usualClassing(values, meta);
  const classes = useMemo(() => mapClasses(values, classing, meta), [values, classing, meta]);
  const write = (value: number | null) => formatMeasure(value, meta, format, "short");
  const rankedCount = ranking.areas.filter((area) => area.rank !== null).length;
  const describe = (area: RankedArea) =>
    area.value === null
      ? t("map.areaMissing", { name: area.name })
      : t("map.area", { name: area.name, value: write(area.value), rank: area.rank ?? 0, count: rankedCount });
  const level = columns?.level ?? "province";
  const named = t("ranking.title", { measure: meta.title[language], level: t(`level.${level}`) });
  const title = narrowed === undefined ? named : t("figure.narrowed", { title: named, to: narrowed.to });
  const wholeLabel = meta.isRate ? (view.area.level === "nation" ? t("area.nation") : t("ranking.whole")) : null;
  const chosen = ranking.areas.find((area) => area.code === active);
  const isMap = data?.frame.area.level === "nation";

  const boundaries = useBoundaries(shown, columns?.level);
  // Its shapes come beside the figures, not after them.
  const shapes = useProvinceShapes(shown.structure, shown.area.level === "nation");
  const colourOfCode = (code: string) => {
    const value = ranking.areas.find((area) => area.code === code)?.value ?? null;
    return value === null || !classes ? null : classColour(value, classes);
  };
  const nameOf = ({ id, province }: ArchipelagoName): [string, string] => [t(`map.${id}`), t(`map.${province}`)];
  const target = meta.target?.value ?? null;
  const legend = legendClasses(classes, target).map((entry) => ({
    colour: entry.colour,
    text: writeClass(entry, write),
  }));
  const words = {
    archipelagos: isMap ? nameOf : null,
    legend,
    classing: classes ? writeClassing(classes, target, write, t) : "",
  };
  const drawn = (isMap ? shapes.data : boundaries.data) ?? null;
  const barOf = (area: RankedArea): PaintedBar => ({
    label: `${area.rank ?? ""} ${area.isUnknown ? t("area.unknown") : area.name}`.trim(),
    value: write(area.value),
    share: area.value === null ? null : area.value / ranking.max,
    tone: area.isUnknown ? "muted" : area.state === "late" ? "late" : "accent",
  });
  // A picture is as long as the list on the screen.
  const sections = isMap
    ? [{ areas: ranking.areas, isFolded: false, isUnranked: false }]
    : foldRanking(ranking.areas, null);
  const bars = barsPainter(
    sections.flatMap(({ areas, isFolded, isUnranked }) => {
      if (!isFolded) return areas.map(barOf);
      const label = t(isUnranked ? "ranking.foldedUnranked" : "ranking.folded", { count: areas.length });
      return [{ label, value: "", share: null }];
    }),
    wholeLabel === null || whole === null
      ? undefined
      : { share: whole / ranking.max, label: `${wholeLabel} ${write(whole)}` },
  );

  const legendOfMap = (
    <MapLegend
      classes={classes}
      target={target}
      write={write}
      hasMissing={ranking.areas.some((area) => area.value === null)}
    />
  );

  const where = narrowed?.where ?? [];
  const whyOf = ({ level, code }: RankedArea) => cellOf(meta, { area: { level, code }, where });
  const drawing = { areas: ranking.areas, classes, active, onActive: setActive, describe, whyOf };
  const readout = (
    <p className="map-readout" aria-hidden="true">
      {chosen ? (
        <>
          <b>{chosen.name}</b>
          <span className="map-readout-value">{write(chosen.value)}</span>
          {chosen.rank !== null && <span>{t("map.rank", { rank: chosen.rank, count: rankedCount })}</span>}
          {chosen.state && <StateMark state={chosen.state} detail={t(`figureState.${chosen.state}.area`)} />}
        </>
      ) : (
        <>
          <b>{isMap ? t("area.nation") : t("ranking.whole")}</b>
          <span className="map-readout-value">{write(whole)}</span>
          <span>{t("map.hint")}</span>
        </>
      )}
    </p>
  );

  return (
    <Figure
      title={title}
      unit={t(`measureUnit.${meta.unit}`)}
      period={
        isOfPeriod
          ? t("period.range", { from: format.day(bundle.frame.period[0]), to: format.day(bundle.frame.period[1]) })
          : t("period.asOf", { day: format.day(bundle.frame.asOf) })
      }
      table={
        data && {
          columns: [
            { label: t("ranking.rank"), kind: "number" },
            { label: t("table.code"), kind: "text" },
            { label: t("table.name"), kind: "text" },
            { label: meta.title[language], kind: meta.unit === "percent" ? "share" : "number" },
          ],
          rows: ranking.areas.map((area) => [area.rank, area.code, area.name, area.value]),
        }
      }
      painter={drawn ? besidePainter(mapPainter(drawn, colourOfCode, words), bars, 0.5) : bars}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      awaited={820}
      isEmpty={ranking.areas.length === 0}
      emptyMessage={columns === null ? t("ranking.leaf") : t("state.empty")}
      className="span-12"
      why={[meta]}
      whyWhere={where}
      {...(isMap ? { credit: t("map.credit") } : {})}
      tools={
        <>
          <ChoicePicker
            name={t("classing.choose")}
            sentence={t("classing.change")}
            value={classing}
            options={classings.map((value) => ({ value, label: t(`classing.${value}`) }))}
            onChoose={(chosenWay) => go({ classing: chosenWay === usualClassing(values, meta) ? null : chosenWay })}
          />
          <ChoicePicker
            name={t("ranking.measure")}
            sentence={t("ranking.changeMeasure")}
            value={meta.name}
            options={measures.map(({ name, title: words }) => ({ value: name, label: words[language] }))}
            onChoose={(measure) => go({ measure })}
          />
        </>
      }
      notes={meta.isRate && meta.better !== "none" ? <StateKey /> : null}
    >
      <div className="comparison">
        <div className="comparison-map">
          {isMap || boundaries.data ? (
            <div className={isMap ? "map-box" : "map-box is-province"}>
              {isMap && (
                <ProvinceMap
                  structure={data.frame.structure}
                  label={t("map.label", { measure: meta.title[language] })}
                  {...drawing}
                />
              )}
              {readout}
              {!isMap && boundaries.data && columns && (
                <AreaMap map={boundaries.data} level={columns.level} label={title} {...drawing} />
              )}
              {legendOfMap}
            </div>
          ) : boundaries.isLoading ? (
            <div className="skeleton map-skeleton" role="status" aria-label={t("state.loading")} />
          ) : (
            <>
              <TileGrid
                areas={ranking.areas}
                classes={classes}
                label={title}
                active={active}
                onActive={setActive}
                write={write}
                whyOf={whyOf}
              />
              {legendOfMap}
            </>
          )}
        </div>
        <RankingList
          ranking={ranking}
          label={title}
          wholeLabel={wholeLabel}
          active={active}
          isFoldable={!isMap}
          onActive={setActive}
          write={write}
          whyOf={whyOf}
        />
      </div>
    </Figure>
  );
}

function StateKey() {
  const { t } = useText();
  return (
    <ul className="key">
      {(["met", "onTrack", "late", "noData"] as const).map((state) => (
        <li key={state}>
          <StateMark state={state} /> <span className="key-note">{t(`figureState.${state}.area`)}</span>
        </li>
      ))}
    </ul>
  );
}
