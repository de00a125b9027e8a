import { useText } from "../../messages/useText.ts";
import { useVerdict } from "../vaccination/BurnDownFigure.tsx";
import type { BurnDown } from "../vaccination/prepareBurnDown.ts";
import { layoutBurnDown } from "./layoutBurnDown.ts";

const WIDTH = 1560;
const HEIGHT = 590;

/** Records to clean since the baseline, across the whole wall, and in a sentence where that leads. */
export function BurnDownSlide({ burnDown }: { burnDown: BurnDown }) {
  const { t, format } = useText();
  const verdict = useVerdict(burnDown);
  const drawn = layoutBurnDown(burnDown, WIDTH, HEIGHT);
  return (
    <div className="wall-burn">
      <p className="wall-sentence">{verdict}</p>
      <svg
        className="wall-burn-field"
        viewBox={`-150 -40 ${WIDTH + 420} ${HEIGHT + 110}`}
        role="img"
        aria-label={t("burnDown.aria", { sentence: verdict })}
      >
        {drawn.amounts.map(({ at, value }) => (
          <g key={value}>
            <path className="wall-grid" d={`M0 ${at}H${WIDTH}`} />
            <text className="wall-tick" x={-16} y={at + 9} textAnchor="end">
              {format.axis(value)}
            </text>
          </g>
        ))}
        {drawn.months.map(({ x, day }) => (
          <text key={day} className="wall-tick" x={x} y={HEIGHT + 50} textAnchor="middle">
            {format.month(day)}
          </text>
        ))}
        <path className="wall-band" d={drawn.band} />
        <path className="wall-line wall-line-wrong" d={drawn.wrong} />
        <path className="wall-line wall-line-forecast" d={drawn.forecast} />
        <path className="wall-line" d={drawn.toClean} />
        {drawn.today && (
          <>
            <circle className="wall-dot" cx={drawn.today.x} cy={drawn.today.y} r={11} />
            <text className="wall-label" x={drawn.today.x + 20} y={drawn.today.y - 22}>
              {format.compact(burnDown.remaining)}
            </text>
          </>
        )}
        {drawn.finish && (
          <>
            <circle className="wall-dot" cx={drawn.finish.x} cy={drawn.finish.y} r={11} />
            <text className="wall-label" x={drawn.finish.x + 22} y={drawn.finish.y + 14}>
              {format.day(drawn.finish.day)}
            </text>
          </>
        )}
      </svg>
      <ul className="wall-key">
        <li>
          <i className="wall-key-line" aria-hidden="true" /> {t("burnDown.toClean")}
        </li>
        <li>
          <i className="wall-key-line wall-key-wrong" aria-hidden="true" /> {t("burnDown.wrong")}
        </li>
        {burnDown.forecast && (
          <li>
            <i className="wall-key-line wall-key-forecast" aria-hidden="true" /> {t("burnDown.forecastBand")}
          </li>
        )}
      </ul>
    </div>
  );
}
