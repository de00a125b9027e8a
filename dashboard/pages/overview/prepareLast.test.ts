import { expect, it } from "vitest";
import { prepareRanking } from "../../charts/prepareRanking.ts";
import { aMeasureMeta } from "../../testing/aMeasureMeta.ts";
import { prepareLast } from "./prepareLast.ts";

const columns = { level: "province", code: "code", name: "name" } as const;
const last = (values: (number | null)[], whole: number | null, better: "up" | "down" | "none" = "up") => {
  const meta = aMeasureMeta({ name: "rate", better });
  const rows = values.map((rate, index) => ({ code: `0${index}`, name: `Tỉnh ${index}`, rate }));
  return prepareLast(prepareRanking([...rows, { code: "?", name: "", rate: 0 }], columns, meta, whole), meta);
};

it("is the five furthest behind, the last first, by the measure's own direction", () => {
  expect(last([0.9, 0.1, 0.4, 0.2, 0.3, 0.35, 0.38, null], 0.5).map(({ code }) => code)).toEqual([
    "01",
    "03",
    "04",
    "05",
    "06",
  ]);
  expect(last([0.25, 0.75], 0.5, "down")).toEqual([{ code: "01", name: "Tỉnh 1", value: 0.75, behind: 0.25 }]);
});

it("is nobody where nobody is behind, one is all there is, or nothing says how the whole stands", () => {
  expect(last([0.5, 0.5], 0.5)).toEqual([]);
  expect(last([0.2], 0.5)).toEqual([]);
  expect(last([null, null], 0.5)).toEqual([]);
  expect(last([0.2, 0.4], null)).toEqual([]);
  expect(last([0.2, 0.4], 0.5, "none")).toEqual([]);
});
