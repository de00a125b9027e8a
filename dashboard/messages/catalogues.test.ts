import { IntlMessageFormat } from "intl-messageformat";
import { expect, it } from "vitest";
import { createTranslate } from "./createTranslate.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

/** Names of the values that a message takes. */
const holes = (message: string) => [...message.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]).sort();

it("says everything in both languages, with the same values", () => {
  expect(Object.keys(en)).toEqual(Object.keys(vi));
  for (const [key, message] of Object.entries(vi)) {
    const english = Object.entries(en).find(([name]) => name === key)?.[1] ?? "";
    expect([key, new Set(holes(english))]).toEqual([key, new Set(holes(message))]);
    expect(() => new IntlMessageFormat(message, "vi-VN")).not.toThrow();
    expect(() => new IntlMessageFormat(english, "en-GB")).not.toThrow();
    expect(message.trim()).not.toBe("");
  }
});

it("counts as each language does", () => {
  expect(createTranslate("vi", vi)("search.found", { count: 1234 })).toBe("1.234 đơn vị khớp");
  expect(createTranslate("en", en)("search.found", { count: 1 })).toBe("1 unit matches");
  expect(createTranslate("en", en)("search.found", { count: 0 })).toBe("No unit matches");
});
