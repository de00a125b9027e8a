import { BulletBar } from "../../charts/BulletBar.tsx";
import { StateMark } from "../../charts/StateMark.tsx";
import { useText } from "../../messages/useText.ts";
import type { SubjectStand } from "../overview/prepareStand.ts";
import { WallChange, WallFigure } from "./WallFigure.tsx";

interface Props {
  stands: readonly SubjectStand[];
  sentence: string;
}

/** Where the area stands: one sentence, and the key figure of every subject. */
export function OverviewSlide({ stands, sentence }: Props) {
  const { t, format, language } = useText();
  return (
    <div className="wall-overview">
      {sentence && <p className="wall-sentence wall-headline">{sentence}</p>}
      <ul className="wall-tiles" data-count={stands.length}>
        {stands.map(({ subject, kpi, dataTime, nothing }) => (
          <li key={subject.name} className={kpi.value === null ? "wall-tile is-missing" : "wall-tile"}>
            <h2>{t(subject.name)}</h2>
            <p className="wall-measure">{kpi.meta.title[language]}</p>
            <div className="wall-stand">
              <WallFigure kpi={kpi} {...(nothing && { missing: nothing })} />
              {kpi.value !== null && (
                <div className="wall-verdict">
                  <WallChange kpi={kpi} />
                  {kpi.target && <StateMark state={kpi.target.state} />}
                </div>
              )}
            </div>
            {(kpi.bullet.share !== null || kpi.bullet.target !== null) && kpi.value !== null && (
              <BulletBar share={kpi.bullet.share} target={kpi.bullet.target} />
            )}
            <p className="wall-time">
              {dataTime === null ? t("kpi.notLoaded") : t("kpi.asOf", { day: format.day(dataTime) })}
              {kpi.bullet.target !== null && ` · ${t("kpi.target", { target: format.percent(kpi.bullet.target) })}`}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
