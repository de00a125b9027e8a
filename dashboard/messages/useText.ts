import { createContext, useContext } from "react";
import { createFormat, type Format } from "../format/createFormat.ts";
import type { Catalogue, Language } from "./catalogues.ts";
import { createTranslate, type Translate } from "./createTranslate.ts";
import { vi } from "./vi.ts";

export interface Text {
  language: Language;
  t: Translate;
  format: Format;
}

export const createText = (language: Language, words: Catalogue): Text => ({
  language,
  t: createTranslate(language, words),
  format: createFormat(language),
});

export const vietnamese = createText("vi", vi);
export const TextContext = createContext<Text>(vietnamese);

/** Words and number formats of the reader's language. */
export const useText = () => useContext(TextContext);
