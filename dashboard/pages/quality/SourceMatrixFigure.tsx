import { Fragment, useState } from "react";
import { ViewLink } from "../../app/ViewLink.tsx";
import { useView } from "../../app/ViewProvider.tsx";
import { BulletBar } from "../../charts/BulletBar.tsx";
import { Figure } from "../../charts/Figure.tsx";
import { gridPainter } from "../../charts/gridPainter.ts";
import { StateMark } from "../../charts/StateMark.tsx";
import { useText } from "../../messages/useText.ts";
import { cellOf, type WhyCell } from "../../url/whyCell.ts";
import { WhyButton } from "../../why/WhyButton.tsx";
import type { FindingGroup } from "./prepareFindings.ts";
import type { Freshness, Share, Source } from "./prepareSources.ts";
import { quality, type useSources } from "./quality.ts";
import { SourceDetail } from "./SourceDetail.tsx";
import { type Written, writeSource } from "./writeSource.ts";

interface Props {
  bundle: ReturnType<typeof useSources>;
  sources: readonly Source[];
  groups: readonly FindingGroup[];
}
const titles = ["accuracy", "completeness", "fields_complete_rate", "clean_rate"] as const;
const explained = [...titles, "live_rate", "findings_open"] as const;

/** Đúng, đủ, sạch, sống of every source, the one to worry about first; each opens down to run, rule and file. */
export function SourceMatrixFigure({ bundle, sources, groups }: Props) {
  const { t, format, language } = useText();
  const [opened, setOpened] = useState<string | null>(null);
  const titleOf = (measure: Parameters<typeof quality.meta>[0]) => quality.meta(measure).title[language];
  const describedBy = (measure: Parameters<typeof quality.meta>[0]) => quality.meta(measure).description[language];
  const title = t("quality.matrix.title");
  return (
    <Figure
      title={title}
      unit="%"
      period={t("period.asOf", { day: format.day(bundle.frame.asOf) })}
      table={
        bundle.data && {
          columns: [
            { label: t("quality.source"), kind: "text" },
            ...titles.map((measure) => ({ label: titleOf(measure), kind: "share" as const })),
            { label: titleOf("newest_fact_date"), kind: "day" },
            { label: titleOf("days_since_newest"), kind: "number" },
            { label: titleOf("promised_days"), kind: "number" },
            { label: titleOf("rows_received"), kind: "number" },
            { label: titleOf("rows_accepted"), kind: "number" },
            { label: titleOf("units_expected"), kind: "number" },
            { label: titleOf("units_received"), kind: "number" },
            { label: titleOf("findings_open"), kind: "number" },
          ],
          rows: sources.map((source) => [
            source.name,
            source.right?.rate ?? null,
            source.complete?.rate ?? null,
            source.fields?.rate ?? null,
            source.clean?.rate ?? null,
            source.live?.newest ?? null,
            source.live?.age ?? null,
            source.live?.promised ?? null,
            source.clean?.whole ?? null,
            source.clean?.part ?? null,
            source.complete?.whole ?? null,
            source.complete?.part ?? null,
            source.open,
          ]),
        }
      }
      painter={gridPainter({
        nameTitle: t("quality.source"),
        columns: [
          ...(["right", "complete", "fields", "clean", "live"] as const).map((word) => ({
            title: t(`quality.${word}`),
          })),
          { title: titleOf("findings_open") },
        ],
        rows: sources.map((source) => {
          const words = writeSource(source, format, t);
          const cellOf = ({ value, detail }: Written) => ({ lines: detail === null ? [value] : [value, detail] });
          return {
            name: source.name,
            cells: [
              ...[words.right, words.complete, words.fields, words.clean].map((share) => ({
                ...cellOf(share),
                ...(share.isMissing ? { ground: "missing" as const } : {}),
              })),
              { ...cellOf(words.live), ...(source.live?.isLive === false ? { ground: "warn" as const } : {}) },
              { lines: [format.integer(source.open)] },
            ],
          };
        }),
      })}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      awaited={900}
      isEmpty={sources.length === 0}
      emptyMessage={t("quality.matrix.empty")}
      className="span-12"
      why={explained.map(quality.meta)}
      notes={<p>{t("quality.matrix.note")}</p>}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard too. */}
      <section className="quality-scroll" tabIndex={0} aria-label={title}>
        <table className="quality-matrix quality-cards">
          <thead>
            <tr>
              <th scope="col">{t("quality.source")}</th>
              <th scope="col" title={describedBy("accuracy")}>
                {t("quality.right")}
              </th>
              <th scope="col" title={describedBy("completeness")}>
                {t("quality.complete")}
              </th>
              <th scope="col" title={describedBy("fields_complete_rate")}>
                {t("quality.fields")}
              </th>
              <th scope="col" title={describedBy("clean_rate")}>
                {t("quality.clean")}
              </th>
              <th scope="col" title={describedBy("live_rate")}>
                {t("quality.live")}
              </th>
              <th scope="col" className="quality-count" title={describedBy("findings_open")}>
                {titleOf("findings_open")}
              </th>
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => {
              const isOpen = opened === source.code;
              return (
                <Fragment key={source.code}>
                  <SourceRow source={source} isOpen={isOpen} onToggle={() => setOpened(isOpen ? null : source.code)} />
                  {isOpen && (
                    <tr className="quality-opened">
                      <td colSpan={7}>
                        <SourceDetail frame={bundle.frame} source={source} groups={groups} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </section>
    </Figure>
  );
}

interface RowProps {
  source: Source;
  isOpen: boolean;
  onToggle(): void;
}

function SourceRow({ source, isOpen, onToggle }: RowProps) {
  const { t, format, language } = useText();
  const { view } = useView();
  const isChosen = view.source === source.code;
  const whyOf = (measure: (typeof explained)[number]) =>
    cellOf(quality.meta(measure), { where: [["source", [source.code]]] });
  const words = writeSource(source, format, t);
  return (
    <tr data-chosen={isChosen}>
      <th scope="row">
        <button type="button" className="quality-open" aria-expanded={isOpen} onClick={onToggle}>
          {source.name}
        </button>
        <ViewLink className="quality-pick" to={{ source: isChosen ? null : source.code }} aria-current={isChosen}>
          {t(isChosen ? "quality.unpick" : "quality.pick")}
        </ViewLink>
      </th>
      <ShareCell why={whyOf("accuracy")} label={t("quality.right")} share={source.right} words={words.right} />
      <ShareCell
        why={whyOf("completeness")}
        label={t("quality.complete")}
        share={source.complete}
        words={words.complete}
      />
      <ShareCell
        why={whyOf("fields_complete_rate")}
        label={t("quality.fields")}
        share={source.fields}
        words={words.fields}
      />
      <ShareCell why={whyOf("clean_rate")} label={t("quality.clean")} share={source.clean} words={words.clean} />
      <LiveCell live={source.live} words={words.live} />
      <td className="quality-count" data-label={quality.meta("findings_open").title[language]}>
        {format.integer(source.open)}
      </td>
    </tr>
  );
}

interface ShareCellProps {
  why: WhyCell | null;
  label: string;
  share: Share | null;
  words: Written;
}

function ShareCell({ why, label, share, words: { value, detail } }: ShareCellProps) {
  if (share === null) {
    return (
      <td data-label={label}>
        <span className="missing">{value}</span>
      </td>
    );
  }
  return (
    <td data-label={label}>
      <b>{value}</b>
      <WhyButton cell={why} of={label} isOneOfMany />
      <BulletBar share={share.rate} target={null} />
      {detail && <span className="quality-detail">{detail}</span>}
    </td>
  );
}

function LiveCell({ live, words: { value, detail } }: { live: Freshness | null; words: Written }) {
  const { t } = useText();
  return (
    <td data-label={t("quality.live")}>
      {live === null ? <span className="missing">{value}</span> : <b>{value}</b>}
      {detail && <span className="quality-detail">{detail}</span>}
      {live?.isLive === false && <StateMark state="late" detail={t("quality.lateDetail")} />}
    </td>
  );
}
