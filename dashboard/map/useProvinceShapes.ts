import { skipToken, useQuery } from "@tanstack/react-query";
import type { Structure } from "../data/fetchAreas.ts";
import { useProvinceOfToday } from "../data/useReference.ts";
import { loadProvinceShapes } from "./loadProvinceShapes.ts";

/** The map's shapes; fetched once, and only where a map is shown. The shapes are those of the provinces of the reports. */
export function useProvinceShapes(structure: Structure, isWanted = true) {
  const provinceOfToday = useProvinceOfToday();
  const provinceOf = structure === "then" ? (code: string) => code : provinceOfToday;
  return useQuery({
    queryKey: ["shapes", structure],
    queryFn: isWanted && provinceOf !== null ? () => loadProvinceShapes(provinceOf) : skipToken,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
