import type { AreaRef } from "../url/areaRef.ts";
import { askPeers, type PeerPoints } from "./askPeers.ts";
import type { CubeView, Question } from "./defineView.ts";
import type { Frame } from "./frame.ts";
import type { Grain } from "./loadCube.ts";
import { besideItsOwn } from "./narrowing.ts";
import type { DayRange } from "./periods.ts";
import { type Bundle, useBundle } from "./useBundle.ts";
import { type Peer, usePeers } from "./usePeers.ts";
import type { DimensionOf, FigureRow, MeasureOf, Row, ViewName } from "./viewCatalogue.ts";

const on = (day: string): DayRange => [day, day];
const NO_PEERS: readonly Peer[] = [];
/** Added to the key of a question; without peers it stays the key of the area's own. */
const keyOf = (peers: readonly Peer[]) => peers.map(({ area }) => `with ${area.code}`);
const namesOf = <V extends ViewName>(view: CubeView<V>) => view.measures.map(({ name }) => name);

export interface Totals<V extends ViewName, M extends MeasureOf<V>> {
  current: Row<V, MeasureOf<V>> | undefined;
  previous: Row<V, M> | undefined;
}
const onCompareDay = ({ compare }: Frame): DayRange | null => (compare === null ? null : on(compare));

/** Every measure of the chosen area, and those to be compared as they were on the day to compare with, or over the days before. */
export const useTotals = <V extends ViewName, M extends MeasureOf<V>>(
  view: CubeView<V>,
  frame: Frame,
  compared: readonly M[],
  daysBefore: (frame: Frame) => DayRange | null = onCompareDay,
): Bundle<Totals<V, M>> =>
  useBundle([view.name, "totals", ...(daysBefore(frame) ?? []), ...compared], frame, async (asked, signal) => {
    const days = daysBefore(asked);
    const [current, previous] = await Promise.all([
      view.figures(asked, { measures: namesOf(view), days: asked.period }, signal),
      days === null || compared.length === 0 ? [] : view.figures(asked, { measures: compared, days }, signal),
    ]);
    return { current: current[0], previous: previous[0] };
  });

/** Every measure of each unit directly below the area; the columns that name the unit are those of `placesBelow`. */
export const useChildren = <V extends ViewName>(
  view: CubeView<V>,
  frame: Frame,
): Bundle<{ children: readonly FigureRow[] }> =>
  useBundle([view.name, "children"], frame, async (asked, signal) => {
    const below = view.placesBelow(asked);
    if (below === null) return { children: [] };
    const question = { measures: namesOf(view), by: [below.code, below.name], days: asked.period };
    return { children: await view.figures(asked, question, signal) };
  });

/** The measures by the values of a dimension, at the end of the day: all its values, whichever of them the screen is narrowed to. */
export const useBreakdown = <V extends ViewName, M extends MeasureOf<V>, D extends DimensionOf<V>>(
  view: CubeView<V>,
  frame: Frame,
  { measures, by }: Pick<Question<V, M, D>, "measures"> & { by: D },
): Bundle<{ parts: Row<V, M | D>[] }> =>
  useBundle([view.name, "by", by, ...measures], besideItsOwn(frame, by), async (asked, signal) => ({
    parts: await view.figures(asked, { measures, by: [by], days: on(asked.asOf) }, signal),
  }));

/** The measures day by day, month by month …, over some days of the frame, of the area and of its peers; none where there are no such days. */
export const useSeries = <V extends ViewName, M extends MeasureOf<V>, G extends Grain>(
  view: CubeView<V>,
  frame: Frame,
  { measures, grain }: { measures: readonly M[]; grain: G },
  daysOf: (frame: Frame) => DayRange | null,
  peers: readonly Peer[] = NO_PEERS,
): Bundle<{ grain: G; points: Row<V, M | "date">[]; peers: PeerPoints<Row<V, M | "date">>[] }> => {
  const key = [view.name, "series", grain, ...(daysOf(frame) ?? []), ...measures, ...keyOf(peers)];
  return useBundle(key, frame, async (asked, signal) => {
    const days = daysOf(asked);
    const ask = async (area: AreaRef) =>
      days === null ? [] : view.series({ ...asked, area }, { measures, days }, grain, signal);
    const [points, told] = await Promise.all([ask(asked.area), askPeers(peers, ask)]);
    return { grain, points, peers: told };
  });
};

/** Every measure of each area that the chosen one is compared with. */
export const usePeerTotals = <V extends ViewName>(
  view: CubeView<V>,
  frame: Frame,
  where: Question<V>["where"] = {},
): Bundle<{ peers: PeerPoints[] }> => {
  const { peers } = usePeers();
  return useBundle([view.name, "peers", JSON.stringify(where), ...keyOf(peers)], frame, async (asked, signal) => {
    const question = { measures: namesOf(view), days: asked.period, where };
    return { peers: await askPeers(peers, (area) => view.figures({ ...asked, area }, question, signal)) };
  });
};

/** How the figures of today's units came from the units of the day. Figures as reported are not mapped. */
export const useMapping = <V extends ViewName, M extends MeasureOf<V>, D extends DimensionOf<V>>(
  view: CubeView<V>,
  frame: Frame,
  measure: M,
  mapping: D,
): Bundle<{ parts: Row<V, M | D>[] }> =>
  useBundle([view.name, "mapping", measure], frame, async (asked, signal) => {
    const question = { measures: [measure], by: [mapping], days: on(asked.asOf) };
    return { parts: asked.structure === "now" ? await view.figures(asked, question, signal) : [] };
  });
