import { fromLegacy, type LegacyEncoding, legacyEncodings } from "./legacyEncodings.ts";

const onset = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?";
const nucleus =
  "(?:uyê|uya|uyu|iêu|yêu|oai|oao|oay|oeo|uây|uôi|ươi|ươu|oă|oa|oe|uê|uy|uâ|uô|ươ|iê|yê|ia|ya|ua|ưa|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|uơ|ưi|ưu|oo|[aăâeêioôơuưy])";
const coda = "(?:ch|ng|nh|[cmnpt])?";
const syllable = new RegExp(`^${onset}${nucleus}${coda}$`);
const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A word that Vietnamese could have: at most one tone mark, on letters in an order that it knows. */
const isVietnamese = (word: string): boolean => {
  const marked = word.toLowerCase().normalize("NFD");
  const tones = marked.match(toneMarks)?.length ?? 0;
  return tones <= 1 && syllable.test(marked.replace(toneMarks, "").normalize("NFC"));
};

/** Share of the words with marks that Vietnamese could have, of those that text has; and how many there are. */
const likeness = (text: string): { readonly share: number; readonly words: number } => {
  const words = new Set(
    text
      .split(/[^\p{L}\p{M}\u00a1-\u00ff]+/u)
      .filter((word) => /[\u0080-\uffff]/.test(word) && word.length <= 12)
      .slice(0, 2000),
  );
  const right = [...words].filter(isVietnamese).length;
  return { share: words.size === 0 ? 0 : right / words.size, words: words.size };
};

/** Which encoding makes Vietnamese of the text; undefined: none, or the text is Vietnamese as it is. */
const guess = (text: string): LegacyEncoding | undefined => {
  const own = likeness(text);
  if (own.words < 2 || own.share > 0.5) return undefined;
  const found = legacyEncodings
    .map((encoding) => ({ encoding, share: likeness(fromLegacy(text, encoding)).share }))
    .toSorted((one, other) => other.share - one.share)[0];
  return found !== undefined && found.share >= 0.8 && found.share > own.share + 0.3 ? found.encoding : undefined;
};

/** In which old encoding bytes that are no UTF-8 were written; undefined: it is not clear. */
export const guessLegacyBytes = (bytes: Buffer): LegacyEncoding | undefined => {
  const text = bytes.toString("latin1");
  const found = legacyEncodings
    .map((encoding) => ({ encoding, ...likeness(fromLegacy(text, encoding)) }))
    .toSorted((one, other) => other.share - one.share)[0];
  return found !== undefined && found.share >= 0.8 && found.words > 0 ? found.encoding : undefined;
};

/** For which old font text was typed that was then saved as Unicode, letter by letter; undefined: for none. */
export const guessFont = (text: string): LegacyEncoding | undefined => guess(text.slice(0, 20_000));

export const isFontText = (text: string): boolean => guessFont(text) !== undefined;
