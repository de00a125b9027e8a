import type { ReactNode } from "react";
import type { Bundle } from "../data/useBundle.ts";
import type { MeasureMeta } from "../data/viewCatalogue.ts";
import { useText } from "../messages/useText.ts";
import { barsPainter, type PaintedBar } from "./barsPainter.ts";
import { Figure } from "./Figure.tsx";
import { Funnel, type FunnelWords } from "./Funnel.tsx";
import type { FigureTable } from "./figureTable.ts";
import type { FunnelStep } from "./prepareFunnel.ts";

interface Props<S extends string, L extends string> {
  title: string;
  unit: string;
  /** What the figures are of, where that is not the day. */
  period?: string;
  bundle: Bundle<object>;
  steps: readonly FunnelStep<S, L>[];
  words: FunnelWords<S, L>;
  tools?: ReactNode;
  notes?: ReactNode;
  /** The measures of its steps and losses. */
  why?: readonly MeasureMeta[];
}

/** What is left after each step, and where the rest went. */
export function FunnelFigure<S extends string, L extends string>(props: Props<S, L>) {
  const { t, format } = useText();
  const { title, unit, bundle, steps, words, tools, notes, why } = props;
  const { period = t("period.asOf", { day: format.day(bundle.frame.asOf) }) } = props;
  const table: FigureTable = {
    columns: [
      { label: t("funnel.step"), kind: "text" },
      { label: unit, kind: "number" },
      { label: t("funnel.passedShare"), kind: "share" },
    ],
    rows: steps.flatMap((step) => [
      ...step.losses.map((loss) => [`↳ ${words.loss(loss.name)}`, loss.value, null]),
      [words.step(step.name), step.value, step.passed],
    ]),
  };
  const longest = Math.max(1, ...steps.map((step) => step.value ?? 0));
  const painter = barsPainter(
    steps.flatMap((step): PaintedBar[] => [
      ...step.losses.map((loss) => ({
        label: `  ↳ ${words.loss(loss.name)}`,
        value: format.compact(loss.value),
        share: loss.value === null ? null : loss.value / longest,
        tone: "warn" as const,
      })),
      {
        label: words.step(step.name),
        value: format.compact(step.value),
        share: step.share,
        ...(step.passed === null ? {} : { detail: format.percent(step.passed) }),
      },
    ]),
  );
  return (
    <Figure
      title={title}
      unit={unit}
      period={period}
      table={bundle.data && table}
      painter={painter}
      isOld={bundle.isOld}
      error={bundle.error}
      retry={bundle.retry}
      isEmpty={steps.every((step) => step.value === null)}
      className="span-7"
      {...(why ? { why } : {})}
      tools={tools}
      notes={notes}
    >
      <Funnel steps={steps} words={words} />
    </Figure>
  );
}
