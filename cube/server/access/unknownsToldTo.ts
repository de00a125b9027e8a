import type { Area } from "../areas/areaIndex.ts";
import { type Access, extentOf } from "./access.ts";
import { isOfOwn } from "./ownAreas.ts";

/** Under which "unknown" units facts are counted, as far as the asker may know that there are such facts in this area. */
export const unknownsToldTo = (access: Access, area: Area, known: ReadonlySet<string>): ReadonlySet<string> => {
  const extent = extentOf(access, "figures");
  const isTold = extent === "all" || (extent === "own" && isOfOwn(access.own, area));
  return isTold ? known : new Set();
};
