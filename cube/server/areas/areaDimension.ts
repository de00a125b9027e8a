import { HttpError } from "../failures/errors.ts";
import type { Level } from "./areaIndex.ts";

/** Which dimensions name an area: `now_…` those of today's structure, `then_…` those of the structure that a fact was reported in. */
export type Side = "now" | "then";

/** The dimension that an area is a member of. @throws HttpError where the level has no such dimension */
export const areaDimension = (side: Side, level: Level): string => {
  if (level === "nation" || (side === "now" && level === "district")) {
    throw new HttpError(
      400,
      `Địa giới ${side === "now" ? "hiện nay" : "khi đó"} không có cấp ${level}. (No such level.)`,
      "level=province",
    );
  }
  return `${side}_${level}_code`;
};
