import { skipToken, useQuery } from "@tanstack/react-query";
import type { Frame } from "../data/frame.ts";
import { isDimensionOf } from "../data/measuresOf.ts";
import { keptOf } from "../data/narrowing.ts";
import { useStructureCode } from "../data/useReference.ts";
import type { ViewName } from "../data/viewCatalogue.ts";
import type { WhyCell } from "../url/whyCell.ts";
import { type CellQuestion, fetchLineage } from "./fetchLineage.ts";
import { loadCatalogue } from "./loadCatalogue.ts";

/** The cell with all that it leaves to the screen; undefined until the structures are known. */
function useCellQuestion(cell: WhyCell, frame: Frame): CellQuestion | undefined {
  const structure = useStructureCode(frame.structure);
  if (structure === undefined) return undefined;
  const { level, code } = cell.area ?? frame.area;
  const [from, to] = cell.days ?? frame.period;
  // What the figure says of itself goes before what its screen is narrowed to.
  const screen = frame.only.filter(
    ([dimension]) => isDimensionOf(cell.view, dimension) && keptOf(cell.where, dimension).length === 0,
  );
  const filters = [...screen, ...cell.where].map(([dimension, values]) => ({ dimension, values }));
  return { measure: `${cell.view}.${cell.measure}`, structure, level, code, from, to, filters };
}

export function useLineage(cell: WhyCell, frame: Frame) {
  const asked = useCellQuestion(cell, frame);
  return useQuery({
    queryKey: ["lineage", asked, frame.publishedAt],
    queryFn: asked === undefined ? skipToken : ({ signal }) => fetchLineage(asked, signal),
  });
}

export const useCatalogue = (view: ViewName) =>
  useQuery({ queryKey: ["catalogue", view], queryFn: () => loadCatalogue(view) });
