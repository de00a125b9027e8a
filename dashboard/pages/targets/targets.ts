import { targets as catalogue } from "../../api/targets.generated.ts";
import { defineView, type Scope } from "../../data/defineView.ts";
import type { Frame } from "../../data/frame.ts";
import { type Bundle, useBundle } from "../../data/useBundle.ts";
import type { DimensionOf, Row } from "../../data/viewCatalogue.ts";
import { NATION } from "../../url/areaRef.ts";

export const targets = defineView(catalogue);

const measures = [
  "target_value",
  "current_value",
  "progress",
  "gap",
  "required_daily_rate",
  "pace",
  "forecast_date",
  "days_late",
] as const;
const dimensions = [
  "target_code",
  "indicator_name",
  "indicator_name_en",
  "unit",
  "better",
  "area_code",
  "area_name",
  "owner",
  "legal_basis",
  "deadline",
  "value_date",
  "status",
  "now_province_code",
] as const;
/** One target of one area. */
export type TargetRow = Row<"targets", (typeof measures)[number] | (typeof dimensions)[number]>;

interface Units {
  scope: Scope;
  where: Partial<Record<DimensionOf<"targets">, readonly string[]>>;
}

/** The area itself. The view has no column for communes: they are found by the code of the target's area. */
function unitsOfArea({ area, structure }: Frame): Units | null {
  if (area.level === "district") return null;
  const scope = { area: area.level === "commune" ? NATION : area, structure };
  return { scope, where: { area_level: [area.level], area_code: [area.code] } };
}

/** The units below it. Targets for every unit are those of today's units: in the structure of the time there are none. */
function unitsBelow({ area, structure }: Frame): Units | null {
  const level = area.level === "nation" ? "province" : area.level === "province" ? "commune" : null;
  return level === null || structure !== "now" ? null : { scope: { area, structure }, where: { area_level: [level] } };
}

const useTargets = (
  name: string,
  frame: Frame,
  unitsOf: (frame: Frame) => Units | null,
): Bundle<{ rows: TargetRow[] }> =>
  useBundle(["targets", name], frame, async (asked, signal) => {
    const units = unitsOf(asked);
    if (units === null) return { rows: [] };
    const { scope, where } = units;
    const question = { measures, by: dimensions, days: [asked.asOf, asked.asOf] as [string, string], where };
    return { rows: await targets.figures(scope, question, signal) };
  });

export const useTargetsOfArea = (frame: Frame) => useTargets("ofArea", frame, unitsOfArea);
export const useTargetsBelow = (frame: Frame) => useTargets("below", frame, unitsBelow);
