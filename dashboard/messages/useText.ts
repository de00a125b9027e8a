import { createContext, useContext } from "react";
import { createFormat, type Format } from "../format/createFormat.ts";
import type { Language } from "./catalogues.ts";
import { createTranslate, type Translate } from "./createTranslate.ts";

export interface Text {
  language: Language;
  t: Translate;
  format: Format;
}

export const createText = (language: Language): Text => ({
  language,
  t: createTranslate(language),
  format: createFormat(language),
});

export const TextContext = createContext<Text>(createText("vi"));

/** Words and number formats of the reader's language. */
export const useText = () => useContext(TextContext);
