import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { AreaRef } from "../url/areaRef.ts";
import { fetchAbout } from "./fetchAbout.ts";
import { fetchArea, type Structure, searchAreas } from "./fetchAreas.ts";

/** A load published meanwhile shows itself within this time. */
const ABOUT_EVERY = 30_000;

export const useAbout = () =>
  useQuery({ queryKey: ["about"], queryFn: ({ signal }) => fetchAbout(signal), refetchInterval: ABOUT_EVERY });

export const useArea = ({ level, code }: AreaRef, structure: Structure) =>
  useQuery({
    queryKey: ["area", structure, level, code],
    queryFn: ({ signal }) => fetchArea(structure, level, code, signal),
    placeholderData: keepPreviousData,
  });

export const useAreaSearch = (text: string, structure: Structure) =>
  useQuery({
    queryKey: ["search", structure, text],
    queryFn: ({ signal }) => searchAreas(text, structure, signal),
    enabled: text.trim() !== "",
    placeholderData: keepPreviousData,
  });
