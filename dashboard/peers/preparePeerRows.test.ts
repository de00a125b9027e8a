import { expect, it } from "vitest";
import { aMeasureMeta } from "../testing/aMeasureMeta.ts";
import { NATION } from "../url/areaRef.ts";
import { preparePeerRows } from "./preparePeerRows.ts";

const measures = [aMeasureMeta({ name: "rate" }), aMeasureMeta({ name: "doses", unit: "dose" })];
const nation = { area: NATION, name: "Cả nước" };
const ward = { area: { level: "commune", code: "00004" }, name: "Phường Ba Đình" } as const;
const own = { rate: 0.8, doses: 1000 };

it("stand in the reader's order with their distance in rates, never in counts", () => {
  const told = [
    { area: ward.area, points: [{ rate: 0.9, doses: 10 }] },
    { area: NATION, points: [{ rate: 0.5, doses: 90_000 }] },
  ];
  const rows = preparePeerRows([nation, ward], told, own, measures);
  expect(rows.map(({ name, values }) => [name, ...values.values()])).toEqual([
    ["Cả nước", 0.5, 90_000],
    ["Phường Ba Đình", 0.9, 10],
  ]);
  expect(rows.map(({ differences }) => [...differences.keys()])).toEqual([["rate"], ["rate"]]);
  expect(rows[0]?.differences.get("rate")).toBeCloseTo(-0.3);
});

it("keep an area that nothing is told of, or not all, without a distance that nobody knows", () => {
  const told = [
    { area: ward.area, points: [{ rate: null, doses: 0 }] },
    { area: NATION, points: [] },
  ];
  const rows = preparePeerRows([nation, ward], told, own, measures);
  expect(rows.map(({ isMissing, values }) => [isMissing, ...values.values()])).toEqual([
    [true, null, null],
    [false, null, 0],
  ]);
  expect(rows.map(({ differences }) => differences.size)).toEqual([0, 0]);
  expect(
    preparePeerRows([nation], [{ area: NATION, points: [{ rate: 0.5 }] }], undefined, measures)[0]?.differences.size,
  ).toBe(0);
  expect(preparePeerRows([], told, own, measures)).toEqual([]);
});

it("wait for the answer about an area just added, and do not call it missing meanwhile", () => {
  const told = [{ area: NATION, points: [own] }];
  const rows = preparePeerRows([nation, ward], told, own, measures);
  expect(rows.map(({ isMissing }) => isMissing)).toEqual([false, null]);
});
