import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import type { Frame } from "./frame.ts";

/** Figures that belong together, with the frame they were asked for. */
export interface Bundle<T> {
  data: (T & { frame: Frame }) | undefined;
  /** The frame of the figures shown; while the first ones load, that of those asked for. */
  frame: Frame;
  /** The figures are those of the screen before; the new ones are on their way. */
  isOld: boolean;
  error: Error | null;
  retry(): void;
}

export type LoadFigures<T> = (frame: Frame, signal: AbortSignal) => Promise<T>;

/** The question behind a bundle: those who ask it under the same key share the answer. */
export const bundleQuery = <T>(key: readonly string[], frame: Frame, load: LoadFigures<T>) =>
  queryOptions({
    queryKey: [...key, frame],
    queryFn: async ({ signal }) => ({ ...(await load(frame, signal)), frame }),
  });

/**
 * Loads what one part of a screen shows in one go, so that it never mixes two areas or days. While new figures load the
 * old ones stay, and carry their own frame.
 */
export function useBundle<T>(key: readonly string[], frame: Frame, load: LoadFigures<T>): Bundle<T> {
  const query = useQuery({ ...bundleQuery(key, frame, load), placeholderData: keepPreviousData });
  return {
    data: query.data,
    frame: query.data?.frame ?? frame,
    isOld: query.isPlaceholderData,
    error: query.error,
    retry: () => void query.refetch(),
  };
}
