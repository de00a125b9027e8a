import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { applyMigrations, prepareLedger, readPendingMigrations } from "../../warehouse/applyMigrations.ts";
import { migrate } from "../../warehouse/migrate.ts";
import { migrationsFolder } from "../../warehouse/migrationFiles.ts";
import { type Releases, readReleasedMigrations } from "../../warehouse/releasedMigrations.ts";
import { openTestWarehouse, type TestWarehouse } from "../../warehouse/testing/openTestWarehouse.ts";
import { loadGolden } from "../golden/loadGolden.ts";
import { restoreRows } from "./warehouseRows.ts";

const released = await readReleasedMigrations();

/** Migrations of a version and of those before it; they stand in the list in the order of their release. */
const migrationsUntil = (version: string, releases: Releases): string[] =>
  Object.entries(releases)
    .slice(0, Object.keys(releases).indexOf(version) + 1)
    .flatMap(([, migrations]) => Object.keys(migrations));

describe.each(Object.keys(released))("a warehouse of version %s", (version) => {
  let warehouse: TestWarehouse;
  let folder: string;
  beforeAll(async () => {
    warehouse = await openTestWarehouse({ migrated: false });
    folder = await mkdtemp(join(tmpdir(), "upgrade-"));
    for (const name of migrationsUntil(version, released)) {
      await copyFile(join(migrationsFolder, `${name}.sql`), join(folder, `${name}.sql`));
    }
    await prepareLedger(warehouse);
    await applyMigrations(warehouse, folder);
    await restoreRows(warehouse, version);
    await migrate(warehouse);
  });
  afterAll(async () => {
    await warehouse.close();
    await rm(folder, { recursive: true, force: true });
  });

  const figures = async (day: string): Promise<unknown> => {
    const rows = await warehouse.query(
      `SELECT sum(doses_administered) AS administered, sum(doses_recorded) AS recorded, sumIf(subjects_sent, state = 'right') AS verified,
         sum(certificates_signed) AS signed, sum(population) AS people
       FROM mart.agg_vaccination_by_day
       WHERE grain = 'province' AND day <= {day:Date} AND load_id IN (SELECT load_id FROM mart.published_loads)`,
      { params: { day }, schema: z.record(z.string(), z.number()) },
    );
    return rows[0];
  };
  // Counted by hand in tests/golden/README.md.
  const expected = { administered: 25, recorded: 23, verified: 5, signed: 2, people: 3000 };

  it("becomes one of this version, and keeps its figures", async () => {
    expect(await readPendingMigrations(warehouse)).toEqual([]);
    expect(await figures("2022-06-30")).toEqual(expected);
    expect(await figures("2022-03-24")).toMatchObject({ administered: 18, recorded: 18, verified: 1, signed: 0 });
  });

  it("knows its batches: the same files again change nothing, in figures or places", async () => {
    const summaries = await loadGolden(warehouse);
    // A batch that was corrected is told wrong and corrected again.
    expect(summaries.filter(({ status }) => status === "unchanged").length).toBeGreaterThanOrEqual(8);
    expect(await figures("2022-06-30")).toEqual(expected);
    const places = await warehouse.query(
      "SELECT DISTINCT dictGet('mart.places', 'then_province_name', place_key) AS name FROM mart.fct_doses WHERE place_key < 63200000 ORDER BY name",
      { schema: z.object({ name: z.string() }) },
    );
    expect(places).toEqual([{ name: "Hà Nội" }, { name: "Hồ Chí Minh" }]);
  });
});
