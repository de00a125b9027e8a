import { expect, it } from "vitest";
import { aMeasureMeta } from "../testing/aMeasureMeta.ts";
import { peerColumns } from "./peerColumns.ts";
import { preparePeerTrend } from "./preparePeerTrend.ts";

const words = {
  of: (measure: string, area: string) => `${measure} ${area}`,
  index: (measure: string, area: string) => `${measure} ${area} index`,
};

it("writes every area as told, the drawn pace of counts beside it, and nothing where nothing is told", () => {
  const areas = [
    {
      code: "01",
      name: "A",
      rows: [
        { date: "2022-01-01", doses: 1, rate: 0.5 },
        { date: "2022-02-01", doses: 3, rate: 0.6 },
      ],
    },
    { code: "79", name: "B", rows: [] },
  ];
  const trendOf = (meta: Parameters<typeof preparePeerTrend>[3]) =>
    preparePeerTrend(areas, "month", ["2022-01-01", "2022-02-28"], meta);
  const doses = trendOf(aMeasureMeta({ name: "doses", unit: "dose", missing: "zero" }));
  const rate = trendOf(aMeasureMeta({ name: "rate" }));
  const { columns, cells } = peerColumns(
    [
      { trend: doses, title: "doses", isShare: false },
      { trend: rate, title: "rate", isShare: true },
    ],
    words,
  );
  expect(columns).toEqual([
    { label: "doses A", kind: "number" },
    { label: "doses A index", kind: "number" },
    { label: "doses B", kind: "number" },
    { label: "doses B index", kind: "number" },
    { label: "rate A", kind: "share" },
    { label: "rate B", kind: "share" },
  ]);
  expect(cells).toEqual([
    [1, 50, null, null, 0.5, null],
    [3, 150, null, null, 0.6, null],
  ]);
  expect(peerColumns([], words)).toEqual({ columns: [], cells: [] });
});
