import { Transform, type TransformCallback } from "node:stream";
import { TextFault } from "./TextFault.ts";

const quote = 34;
const backslash = 92;

const isOpening = (byte: number): boolean => byte === 0x5b || byte === 0x7b;
const isClosing = (byte: number): boolean => byte === 0x5d || byte === 0x7d;

/**
 * Of JSON text (UTF-8) only one array that stands in its first object, from the byte where it begins to its end. What follows must
 * close, and nothing may stand behind it: a second object, such as the next page of an answer, would be left out unseen.
 * @throws TextFault as the stream's error, where the text is cut or goes on
 */
export const unwrapJson = (start: number): Transform => {
  let base = 0;
  let depth = 0;
  let isString = false;
  let isEscaped = false;
  let state: "before" | "inside" | "behind" | "closed" = "before";
  let outside = 0;
  /** The array's part of the bytes. */
  const pass = (bytes: Buffer): Buffer => {
    let from = state === "inside" ? 0 : bytes.length;
    let to = bytes.length;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (isEscaped) isEscaped = false;
      else if (isString) {
        if (byte === backslash) isEscaped = true;
        else if (byte === quote) isString = false;
      } else if (byte === quote) isString = true;
      else if (isOpening(byte)) {
        if (state === "closed") throw new TextFault("json_goes_on", base + at);
        if (state === "before" && base + at === start) {
          state = "inside";
          outside = depth;
          from = at;
        }
        depth++;
      } else if (isClosing(byte)) {
        depth--;
        if (state === "inside" && depth === outside) {
          state = "behind";
          to = at + 1;
        } else if (state === "behind" && depth === 0) state = "closed";
      }
    }
    base += bytes.length;
    return bytes.subarray(from, Math.max(from, to));
  };
  return new Transform({
    transform(chunk: Buffer, _, done: TransformCallback) {
      const mark = base === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0;
      try {
        done(null, pass(chunk.subarray(mark)));
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
    flush(done: TransformCallback) {
      done(state === "closed" ? null : new TextFault("json_cut", base));
    },
  });
};
