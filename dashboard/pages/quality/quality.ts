import { dataQuality as catalogue } from "../../api/data_quality.generated.ts";
import type { KpiCardSpec } from "../../charts/prepareKpis.ts";
import { usePeerTotals, useSeries, useTotals } from "../../data/bundles.ts";
import { defineView } from "../../data/defineView.ts";
import type { Frame } from "../../data/frame.ts";
import { type Bundle, useBundle } from "../../data/useBundle.ts";
import type { FigureRow, MeasureOf, Row } from "../../data/viewCatalogue.ts";

export const quality = defineView(catalogue);

/** The four words that the programme measures data by, and what is left to do. */
export const qualityCards = [
  { measure: "accuracy", whole: "quality.of.checked" },
  { measure: "completeness", whole: "quality.of.reports" },
  { measure: "clean_rate", whole: "quality.of.rows" },
  { measure: "live_rate", whole: "quality.of.sources" },
  { measure: "fields_complete_rate", whole: "quality.of.fields" },
  { measure: "findings_open", share: { part: "findings_open", whole: "findings_count" }, whole: "quality.of.findings" },
] as const satisfies readonly KpiCardSpec<MeasureOf<"data_quality">>[];
const cardMeasures = qualityCards.map(({ measure }) => measure);
const measures = quality.measures.map(({ name }) => name);

export const useQualityTotals = (frame: Frame) => useTotals(quality, frame, cardMeasures);

/** Month ends of the headline figures. */
export const useQualityHistory = (frame: Frame) =>
  useSeries(quality, frame, { measures: cardMeasures, grain: "month" }, ({ history }) => history);

const sourceDimensions = ["source", "source_name", "source_name_en"] as const;
/** One source in the chosen area. */
export type SourceFigures = Row<"data_quality", MeasureOf<"data_quality"> | (typeof sourceDimensions)[number]>;

/** Every measure of every source of the area. */
export const useSources = (frame: Frame): Bundle<{ sources: SourceFigures[] }> =>
  useBundle([quality.name, "sources"], frame, async (asked, signal) => ({
    sources: await quality.figures(asked, { measures, by: sourceDimensions, days: asked.period }, signal),
  }));

const narrowed = (source: string | null) => (source === null ? {} : { where: { source: [source] } });

/** Areas to compare with, of one source or of all. */
export const useSourcePeers = (frame: Frame, source: string | null) =>
  usePeerTotals(quality, frame, narrowed(source).where);

/** Every measure of each unit below the area, of one source or of all. */
export const useSourceChildren = (frame: Frame, source: string | null): Bundle<{ children: readonly FigureRow[] }> =>
  useBundle([quality.name, "children", source ?? ""], frame, async (asked, signal) => {
    const below = quality.placesBelow(asked);
    if (below === null) return { children: [] };
    const question = { measures, by: [below.code, below.name], days: asked.period, ...narrowed(source) };
    return { children: await quality.figures(asked, question, signal) };
  });

/** The area itself, of one source or of all. */
export const useSourceTotals = (
  frame: Frame,
  source: string | null,
): Bundle<{ current: Row<"data_quality", MeasureOf<"data_quality">> | undefined }> =>
  useBundle([quality.name, "whole", source ?? ""], frame, async (asked, signal) => {
    const rows = await quality.figures(asked, { measures, days: asked.period, ...narrowed(source) }, signal);
    return { current: rows[0] };
  });

const arrivals = ["completeness", "units_expected", "units_received"] as const;

/** Reports received of each source at the month ends of a year. */
export const useSourceCalendar = (frame: Frame): Bundle<{ points: readonly FigureRow[] }> =>
  useBundle([quality.name, "arrivals"], frame, async (asked, signal) => {
    const question = { measures: arrivals, by: sourceDimensions, days: asked.history };
    return { points: await quality.series(asked, question, "month", signal) };
  });

/** The same of each unit below the area, of one source or of all. */
export const useAreaCalendar = (frame: Frame, source: string | null): Bundle<{ points: readonly FigureRow[] }> =>
  useBundle([quality.name, "arrivalsBelow", source ?? ""], frame, async (asked, signal) => {
    const below = quality.placesBelow(asked);
    // Communes by month are more than a screen can take in, and most of them expect nothing.
    if (below === null) return { points: [] };
    const question = { measures: arrivals, by: [below.code, below.name], days: asked.history, ...narrowed(source) };
    return { points: await quality.series(asked, question, "month", signal) };
  });
