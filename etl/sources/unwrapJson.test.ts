import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { TextFault } from "./TextFault.ts";
import { unwrapJson } from "./unwrapJson.ts";

const unwrap = async (text: string, start: number, size: number): Promise<string> => {
  const bytes = Buffer.from(text);
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
  const parts: Buffer[] = [];
  for await (const part of Readable.from(chunks).pipe(unwrapJson(start))) parts.push(part);
  return Buffer.concat(parts).toString();
};

const faultOf = async (text: string, start: number, size: number): Promise<TextFault["kind"] | undefined> => {
  const error = await unwrap(text, start, size).catch((caught: unknown) => caught);
  return error instanceof TextFault ? error.kind : undefined;
};

const page = '{"meta":{"a":"]}"},"data":[{"x":"[1]","y":[2]},{"x":"\\""}],"next":{"b":[3]}}';
const start = page.indexOf('[{"x"');
const sizes = [1, 7, 1000];

it("passes the array on and nothing else, however the text comes", async () => {
  for (const size of sizes) expect(await unwrap(`${page}\n`, start, size)).toBe('[{"x":"[1]","y":[2]},{"x":"\\""}]');
});

it("refuses a second object behind the first, whose records would be left out", async () => {
  for (const size of sizes) expect(await faultOf(`${page}\n${page}`, start, size)).toBe("json_goes_on");
});

it("refuses text that ends before its object does", async () => {
  for (const size of sizes) {
    expect(await faultOf(page.slice(0, -1), start, size)).toBe("json_cut");
    expect(await faultOf(page.slice(0, start + 9), start, size)).toBe("json_cut");
  }
});
