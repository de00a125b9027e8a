import { BulletBar } from "../../charts/BulletBar.tsx";
import type { RankedArea } from "../../charts/prepareRanking.ts";
import { Sparkline } from "../../charts/Sparkline.tsx";
import { StateMark } from "../../charts/StateMark.tsx";
import { formatMeasure } from "../../format/formatMeasure.ts";
import { ArchipelagoLabels } from "../../map/ArchipelagoLabels.tsx";
import type { DrawnMap } from "../../map/drawnMap.ts";
import { MapLegend } from "../../map/MapLegend.tsx";
import { mapClasses, usualClassing } from "../../map/mapClasses.ts";
import { StillMap } from "../../map/StillMap.tsx";
import { useBoundaries } from "../../map/useBoundaries.ts";
import { useProvinceShapes } from "../../map/useProvinceShapes.ts";
import { useText } from "../../messages/useText.ts";
import type { StandOfParts, SubjectStand } from "../overview/prepareStand.ts";
import { WallChange, WallFigure } from "./WallFigure.tsx";

const COUNT = 5;

/** One subject: its key figure as large as the wall allows, the country by it, and the five furthest behind. */
export function SubjectSlide({ stand }: { stand: SubjectStand }) {
  const { t, format, language } = useText();
  const { kpi, parts, frame } = stand;
  const { share, target } = kpi.bullet;
  const deadline = kpi.target?.deadline;
  const ranked = parts?.ranking.areas.filter(({ rank }) => rank !== null) ?? [];
  const behind = ranked.slice(-COUNT).reverse();
  const isNation = frame.area.level === "nation";
  const provinces = useProvinceShapes(frame.structure, isNation);
  const within = useBoundaries(frame, ranked[0]?.level);
  const map = (isNation ? provinces.data : within.data) ?? null;
  return (
    <div className={map || isNation ? "wall-subject" : "wall-subject has-no-map"}>
      <section className="wall-key-figure">
        <h2>{kpi.meta.title[language]}</h2>
        <WallFigure kpi={kpi} />
        {kpi.target && <StateMark state={kpi.target.state} />}
        <WallChange kpi={kpi} />
        {(share !== null || target !== null) && <BulletBar share={share} target={target} />}
        {target !== null && (
          <p className="wall-target">
            {t("kpi.target", { target: format.percent(target) })}
            {deadline && ` · ${t("overview.deadline", { day: format.day(deadline) })}`}
          </p>
        )}
        <Sparkline points={kpi.spark} />
        {kpi.spark.filter(({ value }) => value !== null).length > 1 && (
          <p className="wall-time">{t("wall.year", { month: format.month(frame.asOf) })}</p>
        )}
      </section>
      {parts && map && <MapOfParts map={map} parts={parts} isNation={isNation} marked={behind} />}
      {parts && !map && !isNation && <Areas title={t("wall.ahead")} areas={ranked.slice(0, COUNT)} parts={parts} />}
      {parts && (
        <Areas
          title={t("wall.behind", { count: behind.length, level: t(`level.${ranked[0]?.level ?? "province"}`) })}
          areas={behind}
          parts={parts}
          isBehind
        />
      )}
    </div>
  );
}

interface MapProps {
  map: DrawnMap;
  parts: StandOfParts;
  isNation: boolean;
  marked: readonly RankedArea[];
}

function MapOfParts({ map, parts, isNation, marked }: MapProps) {
  const { t, format, language } = useText();
  const { meta, ranking } = parts;
  const values = ranking.areas.flatMap(({ value, isUnknown }) => (value === null || isUnknown ? [] : [value]));
  const classes = mapClasses(values, usualClassing(values, meta), meta);
  return (
    <div className="wall-map">
      <StillMap
        map={map}
        areas={ranking.areas}
        classes={classes}
        label={t("map.label", { measure: meta.title[language] })}
        marked={marked.map(({ code }) => code)}
      >
        {isNation && <ArchipelagoLabels />}
      </StillMap>
      <MapLegend
        classes={classes}
        target={meta.target?.value ?? null}
        write={(value) => formatMeasure(value, meta, format, "short")}
        hasMissing={ranking.areas.some(({ value }) => value === null)}
      />
    </div>
  );
}

interface AreasProps {
  title: string;
  areas: readonly RankedArea[];
  parts: StandOfParts;
  isBehind?: boolean;
}

function Areas({ title, areas, parts, isBehind = false }: AreasProps) {
  const { t, format, language } = useText();
  const { meta, ranking } = parts;
  const write = (value: number | null) => formatMeasure(value, meta, format, "short");
  return (
    <section className={isBehind ? "wall-areas is-behind" : "wall-areas"}>
      <h2>{title}</h2>
      <p className="wall-measure">{meta.title[language]}</p>
      <ol>
        {areas.map(({ code, name, value }) => (
          <li key={code}>
            <span>{name}</span>
            <b>{write(value)}</b>
            <span className="wall-bar" aria-hidden="true">
              <i style={{ inlineSize: `${((value ?? 0) / ranking.max) * 100}%` }} />
              {ranking.whole !== null && <u style={{ insetInlineStart: `${(ranking.whole / ranking.max) * 100}%` }} />}
            </span>
          </li>
        ))}
      </ol>
      {ranking.whole !== null && <p className="wall-whole">{t("wall.whole", { value: write(ranking.whole) })}</p>}
    </section>
  );
}
