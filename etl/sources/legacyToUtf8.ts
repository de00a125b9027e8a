import { isUtf8 } from "node:buffer";
import { Transform, type TransformCallback } from "node:stream";
import { fromLegacy, type LegacyEncoding } from "./legacyEncodings.ts";

const isAscii = (bytes: Buffer): boolean => bytes.every((byte) => byte < 0x80);

/**
 * Text as an old font or encoding has it, to text as it was meant. The bytes are those of the encoding, or, where somebody saved
 * them as Unicode letter by letter, UTF-8.
 */
export const legacyText = (bytes: Buffer, encoding: LegacyEncoding): string =>
  fromLegacy(bytes.toString(isUtf8(bytes) ? "utf8" : "latin1"), encoding);

/** Bytes of text in an old encoding to UTF-8, line by line. */
export const legacyToUtf8 = (encoding: LegacyEncoding): Transform => {
  let carry: Buffer = Buffer.alloc(0);
  let isSavedAsUtf8: boolean | undefined;
  const turned = (bytes: Buffer): Buffer => {
    if (isAscii(bytes)) return bytes;
    isSavedAsUtf8 ??= isUtf8(bytes);
    return Buffer.from(fromLegacy(bytes.toString(isSavedAsUtf8 ? "utf8" : "latin1"), encoding));
  };
  return new Transform({
    transform(chunk: Buffer, _, done: TransformCallback) {
      const bytes = Buffer.concat([carry, chunk]);
      // A letter and its mark, or the two bytes of a letter, must not be parted.
      const end = Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13)) + 1;
      carry = bytes.subarray(end);
      done(null, turned(bytes.subarray(0, end)));
    },
    flush(done: TransformCallback) {
      done(null, turned(carry));
    },
  });
};
