import { describe, expect, it } from "vitest";
import { getFinalQueryResult, getFinalQueryResultMulti, shapeData } from "./nativeStandIn.ts";

const annotation = {
  "v.doses": { type: "number" },
  "v.area": { type: "string" },
  "v.date": { type: "time" },
  "v.date.day": { type: "time" },
  "v.date.month": { type: "time" },
};
const aliases = { v__doses: "v.doses", v__area: "v.area", v__date_day: "v.date.day", v__date_month: "v.date.month" };
const request = (extra: object = {}, query: object = {}) => ({
  aliasToMemberNameMap: aliases,
  annotation,
  query: { measures: ["v.doses"], dimensions: ["v.area"], timeDimensions: [], ...query },
  queryType: "regularQuery",
  ...extra,
});
const bytes = (members: string[], columns: unknown[][]) => Buffer.from(JSON.stringify({ members, columns }));
const two = bytes(
  ["v__area", "v__doses"],
  [
    ["Hà Nội", null],
    ["12", null],
  ],
);
const parse = async (answer: Promise<ArrayBuffer>): Promise<unknown> =>
  JSON.parse(Buffer.from(await answer).toString("utf8"));

describe("shapes of a result", () => {
  it("default: rows by member", () => {
    expect(shapeData(request(), two)).toEqual([
      { "v.area": "Hà Nội", "v.doses": "12" },
      { "v.area": null, "v.doses": null },
    ]);
  });

  it("compact: members once, rows as arrays", () => {
    expect(shapeData(request({ resType: "compact" }), two)).toEqual({
      members: ["v.area", "v.doses"],
      dataset: [
        ["Hà Nội", "12"],
        [null, null],
      ],
    });
  });

  it("columnar: members once, a column each", () => {
    expect(shapeData(request({ resType: "columnar" }), two)).toEqual({
      members: ["v.area", "v.doses"],
      columns: [
        ["Hà Nội", null],
        ["12", null],
      ],
    });
  });

  it("empty in each", () => {
    const none = bytes([], []);
    expect(shapeData(request(), none)).toEqual([]);
    expect(shapeData(request({ resType: "compact" }), none)).toEqual({ members: [], dataset: [] });
    expect(shapeData(request({ resType: "columnar" }), none)).toEqual({ members: [], columns: [] });
  });
});

describe("times", () => {
  const day = (value: unknown) =>
    shapeData(
      request({}, { timeDimensions: [{ dimension: "v.date", granularity: "day" }] }),
      bytes(["v__date_day"], [[value]]),
    );

  it("leave with milliseconds and without a zone", () => {
    for (const value of [
      "2022-04-10 00:00:00",
      "2022-04-10T00:00:00",
      "2022-04-10T00:00:00.000",
      "2022-04-10T00:00:00.000Z",
      "2022-04-10 00:00:00.000000 UTC",
    ]) {
      expect(day(value)).toEqual([{ "v.date.day": "2022-04-10T00:00:00.000", "v.date": "2022-04-10T00:00:00.000" }]);
    }
    expect(day(null)).toEqual([{ "v.date.day": null, "v.date": null }]);
    expect(day("not a time")).toEqual([{ "v.date.day": "not a time", "v.date": "not a time" }]);
  });

  it("answer the bare member by the finest granularity, unless it was asked for itself", () => {
    const both = bytes(["v__date_month", "v__date_day"], [["2022-04-01 00:00:00"], ["2022-04-10 00:00:00"]]);
    expect(shapeData(request(), both)).toEqual([
      {
        "v.date.month": "2022-04-01T00:00:00.000",
        "v.date.day": "2022-04-10T00:00:00.000",
        "v.date": "2022-04-10T00:00:00.000",
      },
    ]);
    expect(shapeData(request({}, { dimensions: ["v.date"] }), both)).toEqual([
      { "v.date.month": "2022-04-01T00:00:00.000", "v.date.day": "2022-04-10T00:00:00.000" },
    ]);
  });
});

describe("several queries", () => {
  it("compared ranges name theirs in every row and shape", () => {
    const compare = { queryType: "compareDateRangeQuery" };
    const times = { timeDimensions: [{ dimension: "v.date", dateRange: ["2022-01-01", "2022-01-31"] }] };
    const one = bytes(["v__doses"], [["1"]]);
    expect(shapeData(request(compare, times), one)).toEqual([
      { "v.doses": "1", compareDateRange: "2022-01-01 - 2022-01-31" },
    ]);
    expect(shapeData(request({ ...compare, resType: "compact" }, times), one)).toEqual({
      members: ["v.doses", "compareDateRange"],
      dataset: [["1", "2022-01-01 - 2022-01-31"]],
    });
  });

  it("blended queries share the time", () => {
    const times = {
      timeDimensions: [{ dimension: "v.date", granularity: "day", dateRange: ["2022-01-01", "2022-01-31"] }],
    };
    const one = bytes(["v__date_day", "v__doses"], [["2022-01-01 00:00:00"], ["1"]]);
    expect(shapeData(request({ queryType: "blendingQuery" }, times), one)).toEqual([
      {
        "v.date.day": "2022-01-01T00:00:00.000",
        "v.doses": "1",
        "v.date": "2022-01-01T00:00:00.000",
        "time.day": "2022-01-01T00:00:00.000",
      },
    ]);
  });

  it("become one response", async () => {
    const response = { queryType: "blendingQuery", slowQuery: false, results: [{ query: 1 }, { query: 2 }] };
    expect(await parse(getFinalQueryResultMulti([request(), request()], [two, two], response))).toMatchObject({
      queryType: "blendingQuery",
      slowQuery: false,
      results: [
        { query: 1, data: [{ "v.doses": "12" }, {}] },
        { query: 2, data: [{ "v.doses": "12" }, {}] },
      ],
    });
  });
});

describe("members", () => {
  it("are added to everything else of the response", async () => {
    expect(
      await parse(getFinalQueryResult(request(), two, { query: {}, total: 2, lastRefreshTime: "x" })),
    ).toMatchObject({
      query: {},
      total: 2,
      lastRefreshTime: "x",
      data: [{ "v.area": "Hà Nội" }, { "v.area": null }],
    });
  });

  it("that are not public are refused, with and without rows", () => {
    const hiding = { ...annotation, "v.doses": undefined };
    const { "v.doses": _, ...visible } = hiding;
    expect(() => shapeData(request({ annotation: visible }), two)).toThrow("hidden member: 'v.doses'");
    expect(() => shapeData(request({ annotation: visible }), bytes([], []))).toThrow("hidden member: 'v.doses'");
  });
});
