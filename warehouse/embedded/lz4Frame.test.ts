import { expect, test } from "vitest";
import { lz4Blocks } from "./lz4Frame.ts";

test("cuts data into stored blocks with their sizes", () => {
  const data = Buffer.alloc(4 * 1024 * 1024 + 3, 7);
  const pieces = [...lz4Blocks(data)];
  expect(pieces).toHaveLength(4);
  expect(pieces[0]?.readUInt32LE()).toBe((0x80000000 | (4 * 1024 * 1024)) >>> 0);
  expect(pieces[2]?.readUInt32LE()).toBe(0x80000003);
  expect(Buffer.concat(pieces.filter((_, index) => index % 2 === 1)).equals(data)).toBe(true);
});

test("no data, no block: an empty block would end the frame", () => {
  expect([...lz4Blocks(Buffer.alloc(0))]).toEqual([]);
});
