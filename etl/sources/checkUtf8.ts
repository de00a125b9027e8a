import { isUtf8 } from "node:buffer";
import { Transform, type TransformCallback } from "node:stream";
import { isFontText } from "./guessEncoding.ts";
import { TextFault } from "./TextFault.ts";

/** Bytes at the end that begin a character without ending it: at most three. */
const cutBytes = (bytes: Buffer): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
};

/** Where the first line that is no UTF-8 begins. */
export const firstFault = (bytes: Buffer): number => {
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    const stop = end < 0 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(start, stop))) return start;
    start = stop;
  }
  return 0;
};

/** Where the first byte stands that is no ASCII. */
export const firstLetter = (bytes: Buffer): number =>
  Math.max(
    0,
    bytes.findIndex((byte) => byte > 0x7f),
  );

/** Text of Vietnamese fonts shows itself soon: as much of each chunk is looked at. */
const sampleBytes = 4096;

/**
 * Passes bytes on that must be UTF-8 from the first to the last, and, unless they may, not the text of an old Vietnamese font.
 * @throws TextFault as the stream's error
 */
export const checkUtf8 = ({ mayBeFontText }: { readonly mayBeFontText: boolean }): Transform => {
  let carry: Buffer = Buffer.alloc(0);
  let base = 0;
  const check = (bytes: Buffer): void => {
    if (!isUtf8(bytes)) {
      const at = firstFault(bytes);
      throw new TextFault("not_utf8", base + at, bytes.subarray(Math.max(0, at - sampleBytes), at + 16 * sampleBytes));
    }
    if (mayBeFontText) return;
    // Vietnamese as it is has letters of three bytes that start with E1; font text has letters of two bytes alone.
    const hasTwoByteLetters = bytes.includes(0xc2) || bytes.includes(0xc3);
    if (hasTwoByteLetters && !bytes.includes(0xe1) && isFontText(bytes.toString("utf8"))) {
      throw new TextFault("font_text", base + firstLetter(bytes), bytes.subarray(0, 16 * sampleBytes));
    }
  };
  return new Transform({
    transform(chunk: Buffer, _, done: TransformCallback) {
      try {
        const bytes = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
        const cut = cutBytes(bytes);
        check(bytes.subarray(0, bytes.length - cut));
        base += bytes.length - cut;
        carry = Buffer.from(bytes.subarray(bytes.length - cut));
        done(null, bytes.subarray(0, bytes.length - cut));
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
    flush(done: TransformCallback) {
      done(carry.length === 0 ? null : new TextFault("not_utf8", base, carry));
    },
  });
};
