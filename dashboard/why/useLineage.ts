import { skipToken, useQuery } from "@tanstack/react-query";
import type { Frame } from "../data/frame.ts";
import { isDimensionOf } from "../data/measuresOf.ts";
import { type Conditions, keptOf, untoldBy } from "../data/narrowing.ts";
import { useStructureCode } from "../data/useReference.ts";
import type { ViewName } from "../data/viewCatalogue.ts";
import type { WhyCell } from "../url/whyCell.ts";
import { type CellQuestion, fetchLineage } from "./fetchLineage.ts";
import { type DescribedMeasure, loadCatalogue } from "./loadCatalogue.ts";

/** What the screen is narrowed to and the figure does not say of itself. */
const narrowedBeside = ({ view, where }: WhyCell, { only }: Frame): Conditions =>
  only.filter(([dimension]) => isDimensionOf(view, dimension) && keptOf(where, dimension).length === 0);

/** The cell with all that it leaves to the screen; undefined until the structures and the measure are known. */
function useCellQuestion(cell: WhyCell, frame: Frame, meta: DescribedMeasure | undefined): CellQuestion | undefined {
  const structure = useStructureCode(frame.structure);
  if (structure === undefined || meta === undefined) return undefined;
  const { level, code } = cell.area ?? frame.area;
  const [from, to] = cell.days ?? frame.period;
  const screen = narrowedBeside(cell, frame).filter(([dimension]) => !meta.notBy.includes(dimension));
  const filters = [...screen, ...cell.where].map(([dimension, values]) => ({ dimension, values }));
  return { measure: `${cell.view}.${cell.measure}`, structure, level, code, from, to, filters };
}

export function useLineage(cell: WhyCell, frame: Frame, meta: DescribedMeasure | undefined) {
  const asked = useCellQuestion(cell, frame, meta);
  return useQuery({
    queryKey: ["lineage", asked, frame.publishedAt],
    queryFn: asked === undefined ? skipToken : ({ signal }) => fetchLineage(asked, signal),
  });
}

/** Dimensions that the screen is narrowed by and the explained figure is not. */
export const untoldOf = (cell: WhyCell, frame: Frame, meta: DescribedMeasure): string[] =>
  untoldBy(meta, narrowedBeside(cell, frame));

export const useCatalogue = (view: ViewName) =>
  useQuery({ queryKey: ["catalogue", view], queryFn: () => loadCatalogue(view) });
