import { useEffect, useRef, useState } from "react";
import { ViewLink } from "../app/ViewLink.tsx";
import { usePeers } from "../data/usePeers.ts";
import { useText } from "../messages/useText.ts";
import { parseAreaCode } from "../url/areaRef.ts";
import type { WhyCell } from "../url/whyCell.ts";
import { WhyButton } from "../why/WhyButton.tsx";
import { whyProps } from "../why/whyProps.ts";
import { foldRanking } from "./foldRanking.ts";
import type { RankedArea, Ranking } from "./prepareRanking.ts";
import { StateMark } from "./StateMark.tsx";
import { UnfoldButton } from "./UnfoldButton.tsx";

interface Props {
  ranking: Ranking;
  label: string;
  /** What the mark across the bars stands for; no mark where the whole cannot be compared with its parts. */
  wholeLabel: string | null;
  active: string | null;
  /** Shows the ends of a long ranking only, until the reader asks for all. */
  isFoldable: boolean;
  onActive(code: string | null): void;
  write(value: number | null): string;
  /** Where an area's figure comes from. */
  whyOf(area: RankedArea): WhyCell | null;
}

/** Areas from best to worst as bars from zero, the whole marked across them. */
export function RankingList({ ranking, label, wholeLabel, active, isFoldable, onActive, write, whyOf }: Props) {
  const { t } = useText();
  const [isWhole, setWhole] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const { areas, whole, max } = ranking;
  const sections =
    isFoldable && !isWhole ? foldRanking(areas, active) : [{ areas, isFolded: false, isUnranked: false }];
  const isLong = isFoldable && foldRanking(areas, null).some((section) => section.isFolded);
  const mark = wholeLabel !== null && whole !== null ? `${(whole / max) * 100}%` : null;

  // The row of the province under the pointer on the map comes into view, within the list only.
  useEffect(() => {
    const box = list.current;
    const row = active === null ? null : box?.querySelector<HTMLElement>(`[data-code="${CSS.escape(active)}"]`);
    if (!box || !row || box.matches(":hover") || box.contains(document.activeElement)) return;
    const top = row.offsetTop - box.offsetTop;
    if (top < box.scrollTop || top + row.offsetHeight > box.scrollTop + box.clientHeight) {
      box.scrollTop = top - box.clientHeight / 2;
    }
  }, [active]);

  return (
    <div className="ranking" style={mark ? { "--whole": mark } : {}}>
      {mark && (
        <p className="ranking-head" aria-hidden="true">
          <span className={`ranking-whole${(whole ?? 0) / max > 0.5 ? " ranking-whole-left" : ""}`}>
            {wholeLabel} {write(whole)}
          </span>
        </p>
      )}
      <ol ref={list} className={mark ? "ranking-list has-mark" : "ranking-list"} aria-label={label}>
        {sections.map((section) =>
          section.isFolded ? (
            <li key={`folded ${section.areas[0]?.code}`} className="ranking-folded">
              {t(section.isUnranked ? "ranking.foldedUnranked" : "ranking.folded", { count: section.areas.length })}
            </li>
          ) : (
            section.areas.map((area) => (
              <li
                key={area.code}
                data-code={area.code}
                className={area.code === active ? "is-active" : ""}
                onPointerEnter={() => onActive(area.code)}
                onPointerLeave={() => onActive(null)}
              >
                <Row
                  area={area}
                  max={max}
                  write={write}
                  why={whyOf(area)}
                  onActive={onActive}
                  unknown={t("area.unknown")}
                />
                <WhyButton cell={whyOf(area)} of={`${area.name}, ${label}`} isOneOfMany />
              </li>
            ))
          ),
        )}
      </ol>
      {isLong && <UnfoldButton isWhole={isWhole} count={areas.length} onChange={setWhole} />}
    </div>
  );
}

interface RowProps {
  area: RankedArea;
  max: number;
  unknown: string;
  why: WhyCell | null;
  write(value: number | null): string;
  onActive(code: string | null): void;
}

function Row({ area, max, write, why, onActive, unknown }: RowProps) {
  const { t } = useText();
  const isCompared = usePeers().peers.some((peer) => peer.area.code === area.code);
  const to = area.isUnknown ? undefined : parseAreaCode(area.code);
  const content = (
    <>
      <span className="rank">{area.isUnknown ? "?" : (area.rank ?? "")}</span>
      <span className="rank-name">
        {area.isUnknown ? unknown : isCompared ? t("peers.mark", { name: area.name }) : area.name}
      </span>
      <span className={area.value === null ? "rank-track is-missing" : "rank-track"} aria-hidden="true">
        {area.value !== null && (
          <span
            className={`rank-bar rank-bar-${area.state ?? "plain"}`}
            style={{ inlineSize: `${(Math.max(0, area.value) / max) * 100}%` }}
          />
        )}
      </span>
      <span className="rank-value">{write(area.value)}</span>
      <span className="rank-state">
        {area.state && <StateMark state={area.state} detail={t(`figureState.${area.state}.area`)} wordless />}
      </span>
    </>
  );
  if (!to) return <span className="rank-row rank-unknown">{content}</span>;
  return (
    <ViewLink
      to={{ area: to }}
      className="rank-row"
      onFocus={() => onActive(area.code)}
      onBlur={() => onActive(null)}
      {...whyProps(why)}
    >
      {content}
    </ViewLink>
  );
}
