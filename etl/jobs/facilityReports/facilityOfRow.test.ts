import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../../../warehouse/testing/openTestWarehouse.ts";
import { facilityOfRow } from "./facilityOfRow.ts";

let warehouse: TestWarehouse;
const context = (run: string) => ({
  warehouse,
  landingTable: "landing.rows",
  landingPrefix: `landing.${run}_`,
  dataset: "real" as const,
  signal: new AbortController().signal,
});

const publish = (number: number, load: number, batch: string, dataset = "real", isWithdrawal = false) =>
  warehouse.command(
    `INSERT INTO ops.publications (publication_number, load_id, job, batch_code, dataset, is_withdrawal)
     VALUES (${number}, ${load}, 'facilities', '${batch}', '${dataset}', ${isWithdrawal})`,
  );
const list = (load: number, ...rows: readonly string[]) =>
  warehouse.command(
    `INSERT INTO mart.dim_facilities (load_id, facility_code, place_key, valid_from, valid_to)
     VALUES ${rows.map((row) => `(${load}, ${row})`).join(", ")}`,
  );

beforeAll(async () => {
  warehouse = await openTestWarehouse();
  // Moves on 2022-04-01; closes after 2022-05-31; is in two lists, of which the later counts.
  await list(1, "'MOVES', 63000004, '1970-01-01', '2022-03-31'", "'MOVES', 63000007, '2022-04-01', '2149-06-06'");
  await list(1, "'CLOSED', 63000004, '2022-02-01', '2022-05-31'", "'TWICE', 63000004, '1970-01-01', '2149-06-06'");
  await list(2, "'TWICE', 63000007, '1970-01-01', '2149-06-06'");
  await list(3, "'SAMPLE', 63000004, '1970-01-01', '2149-06-06'");
  await list(4, "'GONE', 63000004, '1970-01-01', '2149-06-06'");
  await publish(1, 2, "second");
  await publish(2, 1, "first");
  await publish(3, 3, "sample", "sample");
  await publish(4, 4, "gone");
  await publish(5, 5, "gone", "real", true);
  await warehouse.command(
    `CREATE TABLE landing.rows (n UInt8, facility_code String, commune_code String, province_code String, province_name String, day Date)
     ENGINE = Memory`,
  );
});
afterAll(() => warehouse.close());

const row = z.object({ code: z.string(), isKnown: z.boolean(), place: z.number() });
let run = 0;
const placesOf = async (...rows: readonly string[]) => {
  await warehouse.command("TRUNCATE TABLE landing.rows");
  await warehouse.command(`INSERT INTO landing.rows VALUES ${rows.map((each, n) => `(${n}, ${each})`).join(", ")}`);
  run += 1;
  const facility = await facilityOfRow(context(`run${run}`));
  const found = await warehouse.query(
    `SELECT facility AS code, toBool(${facility.isKnown("day")}) AS isKnown, ${facility.placeKey("day")} AS place
     FROM ${facility.rows} ORDER BY n`,
    { params: facility.params, schema: row },
  );
  return found.map(({ code, isKnown, place }) => [code, isKnown, place]);
};

describe("facilityOfRow", () => {
  it("places a facility where it lay on the day", async () => {
    expect(
      await placesOf(
        "' MOVES ', '', '', '', '2022-03-31'",
        "'MOVES', '', '', '', '2022-04-01'",
        "'MOVES', '', '79', '', '2026-01-01'",
      ),
    ).toEqual([
      ["MOVES", true, 63_000_004],
      ["MOVES", true, 63_000_007],
      ["MOVES", true, 63_000_007],
    ]);
  });

  it("knows a facility only while a list has it in force, and then takes the row's own columns first", async () => {
    expect(
      await placesOf(
        "'CLOSED', '', '', '', '2022-05-31'",
        "'CLOSED', '', '', '', '2022-06-01'",
        "'CLOSED', '', '', '', '2022-01-31'",
        "'CLOSED', '00001', '', '', '2022-06-01'",
      ),
    ).toEqual([
      ["CLOSED", true, 63_000_004],
      ["CLOSED", false, 63_000_004],
      ["CLOSED", false, 63_000_004],
      ["CLOSED", false, 63_000_001],
    ]);
  });

  it("reads the lists in force of the run's dataset, the one published last first", async () => {
    expect(
      await placesOf(
        "'TWICE', '', '', '', '2022-05-31'",
        "'SAMPLE', '', '', '', '2022-05-31'",
        "'GONE', '', '', '', '2022-05-31'",
      ),
    ).toEqual([
      ["TWICE", true, 63_000_004],
      ["SAMPLE", false, 63_300_000],
      ["GONE", false, 63_300_000],
    ]);
  });

  it("places an unknown facility by its row in the structure of the day, else by its code, else nowhere", async () => {
    expect(
      await placesOf(
        "'X', '4', '', '', '2022-05-31'",
        "'X', '00004', '', '', '2025-07-01'",
        "'X', '', '', 'tỉnh Hà Giang', '2022-05-31'",
        "'X', '', '79', '', '2025-07-01'",
        "'79012', '', '', '', '2025-07-01'",
        "'02012', '', '', '', '2022-05-31'",
        "'03012', '', '', '', '2022-05-31'",
        "'', '', '', '', '2025-07-01'",
        "'X''\\\\x', '99999', 'x', 'Atlantis', '2000-01-01'",
      ),
    ).toEqual([
      ["X", false, 63_000_004],
      ["X", false, 34_000_004],
      ["X", false, 63_200_002],
      ["X", false, 34_200_079],
      ["79012", false, 34_200_079],
      ["02012", false, 63_200_002],
      ["03012", false, 63_300_000],
      ["", false, 34_300_000],
      ["X'\\X", false, 63_300_000],
    ]);
  });

  it("finds its way among many facilities and rows", async () => {
    await warehouse.command(
      `INSERT INTO mart.dim_facilities (load_id, facility_code, place_key, valid_from)
       SELECT 6, concat('F', toString(number)), 63000004, toDate('2020-01-01') FROM numbers(75000)`,
    );
    await publish(6, 6, "many");
    await warehouse.command("TRUNCATE TABLE landing.rows");
    await warehouse.command(
      `INSERT INTO landing.rows
       SELECT 0, concat('F', toString(number % 76000)), '', toString(number % 99), '', toDate('2022-01-01') FROM numbers(152000)`,
    );
    const facility = await facilityOfRow(context("many"));
    const [counts] = await warehouse.query(
      `SELECT count() AS rows, countIf(${facility.isKnown("day")}) AS known, countIf(${facility.placeKey("day")} = 63000004) AS placed
       FROM ${facility.rows}`,
      { params: facility.params, schema: z.object({ rows: z.number(), known: z.number(), placed: z.number() }) },
    );
    expect(counts).toEqual({ rows: 152_000, known: 150_000, placed: 150_000 });
  });
});
