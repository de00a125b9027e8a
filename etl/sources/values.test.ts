import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Job } from "../job.ts";
import { codeTextOf } from "../jobs/codeTextOf.ts";
import { countOf } from "../jobs/countOf.ts";
import { dayOf } from "../jobs/dayOf.ts";
import { monthOf } from "../jobs/monthOf.ts";
import { findJob } from "../jobs.ts";
import { dropLanding } from "../landing/dropLanding.ts";
import { createLandingTables, type LandingTables } from "../landing/landingTables.ts";
import { inspectFiles } from "../run/inspectFiles.ts";
import { landFiles } from "../run/landFiles.ts";
import { rulesOf } from "../testing/reportsTestBed.ts";
import { runTestBed, testConfig } from "../testing/runTestBed.ts";
import { type TypedRow, writeJson, writeParquet, writeSeparated, writeWorkbook } from "../testing/writeTables.ts";
import type { ColumnType } from "./columnType.ts";
import { matchColumns } from "./matchColumns.ts";

const fact = z.object({ fact: z.string() });

/** What a file gives: its facts, and how many rows broke which rule. */
interface Outcome {
  readonly facts: readonly string[];
  readonly rules: Readonly<Record<string, number>>;
}

interface ValueCase {
  readonly file: string;
  readonly job: string;
  readonly table: string;
  /** Columns of the job's facts. */
  readonly columns: string;
  readonly right: Outcome;
}

const administered = {
  ...{ job: "administered", table: "mart.fct_administered_reports" },
  columns: "place_key, report_date, cumulative_doses",
};
const resources = {
  ...{ job: "resources", table: "mart.fct_resources" },
  columns: "facility_code, month, doctors, nurses, updated_date",
};

const cases: readonly ValueCase[] = [
  {
    ...{ ...resources, file: "parquet-null-count.parquet" },
    right: {
      facts: ["CSN0 2022-05-01 12 30 2022-05-31", "CSN1 2022-05-01 -1 30 2022-05-31"],
      rules: { facility_unknown: 2, updated_date_assumed: 2 },
    },
  },
  {
    ...{ ...resources, file: "parquet-null-date.parquet" },
    right: {
      facts: ["CSN0 2022-05-01 -1 30 2022-05-28", "CSN1 2022-05-01 -1 30 2022-05-31"],
      rules: { facility_unknown: 2, updated_date_assumed: 1 },
    },
  },
  {
    ...{ ...resources, file: "json-null.json" },
    right: {
      facts: ["CSN1 2022-05-01 -1 3 2022-05-31"],
      rules: { facility_unknown: 1, updated_date_assumed: 1 },
    },
  },
  {
    ...{ ...resources, file: "parquet-float-1.125.parquet" },
    right: { facts: [], rules: { count_invalid: 1, facility_unknown: 1, updated_date_assumed: 1 } },
  },
  {
    ...{ ...resources, file: "json-decimal.json" },
    right: { facts: [], rules: { count_invalid: 1, facility_unknown: 1, updated_date_assumed: 1 } },
  },
  {
    ...{ ...resources, file: "parquet-timestamp-utc.parquet" },
    right: {
      facts: ["CSN1 2022-05-01 12 -1 2022-05-31"],
      rules: { facility_unknown: 1, updated_date_assumed: 1 },
    },
  },
  {
    ...{ ...resources, file: "ok-1904.xlsx" },
    right: {
      facts: ["CS0001 2022-05-01 12 30 2022-05-28", "CS0002 2022-05-01 12 30 2018-05-28"],
      rules: { facility_unknown: 2, updated_date_before_month: 1 },
    },
  },
  {
    ...{ ...resources, file: "case-twice.csv" },
    right: {
      facts: ["CS0001 2022-05-01 10 -1 2022-05-31"],
      rules: { duplicate_row: 2, facility_code_rewritten: 2, facility_unknown: 3, updated_date_assumed: 3 },
    },
  },
  {
    ...{ job: "facilities", table: "mart.dim_facilities", columns: "facility_code, name" },
    file: "code-TONG-read-as-total.xlsx",
    right: {
      facts: ["F1 Bệnh viện A", "F2 Cộng Hòa", "F3 Tổng cộng", "TONG Cộng Hòa"],
      rules: { commune_unknown: 4 },
    },
  },
  {
    ...{ ...administered, file: "counts.csv" },
    right: { facts: ["63200004 2022-02-04 1234"], rules: { number_ambiguous: 2 } },
  },
  {
    ...{ ...administered, file: "us-date.csv" },
    right: { facts: ["63200001 2022-12-02 100"], rules: { date_invalid: 1 } },
  },
  {
    ...{ ...administered, file: "nbsp-date-count.csv" },
    right: { facts: ["63200001 2021-08-04 5", "63200002 2021-08-04 5", "63200004 2021-08-04 5"], rules: {} },
  },
  {
    ...{ ...administered, file: "ampm-vi.csv" },
    right: { facts: ["63200001 2021-08-04 5", "63200002 2021-08-04 5", "63200004 2021-08-04 5"], rules: {} },
  },
  {
    ...{ ...administered, file: "quoted-total.csv" },
    right: {
      facts: [
        "63200001 2021-08-04 5",
        "63200002 2021-08-04 5",
        "63200004 2021-08-04 5",
        "63200006 2021-08-04 5",
        "63200008 2021-08-04 5",
        "63200010 2021-08-04 5",
        "63200011 2021-08-04 5",
        "63200012 2021-04-08 5",
        "63200014 2021-08-04 5",
      ],
      rules: { day_missing: 1 },
    },
  },
];

const casePath = (file: string): string => fileURLToPath(new URL(`../testing/cases/${file}`, import.meta.url));

const bed = runTestBed();

describe("values as files give them", () => {
  it.each(cases)("$file", async ({ file, job, table, columns, right }) => {
    // Each file is loaded as the first: what others say of the same day is no part of the case.
    await bed.warehouse.command("TRUNCATE TABLE ops.publications");
    const summary = await bed.run({ job: findJob(job), paths: [casePath(file)], asOf: "2022-12-31", batchCode: file });
    const facts = await bed.warehouse.query(
      `SELECT concatWithSeparator(' ', ${columns}) AS fact
       FROM ${table} WHERE load_id = {load:UInt64} ORDER BY fact`,
      { params: { load: summary.loadId ?? "0" }, schema: fact },
    );
    expect({ facts: facts.map((row) => row.fact), rules: rulesOf(summary) }).toEqual(right);
  });

  it("refuses unit-in-header.csv, whose amounts would be left out", async () => {
    const reading = bed.run({ job: findJob("payments"), paths: [casePath("unit-in-header.csv")], asOf: "2022-12-31" });
    await expect(reading).rejects.toThrow('gives its figures in the unit "so_tien (triệu đồng)"');
  });

  it("refuses rows whose unit, in a column that is not read, stands for more than one", async () => {
    const text = "ma_co_so,ngay,so_tien,don_vi_tinh\nA1,01/06/2022,5,triệu đồng\n";
    const reading = inspectFiles(findJob("payments"), [await bed.folder.write("units.csv", text)]);
    await expect(reading).rejects.toThrow('gives its figures in the unit "triệu đồng"');
  });

  it.each(["amount_million_vnd", "Amount (million VND)", "so_tien_trieu_dong"])("refuses the column %s", (name) => {
    const read = (): unknown =>
      matchColumns(
        findJob("payments"),
        ["facility_code", "date", name].map((each) => [each]),
        "f.csv",
      );
    expect(read).toThrow(`gives its figures in the unit "${name}"`);
  });
});

/** A job with a column of each type, which is only landed. */
const typedJob: Job = {
  ...{ name: "resources", rules: [] },
  columns: (["code", "count", "number", "day", "month", "text"] as const satisfies readonly ColumnType[]).map(
    (type) => ({
      ...{ name: `a_${type}`, type, aliases: [], required: false, description: { vi: type, en: type }, example: "" },
    }),
  ),
  cleanse: () => Promise.reject(new Error("only landed")),
};
const cells = z.record(z.string(), z.string());

type ParquetValues = Parameters<typeof parquetWriteBuffer>[0]["columnData"][number]["data"];

/** What SQL over the landing tables of a file gives. */
const fromLanded = async (path: string, sql: (tables: LandingTables) => string): Promise<z.infer<typeof cells>> => {
  const tables = await createLandingTables(bed.warehouse, typedJob, "1");
  const context = {
    ...{ warehouse: bed.warehouse, job: typedJob, tables, hashKey: testConfig.hashKey, asOf: "2022-12-31" },
    signal: new AbortController().signal,
  };
  try {
    await landFiles(context, await inspectFiles(typedJob, [path]), () => undefined);
    const [row] = await bed.warehouse.query(sql(tables), { schema: cells });
    return row ?? {};
  } finally {
    await dropLanding(bed.warehouse, "1");
  }
};

/** What the first row of a file is landed as, and read as. */
const landed = (path: string): Promise<z.infer<typeof cells>> =>
  fromLanded(
    path,
    ({ rows }) =>
      `SELECT *, toString(${countOf("a_count")}) AS count, toString(${dayOf("a_day")}) AS day, toString(${monthOf("a_month")}) AS month,
         ${codeTextOf("a_code")} AS code FROM (SELECT * EXCEPT (file_number, row_number, sample_label) FROM ${rows} WHERE row_number = 1)`,
  );

describe("values whose type the file knows", () => {
  const inParquet = async (columns: Parameters<typeof parquetWriteBuffer>[0]) =>
    landed(await bed.folder.write("typed.parquet", Buffer.from(parquetWriteBuffer(columns))));

  const given = (type: "INT32" | "BOOLEAN" | "DATE" | "TIMESTAMP_MILLIS", value: number | boolean | Date | null) => ({
    schema: [
      { name: "root", num_children: typedJob.columns.length },
      ...typedJob.columns.map(({ name }) => ({
        ...({ name, repetition_type: "OPTIONAL" } as const),
        ...(type === "DATE"
          ? ({ type: "INT32", converted_type: type } as const)
          : type === "TIMESTAMP_MILLIS"
            ? ({ type: "INT64", converted_type: type } as const)
            : { type }),
      })),
    ],
    columnData: typedJob.columns.map(({ name }) => ({ name, data: [value] })),
  });
  const none = "1970-01-01";
  it.each([
    ["a number", given("INT32", 5), { a_text: "5", code: "5", count: "5", a_number: "5", day: none, month: none }],
    [
      "a day",
      given("DATE", new Date("2022-04-30T00:00:00Z")),
      { a_text: "2022-04-30", code: "2022-04-30", count: "-2", day: "2022-04-30", month: "2022-04-01" },
    ],
    [
      "a moment",
      given("TIMESTAMP_MILLIS", new Date("2022-04-30T17:00:00Z")),
      { a_text: "2022-05-01 00:00:00.000", count: "-2", day: "2022-05-01", month: "2022-05-01" },
    ],
    ["a flag", given("BOOLEAN", true), { a_text: "true", count: "-2", day: none, month: none }],
    [
      "nothing",
      given("INT32", null),
      { a_text: "", code: "", count: "-1", a_number: "", a_day: "", day: none, a_month: "", month: none },
    ],
  ])("reads %s by the type of the column", async (_, content, read) => {
    expect(await inParquet(content)).toMatchObject(read);
  });

  it("reads whole numbers, fractions and decimals of Parquet as they are", async () => {
    const row = await inParquet({
      schema: [
        { name: "root", num_children: 3 },
        { name: "a_count", type: "INT32", converted_type: "UINT_16", repetition_type: "OPTIONAL" },
        {
          name: "a_number",
          type: "INT32",
          converted_type: "DECIMAL",
          precision: 9,
          scale: 3,
          repetition_type: "OPTIONAL",
        },
        { name: "a_code", type: "DOUBLE", repetition_type: "OPTIONAL" },
      ],
      columnData: [
        { name: "a_count", data: [1125, null] },
        { name: "a_number", data: [1.125, null] },
        { name: "a_code", data: [1001, null] },
      ],
    });
    expect(row).toMatchObject({ a_count: "1125", count: "1125", a_number: "1.1250", code: "1001" });
  });

  it("reads days and moments of Parquet as they are in Viet Nam, and local times as clocks show them", async () => {
    const utc = await inParquet({
      schema: [
        { name: "root", num_children: 3 },
        { name: "a_day", type: "INT32", converted_type: "DATE", repetition_type: "OPTIONAL" },
        { name: "a_month", type: "INT64", converted_type: "TIMESTAMP_MILLIS", repetition_type: "OPTIONAL" },
        {
          ...{ name: "a_text", type: "INT64", repetition_type: "OPTIONAL" },
          logical_type: { type: "TIMESTAMP", isAdjustedToUTC: false, unit: "MICROS" },
        },
      ],
      columnData: [
        { name: "a_day", data: [new Date("2022-04-30T00:00:00Z")] },
        { name: "a_month", data: [new Date("2022-04-30T17:00:00Z")] },
        { name: "a_text", data: [new Date("2022-04-30T17:00:00Z")] },
      ],
    });
    expect(utc).toMatchObject({ day: "2022-04-30", month: "2022-05-01" });
    expect(utc.a_text).toMatch(/^2022-04-30 17:00:00/);
  });

  const parquet = (columns: readonly { readonly name?: string; readonly of: object; readonly data: ParquetValues }[]) =>
    Buffer.from(
      parquetWriteBuffer({
        schema: [
          { name: "root", num_children: columns.length },
          ...columns.map(({ name = "a_text", of }) => ({ name, repetition_type: "OPTIONAL" as const, ...of })),
        ],
        columnData: columns.map(({ name = "a_text", data }) => ({ name, data })),
        statistics: false,
      }),
    );
  const fixed = (length: number) => ({ type: "FIXED_LEN_BYTE_ARRAY", type_length: length }) as const;

  it("reads every type of Parquet that has one value", async () => {
    const timestamp = (unit: string, isAdjustedToUTC: boolean) => ({
      ...{ type: "INT64", logical_type: { type: "TIMESTAMP", unit, isAdjustedToUTC } },
    });
    const may = new Date("2022-04-30T17:00:00Z");
    const types: readonly (readonly [of: object, value: unknown, column: string, text: string])[] = [
      [{ type: "INT32", converted_type: "TIME_MILLIS" }, 30_600_000, "a_text", "08:30:00.000"],
      [
        { type: "INT64", logical_type: { type: "TIME", unit: "MICROS", isAdjustedToUTC: false } },
        ...([30_600_000_000n, "a_count", "08:30:00.000000"] as const),
      ],
      [timestamp("NANOS", true), may, "a_day", "2022-05-01 00:00:00.000000000"],
      [timestamp("MICROS", true), may, "a_month", "2022-05-01 00:00:00.000000"],
      [timestamp("MILLIS", false), may, "a_code", "2022-04-30 17:00:00.000"],
    ];
    const names = types.map(([, , name]) => name);
    expect(new Set(names).size).toBe(types.length);
    const row = await landed(
      await bed.folder.write("types.parquet", parquet(types.map(([of, value, name]) => ({ name, of, data: [value] })))),
    );
    expect(row).toMatchObject({
      ...Object.fromEntries(types.map(([, , name, text]) => [name, text])),
      ...{ count: "-2", day: "2022-05-01", month: "2022-05-01" },
    });
    const other = await landed(
      await bed.folder.write(
        "other.parquet",
        parquet([
          { of: { ...fixed(16), logical_type: { type: "UUID" } }, data: ["00010203-0405-0607-0809-0a0b0c0d0e0f"] },
          { name: "a_count", of: { ...fixed(2), logical_type: { type: "FLOAT16" } }, data: [1.125] },
          { name: "a_number", of: { ...fixed(16), converted_type: "DECIMAL", precision: 38, scale: 3 }, data: [1.125] },
          { name: "a_code", of: { type: "BYTE_ARRAY", converted_type: "ENUM" }, data: ["A"] },
          { name: "a_day", of: { type: "INT32", converted_type: "DATE" }, data: [new Date("9999-12-31")] },
          { name: "a_month", of: { type: "DOUBLE" }, data: [5.202] },
        ]),
      ),
    );
    expect(other).toMatchObject({
      ...{ a_text: "00010203-0405-0607-0809-0a0b0c0d0e0f", count: "-2", a_number: "1.1250", code: "A" },
      ...{ a_day: "9999-12-31", day: none, month: none },
    });
  });

  it("refuses columns of the job whose type has no single value, by their names", async () => {
    const refused: readonly (readonly [of: object, value: unknown, type: string])[] = [
      [{ ...fixed(12), converted_type: "INTERVAL" }, new Uint8Array(12), "INTERVAL"],
      [{ type: "BYTE_ARRAY", converted_type: "JSON" }, { a: 1 }, "JSON"],
      [{ type: "BYTE_ARRAY", converted_type: "BSON" }, new Uint8Array(5), "BSON"],
    ];
    for (const [of, value, type] of refused) {
      const path = await bed.folder.write("refused.parquet", parquet([{ of, data: [value] }]));
      await expect(landed(path)).rejects.toThrow(`the column "a_text" is of the type ${type}`);
    }
    const lists = parquetWriteBuffer({
      schema: [
        { name: "root", num_children: 1 },
        { name: "a_text", converted_type: "LIST", repetition_type: "OPTIONAL", num_children: 1 },
        { name: "list", repetition_type: "REPEATED", num_children: 1 },
        { name: "element", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
      ],
      columnData: [{ name: "a_text", data: [["a", "b"]] }],
    });
    const path = await bed.folder.write("lists.parquet", Buffer.from(lists));
    await expect(landed(path)).rejects.toThrow('the column "a_text" is of the type LIST');
  });

  it("refuses Parquet whose text is not UTF-8", async () => {
    const text = { type: "BYTE_ARRAY" };
    const path = await bed.folder.write(
      "bytes.parquet",
      parquet([{ of: text, data: [Buffer.from("Nguy\u00ean", "latin1")] }]),
    );
    await expect(landed(path)).rejects.toThrow("Text in the Parquet file bytes.parquet is not UTF-8");
  });

  it("rejects rows that have a list, an object or no number for a value", async () => {
    const faults = async (name: string, content: Buffer | string) => {
      const row = await fromLanded(
        await bed.folder.write(name, content),
        ({ raw }) => `SELECT toString(arraySort(groupArray(row_number))) AS faults FROM ${raw} WHERE shape_fault = 3`,
      );
      return row.faults;
    };
    const doubles = { name: "a_code", of: { type: "DOUBLE" } };
    const singles = { name: "a_count", of: { type: "FLOAT" } };
    expect(await faults("singles.parquet", parquet([{ ...singles, data: [16_777_216, 123_456_789, null] }]))).toBe(
      "[2]",
    );
    expect(await faults("nan.parquet", parquet([{ ...doubles, data: [1, Number.NaN, null, Infinity] }]))).toBe("[2,4]");
    const rows = [
      { a_code: ["1"] },
      { a_code: "[1]" },
      { a_count: {}, z: [1] },
      { a_count: 5, z: {} },
      { a_count: [1, "a", {}] },
    ];
    expect(await faults("lists.json", JSON.stringify(rows))).toBe("[1,3,5]");
  });

  it("reads the timestamps of older programs (INT96), and a column written as a dictionary", async () => {
    const noon = Buffer.alloc(12);
    // Nanoseconds of the day, then the Julian day: 18:00 UTC on 30 April 2022.
    noon.writeBigUInt64LE(64_800_000_000_000n, 0);
    noon.writeUInt32LE(2_459_700, 8);
    const bytes = Buffer.from(
      parquetWriteBuffer({
        schema: [
          { name: "root", num_children: 2 },
          { name: "a_day", type: "FIXED_LEN_BYTE_ARRAY", type_length: 12, repetition_type: "REQUIRED" },
          { name: "a_code", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
        ],
        columnData: [
          { name: "a_day", data: Array.from({ length: 60 }, () => new Uint8Array(noon)), encoding: "PLAIN" },
          { name: "a_code", data: Array.from({ length: 60 }, () => "cs0001\u00a0") },
        ],
        statistics: false,
      }),
    );
    // The writer does not know INT96 (type 3), whose values look like fixed ones (type 7) of twelve bytes.
    const footer = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8);
    for (let at = footer; at < bytes.length - 8; at++) {
      if (bytes[at] === 0x15 && bytes[at + 1] === 0x0e) bytes[at + 1] = 0x06;
    }
    expect(await landed(await bed.folder.write("int96.parquet", bytes))).toMatchObject({
      day: "2022-05-01",
      code: "CS0001",
    });
  });

  it("keeps a number of JSON apart from a text, and nothing from both", async () => {
    const write = (row: object) => bed.folder.write("row.ndjson", `${JSON.stringify(row)}\n`);
    const one = await landed(
      await write({ a_count: 1.125, a_number: 1e3, a_code: 1001, a_day: null, a_month: "5/2022" }),
    );
    expect(one).toMatchObject({ count: "-2", a_number: "1000", code: "1001", a_day: "", month: "2022-05-01" });
    const other = await landed(await write({ a_count: "1.125", a_number: true, a_day: "2022-04-30T17:00:00Z" }));
    expect(other).toMatchObject({ count: "1125", a_number: "true", day: "2022-05-01" });
    const month = await landed(await write({ a_month: 5.2022, a_code: 1.003, a_day: "2107-01-01" }));
    expect(month).toMatchObject({ month: "1970-01-01", code: "1.003", day: "1970-01-01" });
    expect(await landed(await write({ a_month: 202205 }))).toMatchObject({ month: "2022-05-01" });
    const none = await landed(await write({ a_count: null, a_number: null, a_code: null, a_day: null }));
    expect(none).toMatchObject({ count: "-1", a_number: "", code: "", day: "1970-01-01" });
  });
});

describe("marks in numbers", () => {
  const column = async (...numbers: readonly string[]): Promise<string[]> => {
    const path = await bed.folder.write(
      "numbers.csv",
      `a_count;a_code\n${numbers.map((text) => `${text};x\n`).join("")}`,
    );
    const tables = await createLandingTables(bed.warehouse, typedJob, "2");
    const context = {
      ...{ warehouse: bed.warehouse, job: typedJob, tables, hashKey: testConfig.hashKey, asOf: "2022-12-31" },
      signal: new AbortController().signal,
    };
    await landFiles(context, await inspectFiles(typedJob, [path]), () => undefined);
    const rows = await bed.warehouse.query(
      `SELECT toString(${countOf("a_count")}) AS fact FROM ${tables.rows} ORDER BY row_number`,
      {
        schema: fact,
      },
    );
    await dropLanding(bed.warehouse, "2");
    return rows.map((row) => row.fact);
  };

  it.each<readonly [numbers: readonly string[], read: readonly string[]]>([
    [
      ["1.234", "12", "1.234.567"],
      ["1234", "12", "1234567"],
    ],
    [
      ["1,234", "12,345,678"],
      ["1234", "12345678"],
    ],
    [
      ["1.234", "1234,00", "1.234,00"],
      ["1234", "1234", "1234"],
    ],
    [
      ["1,234", "1234,00"],
      ["-3", "1234"],
    ],
    [
      ["1.234", "0.500"],
      ["-3", "-3"],
    ],
    [
      ["1.234", "1.5"],
      ["-3", "-2"],
    ],
    [
      ["1.234", "1,234"],
      ["-3", "-3"],
    ],
    [
      ["1.234", "1.234,567"],
      ["1234", "-3"],
    ],
    [
      ["1 234", "1\u00a0234\u00a0567", "5\u00a0", "\u00a0"],
      ["1234", "1234567", "5", "-1"],
    ],
    [
      ["1.2345", "12.34.567", "1.23e5", "-5", "0"],
      ["-2", "-2", "-2", "-2", "0"],
    ],
  ])("%j", async (numbers, read) => {
    expect(await column(...numbers)).toEqual(read);
  });
});

describe("one table in every format", () => {
  const day = fc
    .integer({ min: Date.UTC(2022, 0, 1) / 86_400_000, max: Date.UTC(2022, 11, 31) / 86_400_000 })
    .map((number) => new Date(number * 86_400_000));
  const count = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 2_000_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 3999 }).map((eighths) => eighths / 8) },
    { weight: 2, arbitrary: fc.constant(null) },
  );
  const code = fc.stringMatching(/^[0A-Z][A-Z0-9]{3}[ \u00a0]?$/);
  const table = fc
    .array(
      fc.record({
        ...{ facility_code: code, month: fc.constantFrom("05/2022", "2022-06", "tháng 7/2022", "13/2022") },
        ...{ updated_date: fc.option(day, { freq: 4 }), doctors: count, nurses: count, beds_actual: count },
      }),
      { minLength: 20, maxLength: 60 },
    )
    .map((rows): TypedRow[] => rows);

  const load = async (name: string, content: string | Buffer): Promise<unknown> => {
    const path = await bed.folder.write(name, content);
    await bed.warehouse.command("TRUNCATE TABLE ops.publications");
    const {
      read,
      byRule,
      loadId = "0",
    } = await bed.run({
      job: findJob("resources"),
      paths: [path],
      asOf: "2022-12-31",
      batchCode: name,
      mayShrink: true,
    });
    const facts = await bed.warehouse.query(
      `SELECT concatWithSeparator(' ', facility_code, month, updated_date, doctors, nurses, beds_actual) AS fact
       FROM mart.fct_resources WHERE load_id = {load:UInt64} ORDER BY fact`,
      { params: { load: loadId }, schema: fact },
    );
    return {
      read,
      rules: byRule.map(({ code: rule, rows }) => `${rule} ${rows}`),
      facts: facts.map((row) => row.fact),
    };
  };

  it("loads to the same facts and breaks the same rules", { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom("", ".", ",", " "), async (rows, thousands) => {
        const csv = await load("table.csv", writeSeparated(rows, ";", { thousands }));
        expect(await load("table.tsv", writeSeparated(rows, "\t", { thousands }))).toEqual(csv);
        expect(await load("table.json", writeJson(rows))).toEqual(csv);
        expect(await load("table.parquet", writeParquet(rows))).toEqual(csv);
        expect(await load("table.xlsx", await writeWorkbook(rows))).toEqual(csv);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });
});
