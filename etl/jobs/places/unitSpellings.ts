import { searchKey } from "../../../warehouse/areas/areaNames.ts";

/** Types of units and how files shorten them, without tone marks. */
const types: Readonly<Record<string, string>> = {
  "thanh pho": "thành phố",
  "thi xa": "thị xã",
  "thi tran": "thị trấn",
  "dac khu": "đặc khu",
  tinh: "tỉnh",
  quan: "quận",
  huyen: "huyện",
  phuong: "phường",
  xa: "xã",
  tp: "thành phố",
  tx: "thị xã",
  tt: "thị trấn",
  q: "quận",
  h: "huyện",
  p: "phường",
  x: "xã",
};

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Tone marks stand at a word's end, so that "Hoà" and "Hòa" are one spelling; 01 is 1. */
const tonedWord = (word: string): string => word.replace(toneMarks, "") + (word.match(toneMarks) ?? []).join("");

const wordsOf = (text: string): string[] =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[’ʼ‘`]/g, "'")
    .replace(/^\s*([pq])\.?\s*(?=\d)/u, "$1 ")
    .split(/[^\p{L}\p{M}\p{N}']+/u)
    .filter((word) => word !== "")
    .map((word) => tonedWord(word.replace(/^0+(?=\d)/, "")));

const withoutType = (words: readonly string[]): { readonly type: string; readonly bare: readonly string[] } => {
  for (const length of [2, 1]) {
    const type = types[searchKey(words.slice(0, length).join(" "))];
    if (type !== undefined && words.length > length) return { type, bare: words.slice(length) };
  }
  return { type: "", bare: words };
};

const plain = (key: string): string => searchKey(key).replaceAll("'", "");

/**
 * Keys under which a unit's name is known and looked up, the surest first: as written; without its type; without tone marks;
 * without both. A number means nothing without its type. Empty for a text without a letter or digit.
 */
export const unitSpellings = (name: string): string[] => {
  const { type, bare } = withoutType(wordsOf(name));
  const bareKey = bare.join("");
  if (bareKey === "") return [];
  const typeKey = wordsOf(type).join("");
  const isNumber = /^(?:\d+|[ivx]+)$/.test(bareKey);
  const full = `${typeKey} ${bareKey}`;
  return isNumber
    ? [`full ${full}`, `plain full ${plain(full)}`]
    : [`full ${full}`, `bare ${bareKey}`, `plain full ${plain(full)}`, `plain bare ${plain(bareKey)}`];
};
