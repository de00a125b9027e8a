import { useMemo } from "react";
import { targets as catalogue } from "../api/targets.generated.ts";
import { defineView } from "../data/defineView.ts";
import type { Frame } from "../data/frame.ts";
import { useBundle } from "../data/useBundle.ts";
import { NATION } from "../url/areaRef.ts";
import { prepareTargetStates, type TargetState } from "./prepareTargetStates.ts";

const targets = defineView(catalogue);

const NONE: ReadonlyMap<string, readonly TargetState[]> = new Map();

/**
 * The targets set for the area itself, by measure; undefined until they are known: figures do not wait for them. None of them is of
 * the part that a screen is narrowed to.
 */
export function useTargetStates(frame: Frame): ReadonlyMap<string, readonly TargetState[]> | undefined {
  const { data, isOld } = useBundle(["targets", "states"], frame, async (asked, signal) => ({
    rows: await targets.figures(
      // The view knows the provinces of both structures; communes by their code alone.
      asked.area.level === "province" ? asked : { ...asked, area: NATION },
      {
        measures: ["target_value", "current_value"],
        by: ["target_code", "measure", "area_code", "deadline", "legal_basis", "value_date", "status"],
        days: [asked.asOf, asked.asOf],
        where: { area_level: [asked.area.level], area_code: [asked.area.code] },
      },
      signal,
    ),
  }));
  const rows = isOld ? undefined : data?.rows;
  const states = useMemo(() => rows && prepareTargetStates(rows), [rows]);
  return frame.only.length > 0 ? NONE : states;
}
