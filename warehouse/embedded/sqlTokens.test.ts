import { expect, test } from "vitest";
import { sqlTokens } from "./sqlTokens.ts";

const kinds = (sql: string) => [...sqlTokens(sql)].map(({ kind, text }) => `${kind}:${text}`);

test("leaves out comments and blanks", () => {
  expect(kinds("SELECT /* a 'b */ 1 -- c\n, x#! d\n")).toEqual(["word:SELECT", "word:1", "punct:,", "word:x"]);
});

test("takes a quoted text whole, with escapes and doubled quotes", () => {
  expect(kinds(`'a\\'b' 'c''d' "e f" \`g\\\`h\``)).toEqual([
    "string:'a\\'b'",
    "string:'c''d'",
    'quoted:"e f"',
    "quoted:`g\\`h`",
  ]);
});

test("takes a heredoc as a string", () => {
  expect(kinds("$x$ it's ; $x$ ;")).toEqual(["string:$x$ it's ; $x$", "punct:;"]);
});

test("says when a text has not ended", () => {
  expect(kinds("SELECT 'abc")).toEqual(["word:SELECT", "unterminated:'abc"]);
});

test("does not take the second byte of à for a space", () => {
  const text = Buffer.from("SELECT `Hà Nội`, à").toString("latin1");
  expect(kinds(text)).toHaveLength(4);
});
