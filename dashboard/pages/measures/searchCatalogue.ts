import type { Language } from "../../messages/catalogues.ts";
import type { Catalogue, DescribedMeasure } from "../../why/loadCatalogue.ts";

/** Letters alone: "Tỷ lệ Đúng" and "ty le dung" are the same to a search. */
export const fold = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

/** All that a reader may know a measure by, in both languages: people remember the one they read first. */
const wordsOf = ({ name, view, title, description, source, numerator, denominator }: DescribedMeasure): string =>
  fold(
    [title.vi, title.en, description.vi, description.en, source, numerator, denominator ?? "", `${view}.${name}`].join(
      " ",
    ),
  );

/** What is looked for: words, within one view, or one measure by its name with its view. */
export interface CatalogueSearch {
  text: string;
  /** "vaccination" or "vaccination.doses_sent"; null for everything. */
  code: string | null;
}

/** Views with the measures that have every word of the search, those with it in their title first; views without any are left out. */
export function searchCatalogue(
  catalogues: readonly Catalogue[],
  { text, code }: CatalogueSearch,
  language: Language,
): Catalogue[] {
  const words = fold(text)
    .split(/\s+/)
    .filter((word) => word !== "");
  const view = code?.split(".")[0] ?? null;
  const isInTitle = ({ title }: DescribedMeasure) => words.every((word) => fold(title[language]).includes(word));
  return catalogues
    .filter((catalogue) => view === null || catalogue.view === view)
    .map((catalogue) => {
      const found = catalogue.measures.filter((measure) => {
        const all = wordsOf(measure);
        return words.every((word) => all.includes(word));
      });
      const ranked = [...found.filter(isInTitle), ...found.filter((measure) => !isInTitle(measure))];
      return { ...catalogue, measures: words.length === 0 ? found : ranked };
    })
    .filter(({ measures }) => measures.length > 0);
}
