import { useMemo } from "react";
import { barsPainter } from "../../charts/barsPainter.ts";
import { Figure } from "../../charts/Figure.tsx";
import { panelsPainter } from "../../charts/panelsPainter.ts";
import { UnitLink } from "../../charts/UnitLink.tsx";
import type { useChildren } from "../../data/bundles.ts";
import { isSameScene } from "../../data/frame.ts";
import { formatMeasure } from "../../format/formatMeasure.ts";
import { useText } from "../../messages/useText.ts";
import { cellOf, type WhyCell } from "../../url/whyCell.ts";
import { WhyButton } from "../../why/WhyButton.tsx";
import { type DensityBar, prepareDensity } from "./prepareDensity.ts";
import { resources, type useResourceTotals } from "./resources.ts";

const metas = (["doctors_per_10k", "beds_per_10k"] as const).map(resources.meta);
const names = metas.map(({ name }) => name);

interface Props {
  bundle: ReturnType<typeof useChildren>;
  totals: ReturnType<typeof useResourceTotals>;
}

/** Doctors and beds for the population of each unit, the whole marked across them. */
export function DensityFigure({ bundle, totals }: Props) {
  const { t, format, language } = useText();
  const { data } = bundle;
  const current = isSameScene(totals.data?.frame, data?.frame) ? totals.data?.current : undefined;
  const columns = useMemo(() => resources.placesBelow(bundle.frame), [bundle.frame]);
  const { rows, whole } = useMemo(
    () => prepareDensity(data?.children ?? [], columns, names, current),
    [data, columns, current],
  );
  const write = (value: number | null | undefined, index: number) =>
    formatMeasure(value, metas[index] ?? { unit: "per_10k" }, format, "short");
  const whyOf = (code: string | undefined, index: number) => {
    const meta = metas[index];
    return columns && meta && code ? cellOf(meta, { area: { level: columns.level, code } }) : null;
  };
  const wholeOf = (index: number) => `${t("ranking.whole")} ${write(whole[index]?.value, index)}`;
  return (
    <Figure
      why={metas}
      title={t("resources.density.title")}
      unit={t("measureUnit.per_10k")}
      period={t("period.asOf", { day: format.day(bundle.frame.asOf) })}
      table={
        data && {
          columns: [
            { label: t("table.name"), kind: "text" },
            ...metas.map((meta) => ({ label: meta.title[language], kind: "number" as const })),
          ],
          rows: rows.map((row) => [row.name, ...row.bars.map(({ value }) => value)]),
          whyOf: (row, column) => whyOf(rows[row]?.code, column - 1),
        }
      }
      painter={panelsPainter(
        metas.map((meta, index) => {
          const mark = whole[index]?.share ?? null;
          return {
            title: meta.title[language],
            painter: barsPainter(
              rows.map(({ name, bars }) => ({
                label: name,
                value: write(bars[index]?.value, index),
                share: bars[index]?.share ?? null,
              })),
              mark === null ? undefined : { share: mark, label: wholeOf(index) },
            ),
          };
        }),
      )}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      awaited={820}
      isEmpty={rows.length === 0}
      emptyMessage={t("resources.density.noPopulation")}
      className="span-12"
      notes={<p>{t("resources.density.note")}</p>}
    >
      <div className="density" aria-hidden="true">
        <span />
        {metas.map((meta, index) => (
          <b key={meta.name} className="density-head">
            {meta.title[language]} · {wholeOf(index)}
          </b>
        ))}
      </div>
      <ol className="density-list">
        {rows.map((row) => {
          return (
            <li key={row.code} className="density">
              <span>
                <UnitLink code={row.code} name={row.name} />
              </span>
              {row.bars.map((bar, index) => (
                <Bar
                  key={names[index]}
                  bar={bar}
                  whole={whole[index]?.share ?? null}
                  text={write(bar.value, index)}
                  why={whyOf(row.code, index)}
                  of={`${row.name}, ${metas[index]?.title[language] ?? ""}`}
                />
              ))}
            </li>
          );
        })}
      </ol>
    </Figure>
  );
}

interface BarProps {
  bar: DensityBar;
  whole: number | null;
  text: string;
  why: WhyCell | null;
  of: string;
}

function Bar({ bar, whole, text, why, of }: BarProps) {
  return (
    <span className="density-cell">
      <span className={bar.share === null ? "rank-track is-missing" : "rank-track"} aria-hidden="true">
        {bar.share !== null && <span className="rank-bar" style={{ inlineSize: `${bar.share * 100}%` }} />}
        {whole !== null && <span className="density-mark" style={{ insetInlineStart: `${whole * 100}%` }} />}
      </span>
      <span className="rank-value">{text}</span>
      {bar.value !== null && <WhyButton cell={why} of={of} isOneOfMany />}
    </span>
  );
}
