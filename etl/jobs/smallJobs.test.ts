import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../../warehouse/testing/openTestWarehouse.ts";
import { isSharedHere, sharedFile } from "../../warehouse/testing/sharedData.ts";
import type { Job } from "../job.ts";
import { runJob } from "../run/runJob.ts";
import { forgetLoads } from "../testing/publicationTestBed.ts";
import { boundariesJob } from "./boundaries/boundariesJob.ts";
import { facilitiesJob } from "./facilities/facilitiesJob.ts";
import { officialTotalsJob } from "./official_totals/officialTotalsJob.ts";

let warehouse: TestWarehouse;
let folder: string;
beforeAll(async () => {
  warehouse = await openTestWarehouse();
  folder = await mkdtemp(join(tmpdir(), "small-jobs-"));
});
beforeEach(() => forgetLoads(warehouse));
afterAll(() => warehouse.close());

const load = (job: Job, paths: string[], asOf = "2022-06-30") =>
  runJob({ job, paths, asOf }, { warehouse, config: { hashKey: { k0: "1", k1: "2" }, rejectsKey: "0".repeat(64) } });
const loadText = async (job: Job, name: string, text: string, asOf?: string) => {
  const path = join(folder, name);
  await writeFile(path, text);
  return load(job, [path], asOf);
};
const rulesOf = (summary: Awaited<ReturnType<typeof load>>) =>
  Object.fromEntries(summary.byRule.map(({ code, rows }) => [code, rows]));
const query = <T>(sql: string, schema: z.ZodType<T>) => warehouse.query(sql, { schema });

describe("facilities", () => {
  const facilities = () =>
    query(
      `SELECT facility_code, name, place_key FROM mart.dim_facilities
       WHERE load_id IN (SELECT load_id FROM mart.current_loads) ORDER BY facility_code`,
      z.object({ facility_code: z.string(), name: z.string(), place_key: z.number() }),
    );

  it("places a facility by its commune in the structure of the day, and replaces the list", async () => {
    const summary = await loadText(
      facilitiesJob,
      "facilities.csv",
      "ma_co_so,ten_co_so,loai,ma_xa\n01001,Trạm y tế phường Trúc Bạch,Trạm y tế,00004\n01002,Trạm cũ,,99999\n01001,Trạm y tế phường Trúc Bạch,Trạm y tế,00004\n,Không mã,,00004\n",
    );
    expect(rulesOf(summary)).toEqual({ commune_unknown: 1, duplicate_row: 1, facility_code_missing: 1 });
    expect(await facilities()).toEqual([
      { facility_code: "01001", name: "Trạm y tế phường Trúc Bạch", place_key: 63_000_004 },
      { facility_code: "01002", name: "Trạm cũ", place_key: 63_300_000 },
    ]);
    await loadText(
      facilitiesJob,
      "facilities.csv",
      "ma_co_so,ten_co_so,ma_xa\n01003,Trạm y tế phường Ba Đình,00004\n",
      "2026-01-01",
    );
    expect(await facilities()).toEqual([
      { facility_code: "01003", name: "Trạm y tế phường Ba Đình", place_key: 34_000_004 },
    ]);
  });
});

describe("official_totals", () => {
  const figure = z.object({ measure: z.string(), value: z.number() });

  it("loads the figures that ship with the product as they were published", async () => {
    const summary = await load(officialTotalsJob, [], "2026-11-22");
    expect(summary.rejected).toBe(0);
    // The paper of mid 2022 gives no day.
    expect(Object.keys(rulesOf(summary))).toEqual(["document_date_missing"]);
    const byMeasure = async (day: string, breakdown: string) =>
      Object.fromEntries(
        (
          await query(
            `SELECT measure_code AS measure, value FROM mart.fct_official_totals
             WHERE as_of_date = '${day}' AND breakdown_code = '${breakdown}'`,
            figure,
          )
        ).map(({ measure, value }) => [measure, value]),
      );
    const april = await byMeasure("2022-04-05", "");
    const withId = await byMeasure("2022-04-05", "with_id");
    const withoutId = await byMeasure("2022-04-05", "without_id");
    // The report's parts that sum up …
    expect((april.subjects_sent ?? 0) + (april.subjects_not_sent ?? 0)).toBe(april.subjects_recorded);
    expect((april.doses_sent ?? 0) + (april.doses_not_sent ?? 0)).toBe(april.doses_recorded);
    expect((april.subjects_with_id ?? 0) + (april.subjects_without_id ?? 0)).toBe(april.subjects_sent);
    expect((withId.doses_verified ?? 0) + (withId.doses_wrong ?? 0)).toBe(april.doses_with_id);
    expect((withoutId.doses_verified ?? 0) + (withoutId.doses_unverifiable ?? 0)).toBe(april.doses_without_id);
    expect((withoutId.subjects_verified ?? 0) + (withoutId.subjects_unverifiable ?? 0)).toBe(april.subjects_without_id);
    // … and the one that does not, which stays as published.
    expect((withId.subjects_verified ?? 0) + (withId.subjects_wrong ?? 0) - (april.subjects_with_id ?? 0)).toBe(
      270_000,
    );
    const classes = await query(
      `SELECT 'wrong' AS measure, sum(value) AS value FROM mart.fct_official_totals
       WHERE as_of_date = '2022-06-30' AND measure_code = 'subjects_wrong' AND breakdown_code != ''`,
      figure,
    );
    expect(classes[0]?.value).toBe((await byMeasure("2022-06-30", "")).subjects_wrong);
  });
});

describe("boundaries", () => {
  /** A square of a tenth of a degree with a corner that no screen shows, as longitude and latitude. */
  const square = (west: number, south: number) => [
    [west, south],
    [west + 0.05, south + 0.000001],
    [west + 0.1, south],
    [west + 0.1, south + 0.1],
    [west, south + 0.1],
    [west, south],
  ];
  const unit = (id: unknown, ring: number[][]) => ({
    type: "Feature",
    ...(typeof id === "string" ? { properties: { code: id } } : { id, properties: {} }),
    geometry: { type: "MultiPolygon", coordinates: [[ring]] },
  });
  const features = (units: readonly object[], more: object = {}) =>
    JSON.stringify({ type: "FeatureCollection", ...more, features: units });
  const boundaries = () =>
    query(
      `SELECT structure_code, toString(level) AS level, province_code, area_code, outline, max_x - min_x AS width
       FROM mart.dim_boundaries WHERE load_id IN (SELECT load_id FROM mart.current_loads) ORDER BY area_code`,
      z.object({
        ...{ structure_code: z.number(), level: z.string(), province_code: z.string(), area_code: z.string() },
        ...{ outline: z.string(), width: z.number() },
      }),
    );

  it("draws each unit in the structure that the file's codes are of, neighbours without a gap", async () => {
    const summary = await loadText(
      boundariesJob,
      "xa.txt",
      features([
        unit("00004", square(105.8, 21)),
        unit("00008", square(105.9, 21)),
        unit("99999", square(106, 21)),
        unit("00025", []),
        unit("00004", square(105.8, 21)),
        unit("", square(106.1, 21)),
      ]),
    );
    expect(rulesOf(summary)).toEqual({
      area_code_missing: 1,
      area_code_unknown: 1,
      duplicate_row: 1,
      outline_missing: 1,
    });
    expect(await boundaries()).toEqual([
      {
        ...{ structure_code: 34, level: "commune", province_code: "01", area_code: "00004", width: 1000 },
        // 21° north is 21.4866° of Mercator, and a tenth of a degree there 0.1072°.
        outline: "M1058000,-214866l1000,0l0,-1072l-1000,0z",
      },
      {
        ...{ structure_code: 34, level: "commune", province_code: "01", area_code: "00008", width: 1000 },
        outline: "M1060000,-214866l0,-1072l-1000,0l0,1072z",
      },
    ]);
  });

  it("takes a file of former communes for the former structure, and of provinces for the one that has them all", async () => {
    await loadText(
      boundariesJob,
      "cu.geojson",
      features(["00001", "00004", "00006", "00007"].map((code, index) => unit(code, square(105 + index / 10, 21)))),
    );
    expect((await boundaries()).map(({ structure_code }) => structure_code)).toEqual([63, 63, 63, 63]);
  });

  it.each([
    [
      "in metres",
      features([
        unit("00004", [
          [585_000, 2_325_000],
          [586_000, 2_325_000],
          [586_000, 2_326_000],
          [585_000, 2_325_000],
        ]),
      ]),
      /nằm ngoài Việt Nam/,
    ],
    ["of latitude before longitude", features([unit("00004", square(21, 105.8))]), /nằm ngoài Việt Nam/],
    [
      "in VN-2000",
      features([unit("00004", square(105.8, 21))], {
        crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::3405" } },
      }),
      /hệ tọa độ .*3405/,
    ],
    ["cut short", features([unit("00004", square(105.8, 21))]).slice(0, -40), /bị hỏng hoặc bị cắt cụt/],
    [
      "whose arcs do not exist",
      JSON.stringify({
        type: "Topology",
        arcs: [],
        objects: { xa: { type: "GeometryCollection", geometries: [{ type: "Polygon", id: "00004", arcs: [[7]] }] } },
      }),
      /bị hỏng hoặc bị cắt cụt/,
    ],
  ])("refuses a file %s, with what to do", async (_, text, message) => {
    await expect(loadText(boundariesJob, "xa.geojson", text)).rejects.toMatchObject({
      sentence: { vi: expect.stringMatching(message) },
    });
    expect(await boundaries()).toEqual([]);
  });

  it.skipIf(!isSharedHere)("reads a published pack of all 3,321 communes as it is", async () => {
    const summary = await load(boundariesJob, [fileURLToPath(sharedFile("data/geo/communes3321.topo.json"))]);
    expect([summary.accepted, summary.rejected]).toEqual([3321, 0]);
  });
});
