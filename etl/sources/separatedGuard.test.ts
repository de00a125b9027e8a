import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Delimiter } from "./parseSeparatedHeader.ts";
import { type SeparatedStyle, separatedGuard, tabStandIn } from "./separatedGuard.ts";
import { TextFault } from "./TextFault.ts";

const style = (overrides: Partial<SeparatedStyle> = {}): SeparatedStyle => ({
  ...{ delimiter: ",", width: 3, skippedLines: 1, endsInCarriageReturn: false },
  ...overrides,
});

/** What comes out of the guard, of text that arrives in pieces of some bytes. */
const guarded = async (text: string, overrides: Partial<SeparatedStyle> = {}, pieceBytes = 7): Promise<string> => {
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, index) =>
    bytes.subarray(index * pieceBytes, (index + 1) * pieceBytes),
  );
  const out: Buffer[] = [];
  await pipeline(Readable.from(pieces), separatedGuard(style(overrides)), async (source) => {
    for await (const chunk of source) out.push(Buffer.from(chunk));
  });
  return Buffer.concat(out).toString("utf8");
};

const faultOf = (text: string, overrides: Partial<SeparatedStyle> = {}): Promise<unknown> =>
  guarded(text, overrides).then(
    (out) => out,
    (error: unknown) => (error instanceof TextFault ? [error.kind, error.offset] : error),
  );

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const collapsed = (text: string): string => text.replace(/[\r\n]+/g, " ");

describe("the guard of separated text", () => {
  it("passes any table on as it is, but for line breaks inside quotes and tabs that separate, in whatever pieces it comes", async () => {
    // Words without separators: fields that look like whole rows are refused, see below.
    const cell = fc.string({ unit: fc.constantFrom("a", "ă", " ", '"', "\n", "\r\n", "Đ"), maxLength: 8 });
    const delimiters = fc.constantFrom<Delimiter>(",", ";", "\t");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }),
        delimiters,
        fc.integer({ min: 1, max: 40 }),
        async (rows, delimiter, pieceBytes) => {
          const header = ["x", "y", "z"].join(delimiter);
          const text = [header, ...rows.map((row) => row.map(quoted).join(delimiter))].join("\n");
          const separator = delimiter === "\t" ? tabStandIn : delimiter;
          const expected = [
            header.replaceAll(delimiter, separator),
            ...rows.map((row) => row.map((each) => quoted(collapsed(each))).join(separator)),
          ].join("\n");
          expect(await guarded(text, { delimiter }, pieceBytes)).toBe(expected);
        },
      ),
    );
  });

  it("passes text without quotes on as it is, and quotes inside a field", async () => {
    const text = 'a,b,c\n1,2" x 3",4\n5,6,7\n';
    expect(await guarded(text)).toBe(text);
  });

  it("turns lines that end in a carriage return alone", async () => {
    expect(await guarded('a,b,c\r1,"2\r3",4\r', { endsInCarriageReturn: true })).toBe('a,b,c\n1,"2 3",4\n');
  });

  it("finds the quote that is never closed, whatever follows", async () => {
    const start = "a,b,c\n1,2,3\n";
    expect(await faultOf(`${start}"4,5,6\n7,8,9\n`)).toEqual(["unclosed_quote", start.length]);
    expect(await faultOf(`${start}4,5,"6\n7,8,9`)).toEqual(["unclosed_quote", start.length + 4]);
    expect(await faultOf(`${start}"4,5,6\n"7",8,9\n`)).toEqual(["text_after_quote", start.length]);
    expect(await faultOf(`${start}"4,5,6\n7,8,9\n10",11,12\n`)).toEqual(["swallowed_rows", start.length]);
    expect(await faultOf(`${start}4,5,"6\n7,8,9"\n`)).toEqual(["swallowed_rows", start.length + 4]);
    expect(await faultOf(`${start}4,"5,6\n7,8",9`)).toEqual(["swallowed_rows", start.length + 2]);
  });

  it("takes notes of several lines for notes, with separators too", async () => {
    expect(await guarded('a,b,c\n1,2,"one\ntwo, three"\n')).toBe('a,b,c\n1,2,"one two, three"\n');
    expect(await guarded('a,b,c\n1,"one, two\nthree",4\n')).toBe('a,b,c\n1,"one two three",4\n'.replace("one", "one,"));
  });

  it("lets title lines above the header use quotes as they like", async () => {
    const text = '"Báo cáo" tháng 8,,\na,b,c\n1,2,3\n';
    expect(await guarded(text, { skippedLines: 2 })).toBe(text);
  });
});
