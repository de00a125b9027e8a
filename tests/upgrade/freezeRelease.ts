import { readFile } from "node:fs/promises";
import { z } from "zod";
import { describeError } from "../../warehouse/describeError.ts";
import { releaseMigrations } from "../../warehouse/releasedMigrations.ts";
import { openTestWarehouse } from "../../warehouse/testing/openTestWarehouse.ts";
import { loadGolden } from "../golden/loadGolden.ts";
import { writeRows } from "./warehouseRows.ts";

// When a release is made: writes down its migrations, and what a warehouse of this version holds, so that upgrades from it
// can be tested for ever. The version is that of package.json.
const packageFile = z.object({ version: z.string() });

try {
  const { version } = packageFile.parse(
    JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8")),
  );
  await releaseMigrations(version);
  const warehouse = await openTestWarehouse();
  try {
    await loadGolden(warehouse);
    await writeRows(warehouse, version);
  } finally {
    await warehouse.close();
  }
  process.stdout.write(`${version}: migrations and rows are written down; commit them\n`);
} catch (error) {
  process.stderr.write(describeError(error));
  process.exitCode = 1;
}
