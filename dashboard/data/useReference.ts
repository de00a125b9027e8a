import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { AreaRef } from "../url/areaRef.ts";
import { fetchAbout } from "./fetchAbout.ts";
import { fetchArea, fetchSuccessors, type Structure, searchAreas } from "./fetchAreas.ts";
import { structureOf } from "./structureOf.ts";

/** A load published meanwhile shows itself within this time. */
const ABOUT_EVERY = 30_000;

export const useAbout = () =>
  useQuery({ queryKey: ["about"], queryFn: ({ signal }) => fetchAbout(signal), refetchInterval: ABOUT_EVERY });

const useStructureCode = (structure: Structure): number | undefined => {
  const about = useAbout();
  return about.data && structureOf(about.data, structure)?.code;
};

export function useArea({ level, code }: AreaRef, structure: Structure) {
  const within = useStructureCode(structure);
  return useQuery({
    queryKey: ["area", within, level, code],
    queryFn: within === undefined ? skipToken : ({ signal }) => fetchArea(within, level, code, signal),
    placeholderData: keepPreviousData,
  });
}

export function useAreaSearch(text: string, structure: Structure) {
  const within = useStructureCode(structure);
  return useQuery({
    queryKey: ["search", within, text],
    queryFn: within === undefined || text.trim() === "" ? skipToken : ({ signal }) => searchAreas(text, within, signal),
    placeholderData: keepPreviousData,
  });
}

/** Where the territory of a former province lies today; undefined until that is known. */
export type ProvinceOfToday = (code: string) => string | undefined;

/** Null until the mergers are loaded. */
export function useProvinceOfToday(): ProvinceOfToday | null {
  const within = useStructureCode("then");
  const { data } = useQuery({ queryKey: ["successors"], queryFn: ({ signal }) => fetchSuccessors(signal) });
  return useMemo(() => {
    if (data === undefined) return null;
    const successors = new Map(
      data.flatMap(({ structure, code, successor }) => (structure === within ? [[code, successor] as const] : [])),
    );
    return (code) => successors.get(code);
  }, [data, within]);
}
