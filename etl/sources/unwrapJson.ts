import { Transform, type TransformCallback } from "node:stream";
import { TextFault } from "./TextFault.ts";

const quote = 34;
const backslash = 92;

/**
 * Of JSON text (UTF-8) only one array that stands in it, from the byte where it begins to its end. What follows must close.
 * @throws TextFault as the stream's error, where the text is cut
 */
export const unwrapJson = (start: number): Transform => {
  let base = 0;
  let depth = 0;
  let isString = false;
  let isEscaped = false;
  let isOver = false;
  let last = 0;
  /** The array's part of the bytes, from where it begins in them. */
  const inside = (bytes: Buffer): Buffer => {
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (isEscaped) isEscaped = false;
      else if (isString) {
        if (byte === backslash) isEscaped = true;
        else if (byte === quote) isString = false;
      } else if (byte === quote) isString = true;
      else if (byte === 0x5b || byte === 0x7b) depth++;
      else if ((byte === 0x5d || byte === 0x7d) && --depth === 0) {
        isOver = true;
        return bytes.subarray(0, at + 1);
      }
    }
    return bytes;
  };
  const noteLast = (bytes: Buffer): void => {
    for (let at = bytes.length - 1; at >= 0; at--) {
      const byte = bytes[at] ?? 0;
      if (byte > 32) {
        last = byte;
        return;
      }
    }
  };
  return new Transform({
    transform(chunk: Buffer, _, done: TransformCallback) {
      const mark = base === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0;
      const bytes = chunk.subarray(mark);
      const from = Math.min(bytes.length, Math.max(0, start - base));
      base += bytes.length;
      noteLast(bytes);
      done(null, isOver ? Buffer.alloc(0) : inside(bytes.subarray(from)));
    },
    flush(done: TransformCallback) {
      done(isOver && last === 0x7d ? null : new TextFault("json_cut", base));
    },
  });
};
