import { Transform, type TransformCallback } from "node:stream";
import type { Delimiter } from "./parseSeparatedHeader.ts";
import { TextFault } from "./TextFault.ts";

/** Stands for the tab on the way: ClickHouse's CSV takes any separator but a blank. */
export const tabStandIn = "\u001f";

const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const quote = 34;
const standIn = tabStandIn.charCodeAt(0);
const spaceBytes = Buffer.from(" ");

export interface SeparatedStyle {
  readonly delimiter: Delimiter;
  /** Fields of a row. */
  readonly width: number;
  /** Records before the first of data, whose quotes may be used freely. */
  readonly skippedLines: number;
  /** Lines end in a carriage return alone, as on old Macs. */
  readonly endsInCarriageReturn: boolean;
}

/** Where the next byte stands: at the start of a field, in one without quotes, in one with, or behind its closing quote. */
const atStart = 0;
const inPlain = 1;
const inQuoted = 2;
const behindQuoted = 3;

/** Delimiters in the lines of a quoted field that has several. */
interface BrokenField {
  readonly opened: number;
  readonly first: number;
  /** Every line between the first and the last has as many delimiters as a row. */
  hasRowsInside: boolean;
  last: number;
  /** Delimiters behind it in its record; -1 while it is open. */
  behind: number;
}

/**
 * Follows the quotes of separated text (UTF-8) as it passes, so that no quote that was never closed swallows the rest of a
 * file unseen. A line break inside quotes becomes a space, as in a cell of a workbook; tabs that separate become `tabStandIn`,
 * and lines that end in a carriage return alone end in a line feed. Text without quotes costs a search for one.
 * @throws TextFault as the stream's error, at the opening quote
 */
export const separatedGuard = (style: SeparatedStyle): Transform => {
  const { width, endsInCarriageReturn, skippedLines } = style;
  const delimiter = style.delimiter.charCodeAt(0);
  const isTabbed = delimiter === tab;
  let place = atStart;
  let base = 0;
  let opened = 0;
  let records = 0;
  /** Delimiters in the present line of the quoted field that is open. */
  let inLine = 0;
  let broken: BrokenField | undefined;
  let isAfterBreak = false;

  const isBlank = (byte: number | undefined): boolean => byte === space || (byte === tab && !isTabbed);

  /** Where every part of a field of several lines has just the delimiters that a row's would have, it swallowed rows. */
  const endRecord = (): void => {
    records++;
    if (broken === undefined) return;
    const { hasRowsInside, first, last, behind } = broken;
    const hasSwallowed = width > 2 && hasRowsInside && first === behind && last === width - 1 - behind;
    if (hasSwallowed && records > skippedLines) throw new TextFault("swallowed_rows", broken.opened);
    broken = undefined;
  };

  const breakField = (byte: number): void => {
    if (byte !== lineFeed) return;
    if (broken === undefined || broken.opened !== opened) {
      broken = { opened, first: inLine, hasRowsInside: true, last: 0, behind: -1 };
    } else if (inLine !== width - 1) broken.hasRowsInside = false;
    inLine = 0;
  };

  const placeAfterPlain = (bytes: Buffer): number => {
    let at = bytes.length - 1;
    while (at >= 0 && isBlank(bytes[at])) at--;
    if (at < 0) return place;
    const last = bytes[at];
    return last === delimiter || last === lineFeed || last === carriageReturn ? atStart : inPlain;
  };

  /** Follows every byte; `bytes` may be written to where tabs or carriage returns are replaced. */
  const follow = (bytes: Buffer): Buffer => {
    const pieces: Buffer[] = [];
    let from = 0;
    let now = place;
    const { length } = bytes;
    for (let at = 0; at < length; at++) {
      const byte = bytes[at] ?? 0;
      if (now === inPlain) {
        if (byte === delimiter) {
          now = atStart;
          if (broken !== undefined) broken.behind++;
        } else if (byte === lineFeed) {
          now = atStart;
          endRecord();
        } else if (byte === carriageReturn) now = atStart;
      } else if (now === inQuoted) {
        if (isAfterBreak) {
          if (byte === lineFeed || byte === carriageReturn) {
            breakField(byte);
            from = at + 1;
            continue;
          }
          isAfterBreak = false;
        }
        if (byte === quote) now = behindQuoted;
        else if (byte === delimiter) {
          inLine++;
          if (isTabbed) bytes[at] = space;
          continue;
        } else if (byte === lineFeed || byte === carriageReturn) {
          pieces.push(bytes.subarray(from, at), spaceBytes);
          breakField(byte);
          isAfterBreak = true;
          from = at + 1;
        }
      } else if (byte === quote) {
        // At a field's start it opens; behind a closing quote it makes of the two one that stands for itself.
        if (now === atStart) {
          opened = base + at;
          inLine = 0;
        }
        now = inQuoted;
      } else {
        if (now === behindQuoted && broken?.opened === opened && broken.behind < 0 && !isBlank(byte)) {
          broken.last = inLine;
          broken.behind = 0;
        }
        if (byte === delimiter) {
          now = atStart;
          if (broken !== undefined) broken.behind++;
        } else if (byte === lineFeed) {
          now = atStart;
          endRecord();
        } else if (byte === carriageReturn) now = atStart;
        else if (!isBlank(byte)) {
          if (now === behindQuoted && records >= skippedLines) throw new TextFault("text_after_quote", opened);
          now = inPlain;
        }
      }
      if (isTabbed && byte === tab) bytes[at] = standIn;
    }
    place = now;
    if (pieces.length === 0) return from === 0 ? bytes : bytes.subarray(from);
    pieces.push(bytes.subarray(from));
    return Buffer.concat(pieces);
  };

  const replaced = (bytes: Buffer, each: number, by: number): Buffer => {
    const copy = Buffer.from(bytes);
    for (let at = 0; at < copy.length; at++) if (copy[at] === each) copy[at] = by;
    return copy;
  };

  const pass = (chunk: Buffer): Buffer => {
    const start = base === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0;
    let bytes = chunk.subarray(start);
    base += start;
    if (endsInCarriageReturn) bytes = replaced(bytes, carriageReturn, lineFeed);
    const isPlain =
      place !== inQuoted &&
      place !== behindQuoted &&
      broken === undefined &&
      records >= skippedLines &&
      !bytes.includes(quote);
    const { length } = bytes;
    if (isPlain) {
      place = placeAfterPlain(bytes);
      if (isTabbed) bytes = replaced(bytes, tab, standIn);
    } else bytes = follow(isTabbed ? Buffer.from(bytes) : bytes);
    base += length;
    return bytes;
  };

  return new Transform({
    transform(chunk: Buffer, _, done: TransformCallback) {
      try {
        done(null, pass(chunk));
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
    flush(done: TransformCallback) {
      try {
        if (place === inQuoted) throw new TextFault("unclosed_quote", opened);
        if (broken !== undefined && broken.behind < 0) {
          broken.last = inLine;
          broken.behind = 0;
        }
        endRecord();
        done();
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
};
