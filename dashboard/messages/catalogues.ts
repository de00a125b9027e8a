import type { languages } from "../url/choices.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

export type Language = (typeof languages)[number];
export type MessageKey = keyof typeof vi;
export type Catalogue = Readonly<Record<MessageKey, string>>;

export const catalogues: Readonly<Record<Language, Catalogue>> = { vi, en };
