import dayjs from "dayjs";
import { targets as catalogue } from "../../api/targets.generated.ts";
import { defineView, type Scope } from "../../data/defineView.ts";
import type { Frame } from "../../data/frame.ts";
import type { DayRange } from "../../data/periods.ts";
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
  "valid_from",
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

const WEEKS_AT_MOST = 26;

/** The days of a target's course: since it holds, a year at most; by week while it is young. */
export function courseOf(validFrom: string, asOf: string): { grain: "week" | "month"; days: DayRange } {
  const weekly = dayjs(asOf).subtract(WEEKS_AT_MOST, "week").format("YYYY-MM-DD");
  if (validFrom > weekly) return { grain: "week", days: [validFrom < asOf ? validFrom : asOf, asOf] };
  const yearly = dayjs(asOf).subtract(11, "month").startOf("month").format("YYYY-MM-DD");
  return { grain: "month", days: [validFrom > yearly ? validFrom : yearly, asOf] };
}

/** Value of one target of the area at the end of each week or month since it holds; none where no target is chosen. */
export const useCourse = (frame: Frame, chosen: Pick<TargetRow, "target_code" | "valid_from"> | undefined) =>
  useBundle(["targets", "course", chosen?.target_code ?? ""], frame, async (asked, signal) => {
    const units = unitsOfArea(asked);
    if (units === null || chosen === undefined) return { course: [] };
    const { grain, days } = courseOf(chosen.valid_from, asked.asOf);
    const where = { ...units.where, target_code: [chosen.target_code] };
    const question = { measures: ["current_value"], by: ["value_date"], days, where } as const;
    return { course: await targets.series(units.scope, question, grain, signal) };
  });
