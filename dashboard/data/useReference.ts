import { keepPreviousData, queryOptions, skipToken, useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type AreaRef, NATION, parseAreaCode } from "../url/areaRef.ts";
import { ApiError } from "./ApiError.ts";
import { aboutInPage, fetchAbout } from "./fetchAbout.ts";
import { type Area, fetchArea, fetchSuccessors, type Structure, searchAreas } from "./fetchAreas.ts";
import { type ProvinceOfToday, provinceOfToday } from "./provinceOfToday.ts";
import { structureOf } from "./structureOf.ts";

/** A load published meanwhile shows itself within this time. */
const ABOUT_EVERY = 30_000;

const aboutQuery = queryOptions({
  queryKey: ["about"],
  queryFn: ({ signal }) => fetchAbout(signal),
  initialData: aboutInPage,
});

/** What is loaded, asked for again and again: to be used once, at the top. */
export const useAbout = () => useQuery({ ...aboutQuery, refetchInterval: ABOUT_EVERY });

/** The newest day that each source tells of, by its job; undefined until it is known what is loaded. */
export function useNewestDays(): ReadonlyMap<string, string> | undefined {
  const { data } = useQuery(aboutQuery);
  return useMemo(
    () => data && new Map(data.sources.flatMap(({ job, lastDate }) => (lastDate ? [[job, lastDate] as const] : []))),
    [data],
  );
}

/** The newest day with data; null where nothing is loaded, and until that is known. */
export const useNewestDay = (): string | null => useQuery(aboutQuery).data?.dataDate ?? null;

/** Code of a structure; undefined until it is known what is loaded. */
export function useStructureCode(structure: Structure): number | undefined {
  const { data } = useQuery(aboutQuery);
  return data && structureOf(data, structure)?.code;
}

const areaQuery = (within: number | undefined, { level, code }: AreaRef) =>
  queryOptions({
    queryKey: ["area", within, level, code],
    queryFn: within === undefined ? skipToken : ({ signal }) => fetchArea(within, level, code, signal),
  });

export function useArea(area: AreaRef, structure: Structure) {
  const within = useStructureCode(structure);
  return useQuery({ ...areaQuery(within, area), placeholderData: keepPreviousData });
}

/** What an area is directly part of; undefined for the nation, and until it is known. */
export function useParent(area: AreaRef, structure: Structure): AreaRef | undefined {
  const { data, isPlaceholderData } = useArea(area, structure);
  // What stands above a province needs no asking.
  if (area.level === "province") return NATION;
  const above = isPlaceholderData ? undefined : data?.ancestors.at(-1);
  return above && parseAreaCode(above.code);
}

/** Each of several areas; undefined until it is known, null where there is no such unit. */
export function useAreas(areas: readonly AreaRef[], structure: Structure): (Area | null | undefined)[] {
  const within = useStructureCode(structure);
  return useQueries({
    queries: areas.map((area) => areaQuery(within, area)),
    combine: (results) =>
      results.map(({ data, error }) => (error instanceof ApiError && error.details.status === 404 ? null : data)),
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

export const successorsQuery = queryOptions({
  queryKey: ["successors"],
  queryFn: ({ signal }) => fetchSuccessors(signal),
});

/** Null until the mergers are loaded. */
export function useProvinceOfToday(): ProvinceOfToday | null {
  const within = useStructureCode("then");
  const { data } = useQuery(successorsQuery);
  return useMemo(
    () => (data === undefined || within === undefined ? null : provinceOfToday(data, within)),
    [data, within],
  );
}
