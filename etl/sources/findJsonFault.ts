import { unescapeJson } from "./walkJson.ts";

/** What is wrong with JSON text, and in which line. */
export interface JsonFault {
  readonly kind: "cut" | "no_number" | "trailing_comma" | "duplicate_key" | "unexpected";
  /** From 1. */
  readonly line: number;
  /** The word, key or character at fault; "" where the text is cut. */
  readonly found: string;
}

interface Open {
  readonly isObject: boolean;
  readonly keys: Set<string>;
  /** What may come next inside it. */
  next: "first" | "key" | "colon" | "value" | "comma";
}

const literal = /^(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/**
 * Reads JSON text piece by piece for its first fault: objects one after another, with or without commas between them, or in an
 * array. Undefined: none was found. Slow beside ClickHouse, and meant for a file that it refused.
 */
export const findJsonFault = async (pieces: AsyncIterable<string>): Promise<JsonFault | undefined> => {
  const stack: Open[] = [];
  let line = 1;
  let token: { readonly isString: boolean; text: string; isEscaped: boolean } | undefined;

  const fault = (kind: JsonFault["kind"], found: string): JsonFault => ({ kind, line, found: found.slice(0, 40) });

  /** A string or literal that is complete. */
  const value = (text: string, isString: boolean): JsonFault | undefined => {
    const open = stack.at(-1);
    if (!isString && !literal.test(text)) {
      return fault(/^[-+]?(?:nan|inf(?:inity)?)$/i.test(text) ? "no_number" : "unexpected", text);
    }
    if (open === undefined) return fault("unexpected", text);
    if (open.isObject && (open.next === "first" || open.next === "key")) {
      if (!isString) return fault("unexpected", text);
      const key = unescapeJson(text);
      if (open.keys.has(key)) return fault("duplicate_key", key);
      open.keys.add(key);
      open.next = "colon";
      return undefined;
    }
    if (open.next === "comma" || open.next === "colon") return fault("unexpected", text);
    open.next = "comma";
    return undefined;
  };

  const mark = (character: string): JsonFault | undefined => {
    const open = stack.at(-1);
    switch (character) {
      case "{":
      case "[": {
        const mayStand =
          open === undefined ||
          open.next === "value" ||
          (!open.isObject && (open.next === "first" || open.next === "key"));
        if (!mayStand) return fault("unexpected", character);
        if (open !== undefined) open.next = "comma";
        stack.push({ isObject: character === "{", keys: new Set(), next: "first" });
        return undefined;
      }
      case "}":
      case "]": {
        if (open === undefined || open.isObject !== (character === "}")) return fault("unexpected", character);
        if (open.next === "key" || (!open.isObject && open.next === "value")) return fault("trailing_comma", ",");
        if (open.next !== "first" && open.next !== "comma") return fault("unexpected", character);
        stack.pop();
        return undefined;
      }
      case ":":
        if (open?.next !== "colon") return fault("unexpected", character);
        open.next = "value";
        return undefined;
      case ",":
        if (open === undefined) return undefined;
        if (open.next !== "comma") return fault("unexpected", character);
        open.next = open.isObject ? "key" : "value";
        return undefined;
      default:
        return fault("unexpected", character);
    }
  };

  for await (const piece of pieces) {
    for (const character of piece) {
      let found: JsonFault | undefined;
      if (token?.isString === true) {
        if (token.isEscaped) token.isEscaped = false;
        else if (character === "\\") token.isEscaped = true;
        else if (character === '"') {
          found = value(token.text, true);
          token = undefined;
          if (found !== undefined) return found;
          continue;
        }
        token.text += character;
        if (character === "\n") line++;
        continue;
      }
      if (/[\p{L}\d.+-]/u.test(character)) {
        token ??= { isString: false, text: "", isEscaped: false };
        token.text += character;
        continue;
      }
      if (token !== undefined) {
        found = value(token.text, false);
        token = undefined;
        if (found !== undefined) return found;
      }
      if (character === '"') token = { isString: true, text: "", isEscaped: false };
      else if (!/[\s\uFEFF]/.test(character)) found = mark(character);
      if (found !== undefined) return found;
      if (character === "\n") line++;
    }
  }
  return token === undefined && stack.length === 0 ? undefined : fault("cut", "");
};
