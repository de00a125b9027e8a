import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import type { Frame } from "./frame.ts";
import { type Bundle, bundleQuery, type LoadFigures } from "./useBundle.ts";

/** The same question put to each of several: all of them at once, each with its own answer. Old answers stay until new ones are there, also where asking failed. */
export function useBundles<T>(
  asked: readonly { key: readonly string[]; load: LoadFigures<T> }[],
  frame: Frame,
): Bundle<T>[] {
  const results = useQueries({ queries: asked.map(({ key, load }) => bundleQuery(key, frame, load)) });
  const [last, setLast] = useState<readonly Bundle<T>["data"][]>([]);
  const shown = results.map(({ data }, index) => data ?? last[index]);
  if (shown.length !== last.length || shown.some((data, index) => data !== last[index])) setLast(shown);
  return results.map((result, index) => {
    const data = shown[index];
    return {
      data,
      frame: data?.frame ?? frame,
      isOld: data !== undefined && result.data === undefined,
      error: result.error,
      retry: () => void result.refetch(),
    };
  });
}
