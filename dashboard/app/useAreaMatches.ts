import type { AreaStep } from "../data/fetchAreas.ts";
import { useAreaSearch } from "../data/useReference.ts";
import { useText } from "../messages/useText.ts";
import { parseAreaCode } from "../url/areaRef.ts";
import type { AreaEntry } from "./AreaCombobox.tsx";
import { useView } from "./ViewProvider.tsx";

export interface AreaMatches {
  entries: AreaEntry[];
  status: string;
  isSettled: boolean;
}

/** Units that have a screen of their own. */
export const toEntries = (units: readonly { code: string; fullName: string; detail: string }[]): AreaEntry[] =>
  units.flatMap(({ code, fullName, detail }) => {
    const area = parseAreaCode(code);
    return area ? [{ key: `${area.level}${code}`, area, name: fullName, detail }] : [];
  });

/** Units of the structure whose name matches a text, with or without tone marks; null for no text. */
export function useAreaMatches(text: string): AreaMatches | null {
  const { t } = useText();
  const { view } = useView();
  const search = useAreaSearch(text, view.structure);
  if (text.trim() === "") return null;
  const entries = toEntries((search.data ?? []).map((unit) => ({ ...unit, detail: pathOf(unit.path) })));
  const isSettled = search.isSuccess && !search.isPlaceholderData;
  const found = isSettled ? t("search.found", { count: entries.length }) : t("search.searching");
  return { entries, status: search.isError ? t("search.failed") : found, isSettled };
}

/** "Quận Ba Đình, Hà Nội": those above, the nearest first. */
const pathOf = (path: readonly AreaStep[]) =>
  path
    .filter((step) => step.level !== "nation")
    .map((step) => step.name)
    .reverse()
    .join(", ");
