import { ViewLink } from "../app/ViewLink.tsx";
import { parseAreaCode } from "../url/areaRef.ts";

/** The name of a unit, leading on to it where it has a screen of its own. */
export function UnitLink({ code, name }: { code: string; name: string }) {
  const area = parseAreaCode(code);
  return area ? <ViewLink to={{ area }}>{name}</ViewLink> : name;
}
