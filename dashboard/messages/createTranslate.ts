import { IntlMessageFormat } from "intl-messageformat";
import type { Catalogue, Language, MessageKey } from "./catalogues.ts";

export type MessageValues = Record<string, string | number>;
/** Words of one message in the reader's language. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** Compiles each message once, when it is first said. */
export function createTranslate(language: Language, words: Catalogue): Translate {
  const compiled = new Map<MessageKey, IntlMessageFormat>();
  const locale = language === "vi" ? "vi-VN" : "en-GB";
  return (key, values) => {
    const message = compiled.get(key) ?? new IntlMessageFormat(words[key], locale);
    compiled.set(key, message);
    return String(message.format(values));
  };
}
