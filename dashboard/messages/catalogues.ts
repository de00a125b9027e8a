import type { languages } from "../url/choices.ts";
import { vi } from "./vi.ts";

export type Language = (typeof languages)[number];
export type MessageKey = keyof typeof vi;
export type Catalogue = Readonly<Record<MessageKey, string>>;

/** The words of a language. Vietnamese comes with the first script; who reads another language fetches that one. */
export const loadCatalogue = async (language: Language): Promise<Catalogue> =>
  language === "vi" ? vi : (await import("./en.ts")).en;
