import { plainText } from "../../warehouse/textKey.ts";
import { isNumber } from "./numberIn.ts";

/** Cells of a row that have text, left to right. */
export const filledCells = (cells: readonly string[]): string[] =>
  cells.map((text) => text.trim()).filter((text) => text !== "");

export const isBlankRow = (cells: readonly string[]): boolean => cells.every((text) => text.trim() === "");

/** Lower case, no tone marks, single spaces, no punctuation at the ends and nothing in parentheses. */
export const labelKey = (text: string): string =>
  plainText(text)
    .replace(/\([^)]*\)/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

/** The line of column numbers that official forms put under the header: "A | B | 1 | 2 | 3 = 1+2". */
export const isColumnNumberRow = (cells: readonly string[]): boolean => {
  const filled = filledCells(cells).map((text) => text.replace(/[\s()[\]]/g, ""));
  if (filled.length < 3) return false;
  let [letters, numbers] = [0, 0];
  return filled.every((text) => {
    if (/^[A-Z]$/i.test(text) && numbers === 0) return text.toUpperCase().charCodeAt(0) === 65 + letters++;
    const number = /^(\d{1,3})(?:=[\d+\-*/:x=%.,…]+)?$/.exec(text)?.[1];
    // Some forms count on from the letters: A, B, 3, 4.
    if (
      number === undefined ||
      (numbers === 0 ? ![1, letters + 1].includes(Number(number)) : Number(number) !== numbers + 1)
    ) {
      return false;
    }
    numbers = Number(number);
    return true;
  });
};

const units = new Set(
  "nguoi|giuong|may|cai|chiec|bo|phong|luot|luot nguoi|ca|dong|vnd|ngay|%|lan|xet nghiem|ho so|ban ghi|giao dich|co so|don vi tinh|dvt|dvi".split(
    "|",
  ),
);
const words = "nghin|ngan|trieu|ty|ti|thousands?|millions?|billions?";
const figures = "1(?:[., ]?000)+|10\\^?[369]";
const counted = "nguoi|dong|vnd|d|luot|luot nguoi|ca|giuong|may|mui|ho so|ban ghi|giao dich";
/** Another currency, too, is no amount in dong. */
const scaled = new RegExp(
  `^(?:(?:${words})(?: (?:${words}))*(?: (?:${counted}))?|(?:${figures}) ?(?:${counted})|[x×*] ?(?:${figures})|trd|tr[. ]? ?d|ty ?d|usd|do la(?: my)?)$`,
);

const unitKey = (text: string): string =>
  text.trim() === "%"
    ? "%"
    : labelKey(text.replace(/[()]/g, " ")).replace(/^(?:don vi tinh|don vi|dvt)\s*[:-]?\s*/, "");

/** The unit stands for more than one of what is counted: "triệu đồng", "nghìn người". */
export const isScaledUnit = (text: string): boolean => scaled.test(unitKey(text));

/** A line under the header that gives each column's unit: "người | giường | đồng". */
export const isUnitRow = (cells: readonly string[]): boolean => {
  const filled = filledCells(cells).map(unitKey);
  return filled.length > 1 && filled.every((text) => units.has(text) || scaled.test(text));
};

const unitBehind = new RegExp(
  `^(.+?) (?:(?:don vi tinh|don vi|dvt) )?((?:(?:${words}) ?)+(?:(?:${counted}))?|(?:${figures}) ?(?:${counted})|[x×*] ?(?:${figures})|trd|tr[. ] ?d|ty d|usd)$`,
);

/**
 * The name of a column without the unit behind it that stands for more than one, and the unit: "Số tiền (triệu đồng)",
 * so_tien_trieu_dong. Undefined: it has none.
 */
export const scaledUnitBehind = (name: string): { readonly name: string; readonly unit: string } | undefined => {
  const bareName = labelKey(name.replace(/[()[\]_:,;/-]+/g, " "));
  const [, bare, unit] = unitBehind.exec(bareName) ?? [];
  return bare === undefined || unit === undefined ? undefined : { name: bare, unit };
};

const unitNote = /(?:đơn vị(?: tính)?|đvt)\s*:\s*([^()]+)\)?$/i;

/**
 * A unit that stands for more than one, in a line of units, alone in its line, or named as the unit: "Đơn vị tính: triệu đồng".
 * Undefined: the cells say none.
 */
export const scaledUnitIn = (cells: readonly string[]): string | undefined => {
  const filled = filledCells(cells);
  const isOfUnits = filled.length === 1 || isUnitRow(cells);
  return filled.find((text) => {
    const named = unitNote.exec(text.normalize("NFC"))?.[1];
    return named === undefined ? isOfUnits && isScaledUnit(text) : isScaledUnit(named);
  });
};

const unitWords =
  "huyen|quan|thi xa|thanh pho|tp|tinh|xa|phuong|dac khu|nhom|muc|khoi|tuyen|trang|toan tinh|toan thanh pho";
const grandTotal = new RegExp(
  `^(?:tong cong|tong so|tong|toan tinh|toan thanh pho|toan tp|toan nganh|toan quoc|ca nuoc|ca tinh|total|grand total)$|^(?:tong cong|tong so|tong|total|grand total) (?!(?:${unitWords})\\b)`,
);
const subtotal = new RegExp(
  `^(?:cong|cong don|subtotal|sub total|sub-total)$|^(?:cong|tong|tong cong|tong so|subtotal) (?:${unitWords})\\b`,
);

/** What a cell's text says the row sums up: everything, a part, or nothing (undefined). */
export const totalLabel = (text: string): "grand" | "part" | undefined => {
  const key = labelKey(text);
  if (subtotal.test(key)) return "part";
  return grandTotal.test(key) ? "grand" : undefined;
};

const notes =
  /^(?:ghi chu|chu thich|chu giai|(?:luu y|nguon|note|notes|source)(?= ?:|$)|noi nhan|nguoi lap|nguoi bao cao|nguoi tong hop|nguoi kiem tra|thu truong|giam doc|pho giam doc|lanh dao|truong phong|ke toan|xac nhan|ky ten|kt|tm|tl|tuq)(?:$|[ :.,/-])|ngay (?:\d+|\.+|…+)? ?thang (?:\d+|\.+|…+)? ?nam/;

/** The text begins the notes or the block of signatures below a table. */
export const isNote = (text: string): boolean =>
  notes.test(labelKey(text)) || /^(?:\(?\*+\)?|\(\d\))\s*\p{L}/u.test(text.trim());

/** The numbering of a group's heading: a capital letter or a Roman numeral. Undefined: none. */
export const groupNumbering = (text: string): "letter" | "roman" | undefined => {
  const bare = text.trim().replace(/[.)/]+$/, "");
  if (/^[IVX]+$/.test(bare)) return "roman";
  return /^[A-Z]$/.test(bare) ? "letter" : undefined;
};

/** The text has letters and is more than a numbering. */
export const isLabel = (text: string): boolean =>
  /\p{L}/u.test(text) && groupNumbering(text) === undefined && !isNumber(text);
