import { describe, expect, it } from "vitest";
import { guessFont, guessLegacyBytes } from "./guessEncoding.ts";
import { fromLegacy, type LegacyEncoding } from "./legacyEncodings.ts";

/** The same names, as the encodings have them; each byte as the character of Latin-1. */
const names = "Bệnh viện Nhi đồng, Quảng Ngãi, Thừa Thiên Huế, Phường Tân Định, Hữu Lũng, Đắk Lắk";
const written: readonly (readonly [LegacyEncoding, string])[] = [
  ["tcvn3", "B\u00d6nh vi\u00d6n Nhi \u00aeång, Qu¶ng Ng·i, Thõa Thiªn HuÕ, Ph\u00adêng T©n §Þnh, H÷u Lòng, §¾k L¾k"],
  ["vni", "Beänh vieän Nhi ñoàng, Quaûng Ngaõi, Thöøa Thieân Hueá, Phöôøng Taân Ñònh, Höõu Luõng, Ñaék Laék"],
  [
    "windows-1258",
    "B\u00ea\u00f2nh vi\u00ea\u00f2n Nhi \u00f0\u00f4\u00ccng, Qua\u00d2ng Nga\u00dei, Th\u00fd\u00cca Thi\u00ean Hu\u00ea\u00ec, Ph\u00fd\u00f5\u00ccng T\u00e2n \u00d0i\u00f2nh, H\u00fd\u00deu Lu\u00deng, \u00d0\u00e3\u00eck L\u00e3\u00eck",
  ],
];

describe("text from before Unicode", () => {
  it.each(written)("of %s is read as it was meant, and kept apart from the others", (encoding, text) => {
    expect(fromLegacy(text, encoding)).toBe(names);
    expect(guessLegacyBytes(Buffer.from(text, "latin1"))).toBe(encoding);
  });

  it.each(written.slice(0, 2))("of %s is found when it was saved as Unicode letter by letter", (encoding, text) => {
    expect(guessFont(text)).toBe(encoding);
  });

  it.each([names, "Hà Nam, Cà Mau, Hoà Bình, Lâm Đồng", "café, naïve, Zürich, Müller", "A, B, C", "Sông Cầu, Bến Tre"])(
    "is not seen in %s",
    (text) => {
      expect(guessFont(text)).toBeUndefined();
    },
  );

  it("is not guessed of bytes that are no Vietnamese", () => {
    expect(guessLegacyBytes(Buffer.from("Zürich, Köln, Düsseldorf, Ångström", "latin1"))).toBeUndefined();
  });
});
