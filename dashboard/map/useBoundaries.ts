import { skipToken, useQuery } from "@tanstack/react-query";
import { fetchBoundaries } from "../data/fetchBoundaries.ts";
import type { Frame } from "../data/frame.ts";
import { useStructureCode } from "../data/useReference.ts";
import type { AreaLevel } from "../url/areaRef.ts";
import { prepareBoundaries } from "./prepareBoundaries.ts";

/** The map of the units of a level within a province; null where no boundaries are loaded, or the area is no province. */
export function useBoundaries({ area, structure }: Pick<Frame, "area" | "structure">, level: AreaLevel | undefined) {
  const within = useStructureCode(structure);
  const isWanted = area.level === "province" && (level === "district" || level === "commune");
  return useQuery({
    queryKey: ["boundaries", within, level, area.code],
    queryFn:
      isWanted && within !== undefined
        ? async ({ signal }) => prepareBoundaries(await fetchBoundaries(within, level, area.code, signal))
        : skipToken,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
