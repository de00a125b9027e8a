import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";
import type { Warehouse } from "../../warehouse/Warehouse.ts";

/** What a warehouse held when a version was released: a line for each row of each table, without reference data. */
const line = z.object({ table: z.string().regex(/^[a-z]+\.[a-z_]+$/), row: z.record(z.string(), z.unknown()) });

const pathOf = (version: string): URL => new URL(`./${version}.ndjson`, import.meta.url);

/** Tables whose rows `migrate` writes. */
const writtenByMigrate = [
  ...["migrations", "reference_loads", "dim_structures", "dim_areas", "dim_area_mappings", "dim_places"],
  ...["dim_vaccines", "dim_campaigns", "dim_codes", "dim_sources"],
];

/** Writes the rows of a warehouse beside this file. */
export const writeRows = async (warehouse: Warehouse, version: string): Promise<void> => {
  const tables = await warehouse.query(
    `SELECT concat(database, '.', held.name) AS name FROM system.tables AS held
     WHERE database IN ('mart', 'ops') AND engine LIKE '%MergeTree' AND total_rows > 0
       AND held.name NOT IN {written:Array(String)} AND NOT match(held.name, '_lock(_of_|$)') ORDER BY name`,
    { params: { written: writtenByMigrate }, schema: z.object({ name: z.string() }) },
  );
  const lines: string[] = [];
  for (const { name } of tables) {
    const rows = await warehouse.query(`SELECT * FROM ${name}`, {
      schema: z.record(z.string(), z.unknown()),
      // Keys of people are larger than a number of JavaScript holds.
      settings: { output_format_json_quote_64bit_integers: 1 },
    });
    lines.push(...rows.map((row) => JSON.stringify({ table: name, row })).sort());
  }
  await writeFile(pathOf(version), `${lines.join("\n")}\n`);
};

/** Writes a released version's rows into a warehouse that has the migrations of that version. */
export const restoreRows = async (warehouse: Warehouse, version: string): Promise<void> => {
  const lines = (await readFile(pathOf(version), "utf8")).trimEnd().split("\n");
  const byTable = new Map<string, string[]>();
  for (const { table, row } of lines.map((text) => line.parse(JSON.parse(text)))) {
    byTable.set(table, [...(byTable.get(table) ?? []), JSON.stringify(row)]);
  }
  for (const [table, own] of byTable) {
    await warehouse.insertStream(`INSERT INTO ${table} FORMAT JSONEachRow`, [Buffer.from(own.join("\n"))]);
  }
};
