import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../../../warehouse/testing/openTestWarehouse.ts";
import { isSharedHere, sharedFile } from "../../../warehouse/testing/sharedData.ts";
import { runJob } from "../../run/runJob.ts";
import { publishTestLoad, readRollup } from "../../testing/publicationTestBed.ts";
import { areasJob } from "./areasJob.ts";

const table = sharedFile("data/admin/official_conversion_table.xlsx");

let warehouse: TestWarehouse;
let folder: string;
beforeAll(async () => {
  warehouse = await openTestWarehouse();
  folder = await mkdtemp(join(tmpdir(), "areas-"));
});
afterAll(() => warehouse.close());

const load = (path: string, isDryRun = false) =>
  runJob(
    { job: areasJob, paths: [path], asOf: "2026-11-22", isDryRun },
    { warehouse, config: { hashKey: { k0: "1", k1: "2" }, rejectsKey: "0".repeat(64) } },
  );
const loadText = async (name: string, lines: readonly string[], isDryRun = false) => {
  const path = join(folder, name);
  await writeFile(path, `${lines.join("\n")}\n`);
  return load(path, isDryRun);
};
const rulesOf = (summary: Awaited<ReturnType<typeof load>>) =>
  Object.fromEntries(summary.byRule.map(({ code, rows }) => [code, rows]));
const place = async (key: number): Promise<unknown> =>
  (await warehouse.query(`SELECT * FROM mart.dim_places FINAL WHERE place_key = ${key}`, { schema: z.unknown() }))[0];

const unitHeader = "dia_gioi,cap,ma,ten,ma_cap_tren,tu_ngay";
const stepHeader = "dia_gioi_cu,cap_cu,ma_cu,dia_gioi_moi,ma_moi,nhap_toan_bo,don_vi_chinh";

describe("areas", () => {
  it.skipIf(!isSharedHere)(
    "compares the official conversion table with the units loaded, changing nothing in a dry run",
    async () => {
      const before = await place(63_000_004);
      const summary = await load(table.pathname, true);
      expect(summary.status).toBe("dry_run");
      expect(summary.read).toBe(summary.accepted + summary.rejected);
      // The coastal flat of Kim Sơn district has no old code.
      expect(rulesOf(summary).row_kind_unclear).toBe(1);
      expect(rulesOf(summary)).toMatchInlineSnapshot(`
        {
          "mapping_changed": 7,
          "mapping_dropped": 4,
          "mapping_new": 3,
          "row_kind_unclear": 1,
        }
      `);
      expect(await place(63_000_004)).toEqual(before);
    },
  );

  it("renames a unit from a day on, and keeps its earlier name", async () => {
    const summary = await loadText("rename.csv", [unitHeader, "34,commune,00004,Phường Ba Đình Mới,01,01/03/2027"]);
    expect(rulesOf(summary)).toEqual({ unit_renamed: 1 });
    const names = await warehouse.query(
      `SELECT full_name AS name, toString(valid_to) AS until FROM mart.dim_areas FINAL
       WHERE structure_code = 34 AND area_code = '00004' ORDER BY valid_from`,
      { schema: z.unknown() },
    );
    expect(names).toEqual([
      { name: "Phường Ba Đình", until: "2027-02-28" },
      { name: "Phường Ba Đình Mới", until: "2149-06-06" },
    ]);
    expect(await place(34_000_004)).toMatchObject({ then_commune_name: "Phường Ba Đình Mới" });
    expect(await place(63_000_004)).toMatchObject({ now_commune_name: "Phường Ba Đình Mới" });
  });

  it("gives an old unit other successors", async () => {
    const summary = await loadText("steps.csv", [
      stepHeader,
      "63,commune,00004,34,00004,0,0",
      "63,commune,00004,34,00008,0,1",
    ]);
    expect(rulesOf(summary)).toEqual({ mapping_changed: 1, mapping_new: 1 });
    expect(await place(63_000_004)).toMatchObject({ now_commune_code: "00008", mapping: "assigned" });
  });

  it("moves the sums of a commune that turns out to lie in another province", async () => {
    await publishTestLoad(warehouse, {
      job: "administered",
      batchCode: "reports",
      loadId: 5,
      dataset: "real",
      rows: [
        {
          place_key: 63_000_004,
          report_date: "2022-03-01",
          dose_number: 0,
          cumulative_doses: 9,
          file_name: "f",
          row_number: 1,
        },
      ],
    });
    const summary = await loadText("move.csv", [unitHeader, "63,commune,00004,Phường Trúc Bạch,760,"]);
    expect(rulesOf(summary)).toEqual({ unit_renamed: 1 });
    const rows = await readRollup(warehouse, "real", "province");
    expect(rows.map(({ key, measures }) => [key.split("|")[0], measures[0]])).toEqual([["63200079", 9]]);
  });

  it("takes a later reform in: a structure, its units and the steps to them", async () => {
    const summary = await loadText("reform.csv", [
      `${unitHeader},${stepHeader}`,
      "10,nation,,Địa giới từ 2030,,01/01/2030,,,,,,,",
      "10,province,01,Thành phố Hà Nội,,,,,,,,,",
      "10,commune,00001,Phường Một,01,,,,,,,,",
      ",,,,,,34,commune,00004,10,00001,1,1",
      ",,,,,,63,commune,00001,10,00001,1,1",
    ]);
    expect(rulesOf(summary)).toEqual({ unit_new: 3, mapping_new: 2 });
    expect(await place(34_000_004)).toMatchObject({
      now_commune_code: "00001",
      now_commune_name: "Phường Một",
      mapping: "exact",
    });
    expect(await place(10_200_001)).toMatchObject({ then_province_name: "Hà Nội", then_commune_code: "01?" });
    expect(await place(10_300_000)).toMatchObject({ then_province_code: "?" });
  });

  it("rejects what it cannot place, and changes nothing by it", async () => {
    const summary = await loadText("bad.csv", [
      `${unitHeader},${stepHeader}`,
      "99,commune,00004,Phường A,01,,,,,,,,",
      "63,village,00004,Phường A,01,,,,,,,,",
      "63,commune,4,Phường A,01,,,,,,,,",
      "63,commune,00004,Ba Đình,01,,,,,,,,",
      "63,commune,00004,Phường A,98,,,,,,,,",
      "63,commune,00004,Phường A,001,01/01/2031,,,,,,,",
      ",,,,,,63,commune,99999,34,00004,1,1",
      ",,,,,,63,commune,00007,34,99999,1,1",
      "63,commune,00004,Phường A,001,,63,commune,00004,34,00004,1,1",
      ",,,,,,63,commune,00007,34,00004,có lẽ,1",
    ]);
    expect([summary.accepted, summary.rejected]).toEqual([0, 10]);
    expect(Object.keys(rulesOf(summary)).toSorted()).toEqual([
      "code_invalid",
      "date_invalid",
      "flag_unknown",
      "level_unknown",
      "name_invalid",
      "new_unit_unknown",
      "old_unit_unknown",
      "parent_unknown",
      "row_kind_unclear",
      "structure_unknown",
    ]);
  });
});
