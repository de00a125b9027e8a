import type { Translate } from "../../messages/createTranslate.ts";
import { sayCode } from "../../messages/dimensionWords.ts";
import type { AttributeRow } from "./facility.ts";

const levels = {
  central: "facilityPage.level.central",
  province: "facilityPage.level.province",
  district: "facilityPage.level.district",
  commune: "facilityPage.level.commune",
  private: "facilityPage.level.private",
} as const;
const isLevel = (code: string): code is keyof typeof levels => Object.hasOwn(levels, code);

/** What the list says of a facility: kind, owner, grade, who manages it, where it is. Unknown ones are left out. */
export function describeFacility(row: AttributeRow, t: Translate): string[] {
  const say = (dimension: string, code: string) =>
    code === "" || code === "unknown" ? [] : [sayCode(dimension, code, t)];
  return [
    ...say("facility_type", row.facility_type),
    ...say("ownership", row.ownership),
    ...(row.grade === "none" ? [] : say("grade", row.grade)),
    ...(isLevel(row.managing_level) ? [t(levels[row.managing_level])] : []),
    ...[row.now_commune_name, row.now_province_name].filter((name) => name !== ""),
  ];
}
