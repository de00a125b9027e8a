/** A piece of a number format: text as it stands, a place for a digit, the point, or the number as it is. */
type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "place"; readonly mark: string }
  | { readonly kind: "point" | "whole" };

/** Text in quotes or behind a backslash, a blank as wide as a character, a filler, brackets, the word General, any other mark. */
const token = /"([^"]*)"|\\(.)|_(.)|\*.|\[([^\]]*)\]|(general)|(.)/giu;

/** The part of a format for a number: those for positive ones, negative ones and zero are parted by semicolons. */
const sectionFor = (code: string, value: number): { readonly section: string; readonly sign: string } => {
  const sections = [""];
  for (const [text] of code.matchAll(/"[^"]*"|\\.|[^"\\]/gu)) {
    if (text === ";") sections.push("");
    else sections[sections.length - 1] += text;
  }
  const [first = "", negative, zero] = sections;
  if (value < 0 && negative !== undefined) return { section: negative, sign: "" };
  if (value === 0 && zero !== undefined) return { section: zero, sign: "" };
  return { section: first, sign: value < 0 ? "-" : "" };
};

/** Undefined: the format shows something else than the number's digits, such as a fraction, or what a condition tells. */
const piecesOf = (section: string): Piece[] | undefined => {
  const pieces: Piece[] = [];
  for (const [whole, quoted, escaped, blank, bracket, general, other] of section.matchAll(token)) {
    if (bracket !== undefined) {
      if (/^[<>=]/.test(bracket)) return undefined;
      pieces.push({ kind: "text", text: /^\$([^-]*)/.exec(bracket)?.[1] ?? "" });
    } else if (general !== undefined) pieces.push({ kind: "whole" });
    else if (other === undefined) {
      pieces.push({ kind: "text", text: quoted ?? escaped ?? (blank === undefined || whole === "" ? "" : " ") });
    } else if (/[0#?]/.test(other)) pieces.push({ kind: "place", mark: other });
    else if (other === ".") pieces.push({ kind: "point" });
    else if (/[e/@]/i.test(other)) return undefined;
    // Commas part thousands, which a code or a text does not have.
    else if (other !== ",") pieces.push({ kind: "text", text: other });
  }
  return pieces;
};

const placesOf = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap((piece) => (piece.kind === "place" ? [piece.mark] : []));

/** The digits for each place before the point: from the right; the first place takes all that are left. */
const fillWhole = (digits: string, places: readonly string[]): string[] => {
  let left = digits === "0" ? "" : digits;
  const filled = places.toReversed().map((mark, index) => {
    const isFirst = index === places.length - 1;
    const own = isFirst ? left : left.slice(-1);
    left = isFirst ? "" : left.slice(0, -1);
    return own === "" && mark === "0" ? "0" : own;
  });
  return filled.toReversed();
};

/** The digits behind the point: zeros at the end stand only where the format has a 0. */
const fillFraction = (digits: string, places: readonly string[]): string[] =>
  places.map((mark, index) => (mark === "0" || /[1-9]/.test(digits.slice(index)) ? (digits[index] ?? "0") : ""));

/**
 * A number as Excel shows it by its format's code, but for marks of thousands. Undefined: the format shows another number, rounded
 * or none. `digits` are the number's own; of a format in per cent, a hundred times it.
 */
export const shownNumber = (value: number, digits: string, code: string): string | undefined => {
  const { section, sign } = sectionFor(code, value);
  const pieces = piecesOf(section);
  if (pieces === undefined) return undefined;
  const own = digits.replace("-", "");
  if (pieces.some(({ kind }) => kind === "whole")) {
    return `${sign}${pieces.map((piece) => (piece.kind === "text" ? piece.text : piece.kind === "whole" ? own : "")).join("")}`.trim();
  }
  const point = pieces.findIndex(({ kind }) => kind === "point");
  const places = placesOf(point < 0 ? pieces : pieces.slice(0, point));
  const behind = point < 0 ? [] : placesOf(pieces.slice(point));
  const [whole = "", fraction = ""] = own.split(".");
  const words = pieces
    .flatMap((piece) => (piece.kind === "text" ? [piece.text] : []))
    .join("")
    .trim();
  if (places.length === 0 && behind.length === 0 && words !== "") return words;
  // Digits that have no place are not shown.
  if (places.length === 0 || fraction.length > behind.length || !/^\d+$/.test(whole)) return undefined;
  const shown = [...fillWhole(whole, places), ...fillFraction(fraction.padEnd(behind.length, "0"), behind)];
  let next = 0;
  const texts = pieces.map((piece) =>
    piece.kind === "text" ? piece.text : piece.kind === "point" ? "." : shown[next++],
  );
  const text = `${sign}${texts.join("")}`.trim();
  return text === "" ? undefined : text;
};

/** The format shows words beside the number. */
export const showsWords = (code: string): boolean =>
  [...code.matchAll(/"([^"]*)"|\\(.)/gu)].some(([, quoted, escaped]) => /[\p{L}\p{N}]/u.test(quoted ?? escaped ?? ""));
