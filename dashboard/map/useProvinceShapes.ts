import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Structure } from "../data/fetchAreas.ts";
import { provinceOfToday } from "../data/provinceOfToday.ts";
import { successorsQuery, useStructureCode } from "../data/useReference.ts";
import { loadProvinceShapes } from "./loadProvinceShapes.ts";

/** The map's shapes; fetched once, and only where a map is shown. The shapes are those of the provinces of the reports. */
export function useProvinceShapes(structure: Structure, isWanted = true) {
  const client = useQueryClient();
  const then = useStructureCode("then");
  return useQuery({
    queryKey: ["shapes", structure, then],
    queryFn:
      isWanted && then !== undefined
        ? async () =>
            loadProvinceShapes(
              structure === "then"
                ? (code) => code
                : provinceOfToday(await client.ensureQueryData(successorsQuery), then),
            )
        : skipToken,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
