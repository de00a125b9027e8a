import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../../../warehouse/testing/openTestWarehouse.ts";
import { isSharedHere, sharedFile } from "../../../warehouse/testing/sharedData.ts";
import { runJob } from "../../run/runJob.ts";
import { forgetLoads } from "../../testing/publicationTestBed.ts";
import { facilitiesJob } from "./facilitiesJob.ts";

const hospitals = sharedFile("data/health_resources/osm_hospitals.csv");

let warehouse: TestWarehouse;
let folder: string;
beforeAll(async () => {
  warehouse = await openTestWarehouse();
  folder = await mkdtemp(join(tmpdir(), "facilities-"));
});
beforeEach(() => forgetLoads(warehouse));
afterAll(() => warehouse.close());

const load = (path: string, asOf = "2022-06-30") =>
  runJob(
    { job: facilitiesJob, paths: [path], asOf },
    { warehouse, config: { hashKey: { k0: "1", k1: "2" }, rejectsKey: "0".repeat(64) } },
  );
const loadLines = async (lines: readonly string[], asOf?: string) => {
  const path = join(folder, "facilities.csv");
  await writeFile(path, `${lines.join("\n")}\n`);
  return load(path, asOf);
};
const rulesOf = (summary: Awaited<ReturnType<typeof load>>) =>
  Object.fromEntries(summary.byRule.map(({ code, rows }) => [code, rows]));
const query = <T>(sql: string, schema: z.ZodType<T>) => warehouse.query(sql, { schema });
const cells = z.record(z.string(), z.union([z.string(), z.number()]));
const listed = async (columns: string) =>
  (
    await query(
      `SELECT ${columns} FROM mart.dim_facilities
       WHERE load_id IN (SELECT load_id FROM mart.current_loads) ORDER BY facility_code, mart.dim_facilities.valid_from`,
      cells,
    )
  ).map((row) => Object.values(row).join(" "));
const details = (rule: string) =>
  query(
    `SELECT detail FROM ops.findings WHERE rule_code = '${rule}'
     AND load_id IN (SELECT load_id FROM mart.current_loads) ORDER BY file_name, row_number`,
    z.object({ detail: z.string() }),
  );
const attributes = "facility_code, facility_type, ownership, grade, managing_level";
const period = "facility_code, toString(valid_from) AS first, toString(valid_to) AS last";

describe("facilities", () => {
  it("reads the attributes by code, name or alias, and lists what no list knows", async () => {
    const summary = await loadLines([
      "ma_co_so;ten_co_so;loai_co_so;hinh_thuc;hang;tuyen;ma_xa",
      `01001;${"Bệnh viện A".normalize("NFD")};BỆNH VIỆN;Công lập;Hạng I;Tỉnh;00004`,
      "01002;Trạm B;tram y te;cong;Không xếp hạng;tuyến xã;00004",
      "01003;Phòng khám C;clinic;Tư nhân;;tư nhân;00004",
      "01004;Viện D;Viện;bán công;Hạng V;?;00004",
      "01005;Cơ sở E;;;đặc biệt;TW;00004",
    ]);
    expect(rulesOf(summary)).toEqual({
      type_unknown: 1,
      ownership_unknown: 1,
      grade_unknown: 1,
      managing_level_unknown: 1,
    });
    expect((await listed("facility_code, name"))[0]).toBe("01001 Bệnh viện A");
    expect(await listed(attributes)).toEqual([
      "01001 hospital public I province",
      "01002 health_station public none commune",
      "01003 clinic private unknown private",
      "01004 unknown unknown unknown unknown",
      "01005 unknown unknown special central",
    ]);
    expect(await details("grade_unknown")).toEqual([{ detail: "Hạng V" }]);
  });

  it("keeps the periods of a hospital that changed grade and moved, and of one that closed", async () => {
    const summary = await loadLines([
      "ma_co_so,ten_co_so,hang,ma_xa,hieu_luc_tu,hieu_luc_den",
      "01001,Bệnh viện A,III,00004,,",
      "01001,Bệnh viện A,II,00008,01/04/2022,",
      "01002,Trạm B,,00004,2020-01-01,31/12/2021",
      "01003,Trạm C,,00004,44652,",
    ]);
    expect(rulesOf(summary)).toEqual({});
    expect(await listed(`${period}, grade, place_key`)).toEqual([
      "01001 1970-01-01 2022-03-31 III 63000004",
      "01001 2022-04-01 2149-06-06 II 63000008",
      "01002 2020-01-01 2021-12-31 unknown 63000004",
      "01003 2022-04-01 2149-06-06 unknown 63000004",
    ]);
  });

  it("rejects periods that overlap or end before they begin, and rows that contradict each other", async () => {
    const summary = await loadLines([
      "ma_co_so,ten_co_so,hang,hieu_luc_tu,hieu_luc_den,ma_xa",
      "A,Bệnh viện A,I,01/01/2020,31/12/2022,00004",
      "A,Bệnh viện A,II,01/06/2022,,00004",
      "A,Bệnh viện A,II,01/01/2019,01/01/2020,00004",
      "A,Bệnh viện A,II,01/01/2019,31/12/2019,00004",
      "A,Bệnh viện A,II,01/01/2023,,00004",
      "B,Bệnh viện B,I,02/01/2020,01/01/2020,00004",
      "C,Bệnh viện C,I,31/02/2020x,,00004",
      "C,Bệnh viện C,I,,không rõ,00004",
      "D,Bệnh viện D,I,,,00004",
      "D,Bệnh viện D,II,,,00004",
      "D,Bệnh viện D,I,,,00004",
    ]);
    expect(rulesOf(summary)).toEqual({
      period_overlap: 2,
      valid_to_before_valid_from: 1,
      date_invalid: 2,
      row_conflict: 1,
      duplicate_row: 1,
    });
    expect([summary.read, summary.accepted, summary.rejected]).toEqual([11, 4, 7]);
    expect(await listed(`${period}, grade`)).toEqual([
      "A 2019-01-01 2019-12-31 II",
      "A 2020-01-01 2022-12-31 I",
      "A 2023-01-01 2149-06-06 II",
      "D 1970-01-01 2149-06-06 I",
    ]);
  });

  it("places by code, else by names, in the structure of the list's day, else in the other", async () => {
    const header = "ma_co_so,ten_co_so,ma_xa,ten_xa,ten_huyen,ma_tinh,ten_tinh,dia_gioi";
    const rows = [
      header,
      "F1,Cơ sở,00004,,,,,",
      "F2,Cơ sở,,truc bach,ba dinh,,ha noi,",
      "F3,Cơ sở,,Phường Ba Đình,,01,,",
      "F4,Cơ sở,,Không Đâu,Quận Ba Đình,,Hà Nội,",
      "F5,Cơ sở,99999,,,79,,",
      "F6,Cơ sở,,,,,,",
      "F7,Cơ sở,00004,,,,Cà Mau,",
      "F8,Cơ sở,00004,,,,,34",
      "F9,Cơ sở,00004,,,,,12",
      "FA,Cơ sở,00004,Phường Trúc Bạch,Quận Ba Đình,,Hà Nội,",
      "FB,Cơ sở,00004,Phường Phúc Xá,,,,",
    ];
    const summary = await loadLines(rows);
    expect(rulesOf(summary)).toEqual({
      commune_unknown: 3,
      province_contradicted: 1,
      structure_unknown: 1,
      commune_name_contradicted: 1,
    });
    expect(await details("commune_unknown")).toEqual([
      { detail: "Không Đâu, Quận Ba Đình, Hà Nội" },
      { detail: "99999, 79" },
      { detail: "" },
    ]);
    expect(await listed("place_key")).toEqual([
      "63000004",
      "63000004",
      "34000004",
      "63100001",
      "63200079",
      "63300000",
      "63000004",
      "34000004",
      "63000004",
      "63000004",
      "63000004",
    ]);
    await loadLines([...rows, "F0,Cơ sở,,,,,,"], "2026-01-01");
    expect(await listed("place_key")).toEqual([
      "34300000",
      "34000004",
      "63000004",
      "34000004",
      "63100001",
      "34200079",
      "34300000",
      "34000004",
      "34000004",
      "34000004",
      "63000004",
      "34000004",
    ]);
  });

  it("takes hostile text as text", async () => {
    const summary = await loadLines([
      "ma_co_so,ten_co_so,loai_co_so,ten_xa,ten_tinh,ma_xa",
      `"X' OR 1=1 --","Tên'); DROP TABLE mart.dim_facilities; --","{list:String}","\\\\'""${"A".repeat(10_000)}","%00","0000004"`,
    ]);
    expect(rulesOf(summary)).toEqual({ type_unknown: 1, commune_unknown: 1 });
    expect(await listed("facility_code, name")).toEqual(["X' OR 1=1 -- Tên'); DROP TABLE mart.dim_facilities; --"]);
  });

  it.skipIf(!isSharedHere)("reads the table of hospitals of OpenStreetMap as it is", async () => {
    const summary = await load(hospitals.pathname, "2026-11-22");
    expect([summary.read, summary.accepted, summary.rejected, rulesOf(summary)]).toEqual([1479, 1479, 0, {}]);
    const [counts] = await query(
      `SELECT count() AS rows, uniqExact(facility_code) AS codes, countIf(intDiv(place_key, 100000) = 340) AS placed,
         countIf(facility_type = 'hospital') AS hospitals, countIf(ownership = 'public') AS ofState
       FROM mart.dim_facilities WHERE load_id IN (SELECT load_id FROM mart.current_loads)`,
      cells,
    );
    expect(counts).toEqual({ rows: 1479, codes: 1479, placed: 1479, hospitals: 911, ofState: 805 });
    const byHand = await query(
      `SELECT name, dictGet('mart.places', 'then_commune_name', place_key) AS commune,
         dictGet('mart.places', 'then_province_name', place_key) AS province, facility_type AS type
       FROM mart.dim_facilities WHERE facility_code IN
         ('OSM:16.0713797,108.2001187', 'OSM:21.0023669,105.9435612', 'OSM:10.9321621,108.0978252') ORDER BY name`,
      cells,
    );
    expect(byHand.map((row) => Object.values(row))).toEqual([
      ["An Phước", "Phường Phan Thiết", "Lâm Đồng", "unknown"],
      ["Benh Vien Da Khoa Binh Dan", "Phường Thanh Khê", "Đà Nẵng", "hospital"],
      ["area 09", "Xã Gia Lâm", "Hà Nội", "unknown"],
    ]);
  });
});
