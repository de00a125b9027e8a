import { expect, it } from "vitest";
import { createTranslate } from "./createTranslate.ts";
import { codesOf, hasWords, sayCode, sayConditions, sayDimensions } from "./dimensionWords.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

const inVietnamese = createTranslate("vi", vi);

it("says what a screen is narrowed to, and a code that data has gained since as it is", () => {
  const only = [
    ["method", ["qr", "card"]],
    ["grade", ["II"]],
  ] as const;
  expect(sayConditions(only, inVietnamese)).toBe("Mã QR, Thẻ · Hạng II");
  expect(sayConditions([["method", ["cheque"]]], inVietnamese)).toBe("cheque");
  expect(sayConditions([], inVietnamese)).toBe("");
});

it("knows by which dimensions a screen can be narrowed, and nothing of others", () => {
  expect(hasWords("facility_type")).toBe(true);
  for (const dimension of ["date", "now_province_code", "facility_code", "constructor"]) {
    expect([dimension, hasWords(dimension)]).toEqual([dimension, false]);
  }
  expect(codesOf("nothing")).toEqual([]);
  expect(sayCode("nothing", "x", inVietnamese)).toBe("x");
  expect(sayDimensions(["method", "state"], createTranslate("en", en))).toBe("payment method, state");
});
