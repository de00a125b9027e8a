import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type Language, loadCatalogue } from "./catalogues.ts";
import { createText, type Text, vietnamese } from "./useText.ts";

/** Words and formats of a language; of the one before until they are there. Null while the first ones are on their way. */
export function useTextOf(language: Language): Text | null {
  const { data, isError } = useQuery({
    queryKey: ["text", language],
    queryFn: async () => createText(language, await loadCatalogue(language)),
    placeholderData: keepPreviousData,
    ...(language === "vi" ? { initialData: vietnamese } : {}),
  });
  // Words that cannot be fetched must not keep anyone from the figures.
  return data ?? (isError ? vietnamese : null);
}
