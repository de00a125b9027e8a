/** Encodings of Vietnamese text from before Unicode. */
export type LegacyEncoding = "tcvn3" | "vni" | "windows-1258";
export const legacyEncodings: readonly LegacyEncoding[] = ["tcvn3", "vni", "windows-1258"];

export const isLegacy = (encoding: string): encoding is LegacyEncoding =>
  legacyEncodings.some((each) => each === encoding);

export const encodingNames: Readonly<Record<LegacyEncoding, string>> = {
  tcvn3: "TCVN3 (ABC)",
  vni: "VNI",
  "windows-1258": "Windows-1258",
};

/**
 * TCVN 5712:1993, VN3, as the .VnTime fonts have it: letter to byte, each byte as the character of Latin-1. Capitals with a
 * tone mark have no byte of their own: such text shows them with a font of capitals.
 */
const tcvn3 = new Map(
  Object.entries({
    ...{ "\u00b5": "à", "\u00b8": "á", "\u00b6": "ả", "\u00b7": "ã", "\u00b9": "ạ" },
    ...{ "\u00a8": "ă", "\u00bb": "ằ", "\u00be": "ắ", "\u00bc": "ẳ", "\u00bd": "ẵ", "\u00c6": "ặ" },
    ...{ "\u00a9": "â", "\u00c7": "ầ", "\u00ca": "ấ", "\u00c8": "ẩ", "\u00c9": "ẫ", "\u00cb": "ậ" },
    ...{ "\u00ae": "đ", "\u00cc": "è", "\u00d0": "é", "\u00ce": "ẻ", "\u00cf": "ẽ", "\u00d1": "ẹ" },
    ...{ "\u00aa": "ê", "\u00d2": "ề", "\u00d5": "ế", "\u00d3": "ể", "\u00d4": "ễ", "\u00d6": "ệ" },
    ...{ "\u00d7": "ì", "\u00dd": "í", "\u00d8": "ỉ", "\u00dc": "ĩ", "\u00de": "ị" },
    ...{ "\u00df": "ò", "\u00e3": "ó", "\u00e1": "ỏ", "\u00e2": "õ", "\u00e4": "ọ" },
    ...{ "\u00ab": "ô", "\u00e5": "ồ", "\u00e8": "ố", "\u00e6": "ổ", "\u00e7": "ỗ", "\u00e9": "ộ" },
    ...{ "\u00ac": "ơ", "\u00ea": "ờ", "\u00ed": "ớ", "\u00eb": "ở", "\u00ec": "ỡ", "\u00ee": "ợ" },
    ...{ "\u00ef": "ù", "\u00f3": "ú", "\u00f1": "ủ", "\u00f2": "ũ", "\u00f4": "ụ" },
    ...{ "\u00ad": "ư", "\u00f5": "ừ", "\u00f8": "ứ", "\u00f6": "ử", "\u00f7": "ữ", "\u00f9": "ự" },
    ...{ "\u00fa": "ỳ", "\u00fd": "ý", "\u00fb": "ỷ", "\u00fc": "ỹ", "\u00fe": "ỵ" },
    ...{ "\u00a1": "Ă", "\u00a2": "Â", "\u00a3": "Ê", "\u00a4": "Ô", "\u00a5": "Ơ", "\u00a6": "Ư", "\u00a7": "Đ" },
  }),
);

/** Marks of VNI behind their letter, as combining marks; each as the character of Latin-1, small and capital. */
const vniMarks = new Map(
  [
    ["ø", "\u0300"],
    ["ù", "\u0301"],
    ["û", "\u0309"],
    ["õ", "\u0303"],
    ["ï", "\u0323"],
    ["ê", "\u0306"],
    ["è", "\u0306\u0300"],
    ["é", "\u0306\u0301"],
    ["ú", "\u0306\u0309"],
    ["ü", "\u0306\u0303"],
    ["ë", "\u0306\u0323"],
    ["â", "\u0302"],
    ["à", "\u0302\u0300"],
    ["á", "\u0302\u0301"],
    ["å", "\u0302\u0309"],
    ["ã", "\u0302\u0303"],
    ["ä", "\u0302\u0323"],
  ].flatMap(([mark = "", meant = ""]): (readonly [string, string])[] => [
    [mark, meant],
    [mark.toUpperCase(), meant],
  ]),
);

/** Letters of VNI that stand alone. */
const vniLetters = new Map(
  [
    ["ñ", "đ"],
    ["ì", "ì"],
    ["í", "í"],
    ["æ", "ỉ"],
    ["ó", "ĩ"],
    ["ò", "ị"],
    ["ô", "ơ"],
    ["ö", "ư"],
    ["î", "ỵ"],
  ].flatMap(([letter = "", meant = ""]): (readonly [string, string])[] => [
    [letter, meant],
    [letter.toUpperCase(), meant.toUpperCase()],
  ]),
);

const ofTcvn3 = (text: string): string => text.replace(/[\u00a1-\u00fe]/g, (each) => tcvn3.get(each) ?? each);

const ofVni = (text: string): string =>
  text
    .replace(/([aeouyôö])([øùûõïêèéúüëâàáåãäØÙÛÕÏÊÈÉÚÜËÂÀÁÅÃÄ])/gi, (_, letter: string, mark: string) => {
      return (vniLetters.get(letter) ?? letter) + (vniMarks.get(mark) ?? mark);
    })
    .replace(/[ñìíæóòôöîÑÌÍÆÓÒÔÖÎ]/g, (each) => vniLetters.get(each) ?? each)
    .normalize("NFC");

/** Bytes of text of an encoding, each as the character of Latin-1, to the text that was meant. */
export const fromLegacy = (text: string, encoding: LegacyEncoding): string => {
  if (encoding === "tcvn3") return ofTcvn3(text);
  if (encoding === "vni") return ofVni(text);
  return new TextDecoder("windows-1258").decode(Buffer.from(text, "latin1")).normalize("NFC");
};
