export type JsonKind = "text" | "number" | "flag" | "null" | "array" | "object";

/** What is told of a JSON text on the way through it. */
export interface JsonEvents {
  /** A value begins at a byte. */
  readonly value: (kind: JsonKind, at: number) => void;
  /** The array or object that was opened last ends with this byte. */
  readonly close: (at: number) => void;
  /** A string begins: whether its text is wanted. */
  readonly wants: (isKey: boolean) => boolean;
  /** A string that was wanted. */
  readonly text: (text: string, isKey: boolean) => void;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;

const isBracket = (byte: number): boolean => byte === 0x5b || byte === 0x5d || byte === 0x7b || byte === 0x7d;
/** A blank, or a byte of the mark at the start of UTF-8. */
const isBlank = (byte: number): boolean => byte <= 0x20 || byte === 0xef || byte === 0xbb || byte === 0xbf;

const kindOf = (byte: number): JsonKind => {
  if (byte === 0x74 || byte === 0x66) return "flag";
  return byte === 0x6e ? "null" : "number";
};

/** What a string's characters mean. One that is no JSON stays as it is: ClickHouse refuses it when it reads the row. */
export const unescapeJson = (text: string): string => {
  if (!text.includes("\\")) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
};

/**
 * Follows the strings and brackets of JSON text (UTF-8), which may have any number of values one after another. It judges
 * nothing: text that is no JSON gives some events too. Returns whether the text ends outside all strings and brackets.
 */
export const walkJson = async (chunks: AsyncIterable<Uint8Array>, events: JsonEvents): Promise<boolean> => {
  /** For each open bracket, whether it is an object's. */
  const open: boolean[] = [];
  let [isString, isEscaped, isLiteral, isKey, isKeyNext] = [false, false, false, false, false];
  let isWanted = false;
  /** Parts of the string that came in earlier chunks. */
  let earlier: Buffer[] = [];
  let base = 0;

  const openString = (at: number): void => {
    isString = true;
    isKey = isKeyNext;
    isKeyNext = false;
    if (!isKey) events.value("text", at);
    isWanted = events.wants(isKey);
  };
  const closeString = (bytes: Buffer, from: number, to: number): void => {
    isString = false;
    if (!isWanted) return;
    const text =
      earlier.length === 0
        ? bytes.toString("utf8", from, to)
        : Buffer.concat([...earlier, bytes.subarray(from, to)]).toString("utf8");
    earlier = [];
    events.text(unescapeJson(text), isKey);
  };
  const followBracket = (byte: number, at: number): void => {
    const isObject = byte === 0x7b;
    if (isObject || byte === 0x5b) {
      events.value(isObject ? "object" : "array", at);
      open.push(isObject);
      isKeyNext = isObject;
    } else if (open.pop() !== undefined) {
      events.close(at);
      isKeyNext = false;
    }
  };

  for await (const chunk of chunks) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    let from = 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (isString) {
        if (isEscaped) isEscaped = false;
        else if (byte === backslash) isEscaped = true;
        else if (byte === quote) closeString(bytes, from, at);
        continue;
      }
      if (byte === quote) {
        openString(base + at);
        from = at + 1;
      } else if (byte === comma) isKeyNext = open.at(-1) === true;
      else if (isBracket(byte)) followBracket(byte, base + at);
      else if (byte !== colon && !isBlank(byte)) {
        if (!isLiteral) events.value(kindOf(byte), base + at);
        isLiteral = true;
        continue;
      }
      isLiteral = false;
    }
    if (isString && isWanted) earlier.push(Buffer.from(bytes.subarray(from)));
    base += bytes.length;
  }
  return !isString && open.length === 0;
};
