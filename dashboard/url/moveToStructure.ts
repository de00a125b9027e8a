import { type AreaRef, NATION } from "./areaRef.ts";

/**
 * The same territory in the other structure, as near as it can be said: codes are reused across the reform, so a code of
 * one structure must never be read in the other. Units below a province lead to their province.
 * @param ancestors those above the area, nation first
 * @param provinceOfToday province of today that a former one belongs to, where that is known
 */
export function moveToStructure(
  area: AreaRef,
  ancestors: readonly { level: string; code: string }[],
  to: "then" | "now",
  provinceOfToday: (code: string) => string | undefined,
): AreaRef {
  if (area.level === "nation") return NATION;
  const province = area.level === "province" ? area : ancestors.find((step) => step.level === "province");
  if (!province) return NATION;
  const code = to === "now" ? provinceOfToday(province.code) : province.code;
  return code === undefined ? NATION : { level: "province", code };
}
