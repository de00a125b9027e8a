import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { reportColumns } from "../testing/workbookTestBed.ts";
import { cutBytes } from "./cutBytes.ts";
import { findJsonRecords } from "./findJsonRecords.ts";
import { type JsonLayout, scanJson } from "./scanJson.ts";

const chunksOf = (text: string, size: number): Readable => {
  const bytes = Buffer.from(text);
  return Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    ),
  );
};

/** The layout of a text, which is the same however the text comes. */
const scan = async (text: string): Promise<JsonLayout> => {
  const whole = await scanJson(chunksOf(text, 100_000));
  for (const size of [1, 7]) expect(await scanJson(chunksOf(text, size))).toEqual(whole);
  return whole;
};

const kindsIn = ({ keys }: Pick<JsonLayout, "keys">) =>
  Object.fromEntries([...keys].map(([key, { kinds }]) => [key, [...kinds].join(" ")]));

const page = '{"meta":{"a":"]}"},"data":[{"x":"[1]","y":[2]},{"x":"\\""}],"next":{"b":[3]}}';

describe("what a JSON file is made of", () => {
  it("tells every key of every record, and what its values are", async () => {
    const rows = '{"a":1,"b":"x"}\n{"a":null,"b":{"c":[{"d":1}]}}\r\n{"\\u0061":-2.5,"é\\"":true , "b" : [ ] }';
    for (const text of [rows, `\uFEFF[${rows.replaceAll("\n", ",")}]`]) {
      const layout = await scan(text);
      expect(kindsIn(layout)).toEqual({ a: "number null", b: "text object array", 'é"': "flag" });
      expect(layout.keys.get("b")?.structures).toEqual([2, 3]);
      expect(layout).toMatchObject({ arrays: [], isCut: false });
    }
  });

  it("finds the arrays of records inside the first object, and what stands beside them", async () => {
    const layout = await scan(
      `{"unit":"người","a":{"b":[{"x":"1"},{"y":2}]},"c":[1,{"z":[{"q":1}]}],"d":[],"e":["f"]}`,
    );
    expect(layout.arrays.map((array) => [array.name, array.count, kindsIn(array)])).toEqual([
      ["b", 2, { x: "text", y: "number" }],
      ["c", 1, { z: "array" }],
    ]);
    expect(layout.texts).toEqual(["người"]);
  });

  it("gives an array's bytes, of which that and nothing else is passed on", async () => {
    const [array] = (await scan(page)).arrays;
    for (const size of [1, 7, 1000]) {
      const parts: Buffer[] = [];
      for await (const part of chunksOf(`${page}\n`, size).pipe(cutBytes(array ?? { start: 0, end: 0 })))
        parts.push(part);
      expect(Buffer.concat(parts).toString()).toBe('[{"x":"[1]","y":[2]},{"x":"\\""}]');
    }
  });

  it("tells where a second object begins behind the first, whose records would be left out", async () => {
    expect((await scan(`${page}\n`)).next).toBeUndefined();
    expect((await scan(`${page}\n${page}`)).next).toBe(page.length + 1);
    expect(await scan('[{"a":1}]\n[{"a":2}]')).toMatchObject({ isArray: true, next: 10 });
  });

  it("tells a text that ends before its object does", async () => {
    expect((await scan(page)).isCut).toBe(false);
    for (const end of [-1, -9, 25, 40]) expect((await scan(page.slice(0, end))).isCut).toBe(true);
  });
});

describe("which of them are a job's records", () => {
  const find = async (content: object) => findJsonRecords(await scan(JSON.stringify(content)), reportColumns, "f.json");
  const row = { facility_code: "1", month: "2022-06", doctors: 3 };

  it("takes the one array that has what a file must have, and says what it leaves out", async () => {
    const found = await find({ thang: "2022-06", ten_tinh: "Hà Nội", errors: [{ doctors: 1 }], rows: [row] });
    expect(found.array?.name).toBe("rows");
    expect(found.warnings.map(({ en }) => en)).toEqual([
      'The array "errors" (1 records) has other keys and was not read',
      '"ten_tinh" stands outside the array of records and was not read',
    ]);
  });

  it("refuses two that both have it, by their names", async () => {
    await expect(find({ ha_noi: [row], meta: [{ a: 1 }], hai_phong: [row] })).rejects.toThrow(
      'has two arrays of records: "ha_noi" and "hai_phong"',
    );
    await expect(find({ ...row, sites: [row] })).rejects.toThrow('has an array of records inside, "sites"');
  });

  it("refuses a unit of thousands or millions that stands beside them", async () => {
    await expect(find({ don_vi_tinh: "nghìn người", rows: [row] })).rejects.toThrow('in the unit "nghìn người"');
  });
});
