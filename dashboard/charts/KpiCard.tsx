import { type ReactNode, useId } from "react";
import { formatMeasure } from "../format/formatMeasure.ts";
import { Defined } from "../help/Defined.tsx";
import { useText } from "../messages/useText.ts";
import type { BesideLine } from "../peers/usePeerFigures.ts";
import { WhyButton } from "../why/WhyButton.tsx";
import { BulletBar } from "./BulletBar.tsx";
import { describeChange } from "./describeChange.ts";
import type { Kpi } from "./prepareKpis.ts";
import { Sparkline } from "./Sparkline.tsx";
import { StateMark } from "./StateMark.tsx";

interface Props {
  kpi: Kpi;
  /** The newest day of the data; null where none is loaded. */
  asOf: string | null;
  compare: string | null;
  /** Another sentence on this figure, for example when it will be reached. */
  detail?: string | null;
  /** The same figure of other areas, each on a line of its own: they stand before the figures come. */
  beside?: readonly BesideLine[];
  /** What the figure belongs to, above its name. */
  subject?: ReactNode;
  /** Why there is no figure, where that is known. */
  missing?: string;
  /** The figure is on its way: the card stands as it will stand with it. */
  isPending?: boolean;
}

/** One headline figure: value, change, distance to the target, the year behind it, and of which day it is. */
export function KpiCard({
  kpi,
  asOf,
  compare,
  detail = null,
  beside = [],
  subject,
  missing,
  isPending = false,
}: Props) {
  const { t, format, language } = useText();
  const id = useId();
  const short = formatMeasure(kpi.value, kpi.meta, format, "short");
  const full = formatMeasure(kpi.value, kpi.meta, format, "full");
  const { share, target, whole } = kpi.bullet;
  const caption =
    target !== null
      ? t("kpi.target", { target: format.percent(target) })
      : whole === null || isPending
        ? ""
        : share === null
          ? t("kpi.noWhole")
          : t(whole, { share: format.percent(share) });
  // A figure that is no share of anything has no bar: an empty one would say that it is missing.
  const hasBar = share !== null || target !== null || whole !== null || (isPending && kpi.meta.unit === "percent");
  const title = kpi.title === null ? kpi.meta.title[language] : t(kpi.title);
  return (
    <article className="kpi" aria-labelledby={id}>
      <h2 id={id}>
        {subject && <span className="kpi-subject">{subject}</span>}
        <Defined definition={kpi.meta.description[language]}>{title}</Defined>
      </h2>
      <WhyButton cell={kpi.why} of={title} />
      <p className="kpi-value">
        {isPending ? (
          <span className="pending" role="status" aria-label={t("state.loading")} />
        ) : kpi.value === null ? (
          <>
            <span aria-hidden="true">—</span>
            <span className="kpi-nodata">{missing ?? t("figureState.noData")}</span>
          </>
        ) : (
          <span
            role="img"
            aria-label={full}
            // Focus shows an abbreviated figure in full, as hovering does.
            {...(short === full ? {} : { tabIndex: 0, className: "abbreviated", "data-full": full })}
          >
            <Amount text={short} />
          </span>
        )}
      </p>
      <p className={`kpi-change change-${kpi.change?.sentiment ?? "none"}`}>
        {isPending ? (
          <span className="pending" />
        ) : kpi.value === null && missing !== undefined ? null : compare === null ? (
          t("change.nothing")
        ) : kpi.change ? (
          describeChange(kpi.change, t, format, compare)
        ) : (
          t("change.unknown", { day: format.day(compare) })
        )}
      </p>
      <div className="kpi-bullet">
        {hasBar && <BulletBar share={share} target={target} isPending={isPending} />}
        <p className="kpi-caption" title={kpi.target?.legalBasis ?? kpi.meta.target?.legalBasis}>
          <span>{caption}</span>
          {kpi.target && !isPending && <StateMark state={kpi.target.state} />}
        </p>
      </div>
      <Sparkline points={kpi.spark} />
      <div>
        <p className="kpi-foot">
          {!isPending && (asOf === null ? t("kpi.notLoaded") : t("kpi.asOf", { day: format.day(asOf) }))}
          {detail && !isPending && ` · ${detail}`}
        </p>
        {beside.map(({ key, text }) => (
          <p key={key} className="kpi-beside">
            {text}
          </p>
        ))}
      </div>
    </article>
  );
}

/** The figure large, its word or sign after it smaller. */
function Amount({ text }: { text: string }) {
  const [, figure = text, word = ""] = /^(.*\d)(\D*)$/.exec(text) ?? [];
  return (
    <>
      {figure}
      {word && <span className="kpi-unit">{word}</span>}
    </>
  );
}
