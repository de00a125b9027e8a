import { describe, expect, it } from "vitest";
import { aMeasureMeta } from "../testing/aMeasureMeta.ts";
import { NATION } from "../url/areaRef.ts";
import { namedRows, preparePeerTrend, withoutLead } from "./preparePeerTrend.ts";

const rate = aMeasureMeta({ name: "rate" });
const count = aMeasureMeta({ name: "doses", unit: "dose", missing: "zero" });
const months = (name: string, ...values: (number | null)[]) =>
  values.map((value, index) => ({ date: `2022-0${index + 1}-01`, [name]: value }));
const area = (code: string, rows: Record<string, string | number | null>[]) => ({ code, name: `Tỉnh ${code}`, rows });
const quarter = ["2022-01-01", "2022-03-31"] as const;

describe("rates", () => {
  it("are drawn as they are told, a missing month as a gap", () => {
    const areas = [area("01", months("rate", 0.5, 0.6, 0.7)), area("79", months("rate", 0.2, null, 0.9))];
    const { isIndexed, days, lines } = preparePeerTrend(areas, "month", [...quarter], rate);
    expect([isIndexed, days]).toEqual([false, ["2022-01-01", "2022-02-01", "2022-03-01"]]);
    expect(lines.map(({ code, drawn, isMissing }) => [code, drawn, isMissing])).toEqual([
      ["01", [0.5, 0.6, 0.7], false],
      ["79", [0.2, null, 0.9], false],
    ]);
  });

  it("of an area that nothing is told of are missing, and stay listed", () => {
    const areas = [area("01", months("rate", 0.5)), area("79", []), area("48", months("rate", null, null))];
    const { lines } = preparePeerTrend(areas, "month", [...quarter], rate);
    expect(lines.map(({ name, isMissing }) => [name, isMissing])).toEqual([
      ["Tỉnh 01", false],
      ["Tỉnh 79", true],
      ["Tỉnh 48", true],
    ]);
  });

  it("of one month are a point", () => {
    const { lines } = preparePeerTrend([area("01", months("rate", 0.5))], "month", ["2022-01-01", "2022-01-31"], rate);
    expect(lines[0]).toMatchObject({ drawn: [0.5], isMissing: false });
  });
});

describe("counts", () => {
  it("are drawn against each area's own mean, so that a commune and the nation share one axis", () => {
    const areas = [area("00004", months("doses", 1, 2, 3)), area("VN", months("doses", 2000, 2000, 8000))];
    const { isIndexed, lines } = preparePeerTrend(areas, "month", [...quarter], count);
    expect(isIndexed).toBe(true);
    expect(lines.map(({ told, drawn }) => [told, drawn])).toEqual([
      [
        [1, 2, 3],
        [50, 100, 150],
      ],
      [
        [2000, 2000, 8000],
        [50, 50, 200],
      ],
    ]);
  });

  it("leave out a month that is not over: it would look like a fall", () => {
    const areas = [area("01", months("doses", 10, 30, 1))];
    const { lines } = preparePeerTrend(areas, "month", ["2022-01-01", "2022-03-02"], count);
    expect(lines[0]).toMatchObject({ told: [10, 30, 1], drawn: [50, 150, null] });
  });

  it("of an area without rows are missing, never zero; of nothing but zeros they have no course", () => {
    const areas = [area("01", months("doses", 5, 5, 5)), area("79", []), area("48", months("doses", 0, 0, 0))];
    const { lines } = preparePeerTrend(areas, "month", [...quarter], count);
    expect(lines[1]).toMatchObject({ told: [null, null, null], isMissing: true });
    expect(lines[2]).toMatchObject({ told: [0, 0, 0], isMissing: true });
  });

  it("of one month cannot be compared in pace", () => {
    const { lines } = preparePeerTrend([area("01", months("doses", 7))], "month", ["2022-01-01", "2022-01-31"], count);
    expect(lines[0]).toMatchObject({ told: [7], drawn: [null], isMissing: true });
  });
});

it("begin with the first figure of any area and any measure of the figure, and stay whole where nothing is told", () => {
  const year = ["2022-01-01", "2022-04-30"] as const;
  const late = preparePeerTrend([area("01", [{ date: "2022-03-01", rate: 0.5 }])], "month", [...year], rate);
  const early = preparePeerTrend([area("01", months("rate", null, 0.1))], "month", [...year], rate);
  expect(withoutLead([late, early]).map(({ days, lines }) => [days[0], lines[0]?.drawn])).toEqual([
    ["2022-02-01", [null, 0.5, null]],
    ["2022-02-01", [0.1, null, null]],
  ]);
  const none = preparePeerTrend([area("01", [])], "month", [...year], rate);
  expect(withoutLead([none])[0]?.days).toHaveLength(4);
});

describe("the areas of a figure", () => {
  const hanoi = { level: "province", code: "01" } as const;
  const hcmc = { level: "province", code: "79" } as const;
  const told = [
    { area: hcmc, points: months("rate", 0.4) },
    { area: NATION, points: months("rate", 0.3) },
  ];

  it("stand in the reader's order, each with its own rows; one taken off is gone before new answers come", () => {
    const both = {
      here: { area: hanoi, name: "Hà Nội" },
      peers: [
        { area: NATION, name: "Cả nước" },
        { area: hcmc, name: "HCM" },
      ],
    };
    expect(namedRows(hanoi, [], told, both).map(({ name, rows }) => [name, rows[0]?.rate])).toEqual([
      ["Hà Nội", undefined],
      ["Cả nước", 0.3],
      ["HCM", 0.4],
    ]);
    const one = { ...both, peers: [{ area: hcmc, name: "HCM" }] };
    expect(namedRows(hanoi, [], told, one).map(({ name }) => name)).toEqual(["Hà Nội", "HCM"]);
  });

  it("never puts the name of the area opened on the figures of the one before", () => {
    const opened = { here: { area: hcmc, name: "HCM" }, peers: [] };
    expect(namedRows(hanoi, months("rate", 0.4), [], opened)[0]?.name).toBe("…");
  });
});
