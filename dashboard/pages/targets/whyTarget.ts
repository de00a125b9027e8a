import { type AreaRef, NATION, parseAreaCode } from "../../url/areaRef.ts";
import { cellOf, type WhyCell } from "../../url/whyCell.ts";
import type { Target } from "./prepareTargets.ts";
import { targets } from "./targets.ts";

/** Where a target's progress comes from: its value against what is to be reached. The view finds communes by the target's own area. */
export function whyTarget({ areaCode, code }: Pick<Target, "areaCode" | "code">, day?: string): WhyCell | null {
  const own = parseAreaCode(areaCode);
  if (own === undefined) return null;
  const area: AreaRef = own.level === "province" ? own : NATION;
  return cellOf(targets.meta("progress"), {
    area,
    days: day === undefined ? null : [day, day],
    where: [
      ["area_code", [areaCode]],
      ["target_code", [code]],
    ],
  });
}
