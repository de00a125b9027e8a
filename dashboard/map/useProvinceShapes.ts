import { useQuery } from "@tanstack/react-query";
import type { Structure } from "../data/fetchAreas.ts";
import { loadProvinceShapes } from "./loadProvinceShapes.ts";

/** The map's shapes; fetched once, and only where a map is shown. */
export const useProvinceShapes = (structure: Structure, isWanted = true) =>
  useQuery({
    queryKey: ["shapes", structure],
    queryFn: () => loadProvinceShapes(structure),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isWanted,
  });
