import { useView } from "../app/ViewProvider.tsx";
import { parseAreaCode } from "../url/areaRef.ts";
import type { Account } from "./accountState.ts";

/** Loads the page anew, signed in: of the screen that was asked for or, where that is the nation's, of the account's own area. */
export function useEnter(): (areas: Account["areas"]) => void {
  const { view, go } = useView();
  return ([first]) => {
    const area = first && parseAreaCode(first.code);
    if (area && view.area.level === "nation") {
      go({ area, structure: first.isOfToday ? "now" : "then" }, { replace: true });
    }
    window.location.reload();
  };
}
