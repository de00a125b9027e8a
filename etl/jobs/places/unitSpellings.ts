import { searchKey } from "../../../warehouse/textKey.ts";

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

const isMarked = (text: string): boolean => /[\p{M}đ]/u.test(text.normalize("NFD").toLowerCase());

/** The type is written as a type is ("Quan Sơn" names no quận), or the whole text goes without marks, or it is shortened. */
const withoutType = (words: readonly string[]): { readonly type: string; readonly bare: readonly string[] } => {
  const isPlain = !isMarked(words.join(" "));
  for (const length of [2, 1]) {
    const written = words.slice(0, length);
    const key = searchKey(written.join(" "));
    const type = types[key];
    if (type === undefined || words.length <= length) continue;
    const isShort = !isMarked(written.join(" ")) && key.length <= 2 && key !== "xa";
    if (isPlain || isShort || written.join(" ") === wordsOf(type).join(" ")) return { type, bare: words.slice(length) };
  }
  return { type: "", bare: words };
};

const plain = (key: string): string => searchKey(key).replaceAll("'", "");

const spellingsOf = (type: string, bare: readonly string[]): string[] => {
  const bareKey = bare.join("");
  if (bareKey === "") return [];
  const full = `${wordsOf(type).join("")} ${bareKey}`;
  const isNumber = /^(?:\d+|[ivx]+)$/.test(bareKey);
  return isNumber
    ? [`full ${full}`, `plain full ${plain(full)}`]
    : [`full ${full}`, `bare ${bareKey}`, `plain full ${plain(full)}`, `plain bare ${plain(bareKey)}`];
};

/**
 * Keys under which a unit with its full name is known, the surest first: as written; without its type; without tone marks;
 * without both. A number means nothing without its type. Empty for a text without a letter or digit.
 */
export const unitSpellings = (fullName: string): string[] => {
  const { type, bare } = withoutType(wordsOf(fullName));
  return spellingsOf(type, bare);
};

/** "Cao Lãnh (Thành phố)" is Thành phố Cao Lãnh. */
const typeFirst = (text: string): string => {
  const [, name = "", type = ""] = /^(.+?)\s*\(([^()]+)\)\s*$/u.exec(text) ?? [];
  return types[searchKey(type)] === undefined ? text : `${type} ${name}`;
};

/**
 * Keys under which a text is looked up, the surest first. What reads like a type may be part of the name ("Xa Dung"), and a
 * type without its tone marks says that the name goes without its own too.
 */
export const textSpellings = (text: string): string[] => {
  const words = wordsOf(typeFirst(text));
  const { type, bare } = withoutType(words);
  const typed = spellingsOf(type, bare);
  if (type === "" || isMarked(words.join(" "))) return typed;
  return [...spellingsOf("", words), ...typed.filter((key) => key.startsWith("plain"))];
};
