import { describe, expect, it } from "vitest";
import type { Publication } from "./knownPublications.ts";
import type { Member, MemberCatalogue } from "./memberCatalogue.ts";
import { type DataState, rewriteQuery } from "./rewriteQuery.ts";

const members: MemberCatalogue = new Map([
  ["vaccination.doses_recorded", { kind: "measure", type: "number" }],
  ...[
    "date",
    "then_province_code",
    "then_district_code",
    "now_commune_name",
    "area_mapping",
    "sex",
    "vaccine_name",
    "dose_number",
    "facility_name",
    "error_class",
    "cohort",
    "as_known_on",
  ].map((name): [string, Member] => [`vaccination.${name}`, { kind: "dimension", type: "string" }]),
]);
const load = (number: number, job: string, publishedOn: string, lastDate: string): Publication => ({
  ...{ number, job, publishedOn, lastDate, loadId: 1000 + number, firstDate: "2021-03-08" },
  ...{ batchCode: job, isWithdrawal: false },
});
const history = [
  load(3, "doses", "2022-05-02", "2022-04-30"),
  load(5, "facilities", "2022-06-02", "2022-12-31"),
  load(7, "doses", "2022-07-01", "2022-06-30"),
];
const data: DataState = { publicationNumber: 7, history, firstDay: "2021-03-08", lastDay: "2022-06-30" };
const until = (lastDate: string): DataState => ({ ...data, history: [load(7, "doses", "2025-01-01", lastDate)] });
const rewrite = (query: object) =>
  rewriteQuery({ measures: ["vaccination.doses_recorded"], ...query }, members, data).change;
const hidden = (query: object, name: string): unknown =>
  rewrite(query)
    .filters.flatMap((filter) => filter.and ?? filter)
    .find((filter) => filter.member === `vaccination_changes.${name}`)?.values?.[0];
const range = (...dateRange: string[]) => ({ timeDimensions: [{ dimension: "vaccination.date", dateRange }] });
const by = (granularity: string, ...dateRange: string[]) => ({
  timeDimensions: [{ dimension: "vaccination.date", granularity, dateRange }],
});
const filter = (operator: string, ...values: string[]) => ({
  filters: [{ member: "vaccination.date", operator, values }],
});

describe("points in time", () => {
  it("are one without a granularity: the range, ending with the data at the latest", () => {
    expect(hidden({}, "period")).toBe("2021-03-08,2022-06-30");
    expect(hidden(range("2022-01-01", "2022-03-31"), "period")).toBe("2022-01-01,2022-03-31");
    expect(hidden(range("2022-01-01", "2023-12-31"), "period")).toBe("2022-01-01,2022-06-30");
    expect(hidden(range("2022-03-31"), "period")).toBe("2022-03-31,2022-03-31");
  });

  it("are none after the newest day, in an empty range, or without data", () => {
    expect(hidden(range("2022-07-01", "2022-07-31"), "period")).toBe("2022-07-01");
    expect(hidden(range("2022-03-31", "2022-03-01"), "period")).toBe("2022-03-31");
    expect(hidden(by("month", "2022-07-01", "2022-07-31"), "period")).toBe("2022-07-01");
    const nothing = rewriteQuery({ dimensions: ["vaccination.sex"] }, members, {
      ...data,
      history: [],
      firstDay: undefined,
      lastDay: undefined,
    });
    expect(nothing.change.filters[0]?.values).toEqual(["1970-01-01"]);
  });

  it("are the ends of the buckets, the last one clipped to the range", () => {
    expect(hidden(by("month", "2022-01-15", "2022-03-10"), "period")).toBe(
      "2022-01-15,2022-01-31,2022-02-28,2022-03-10",
    );
    expect(hidden(by("week", "2022-06-01", "2022-06-14"), "period")).toBe(
      "2022-06-01,2022-06-05,2022-06-12,2022-06-14",
    );
    expect(hidden(by("day", "2022-02-28", "2022-03-01"), "period")).toBe("2022-02-28,2022-02-28,2022-03-01");
    expect(hidden(by("quarter", "2021-11-01", "2022-06-30"), "period")).toBe(
      "2021-11-01,2021-12-31,2022-03-31,2022-06-30",
    );
    expect(hidden(by("year", "2019-01-01", "2022-06-30"), "period")).toBe("2021-03-08,2021-12-31,2022-06-30");
  });

  it("know leap years", () => {
    const query = { measures: ["vaccination.doses_recorded"], ...by("month", "2024-02-01", "2024-03-31") };
    expect(rewriteQuery(query, members, until("2024-12-31")).change.filters[0]?.values).toEqual([
      "2024-02-01,2024-02-29,2024-03-31",
    ]);
  });

  it("come from date filters and ranges together", () => {
    expect(hidden(filter("beforeDate", "2022-03-01"), "period")).toBe("2021-03-08,2022-02-28");
    expect(hidden(filter("beforeOrOnDate", "2022-03-01T23:59:59.999"), "period")).toBe("2021-03-08,2022-03-01");
    expect(hidden(filter("afterDate", "2022-03-01"), "period")).toBe("2022-03-02,2022-06-30");
    expect(hidden(filter("afterOrOnDate", "2022-03-01"), "period")).toBe("2022-03-01,2022-06-30");
    expect(hidden(filter("equals", "2022-03-01"), "period")).toBe("2022-03-01,2022-03-01");
    expect(
      hidden({ ...range("2022-01-01", "2022-05-31"), ...filter("inDateRange", "2022-02-01", "2022-12-31") }, "period"),
    ).toBe("2022-02-01,2022-05-31");
    const nested = {
      filters: [{ and: [{ member: "vaccination.date", operator: "beforeDate", values: ["2022-01-01"] }] }],
    };
    expect(hidden(nested, "period")).toBe("2021-03-08,2021-12-31");
  });

  it("leave no date filter to Cube, and whole days in the range", () => {
    const change = rewrite({
      ...range("2022-01-01T12:30:00.000", "2022-03-01T08:00:00.000"),
      ...filter("afterDate", "2022-01-31"),
    });
    expect(change.filters.map(({ member }) => member)).not.toContain("vaccination.date");
    expect(change.timeDimensions[0]?.dateRange).toEqual(["2022-01-01T00:00:00.000", "2022-03-01T23:59:59.999"]);
    expect(change.timezone).toBe("UTC");
  });
});

describe("the grain", () => {
  const grain = (...dimensions: string[]) =>
    hidden({ dimensions: dimensions.map((name) => `vaccination.${name}`) }, "grain");

  it("is the coarsest that knows every member", () => {
    expect(grain()).toBe("province");
    expect(grain("then_province_code", "error_class", "cohort")).toBe("province");
    expect(grain("then_district_code")).toBe("commune");
    expect(grain("area_mapping")).toBe("commune");
    for (const detail of ["sex", "vaccine_name", "dose_number", "facility_name"])
      expect(grain("now_commune_name", detail)).toBe("detail");
  });

  it("counts members of filters, however deep", () => {
    const sex = { member: "vaccination.sex", operator: "equals", values: ["male"] };
    expect(hidden({ filters: [{ and: [{ or: [sex, sex] }] }] }, "grain")).toBe("detail");
  });
});

describe("what was known on a day", () => {
  const known = (...values: string[]) => ({
    filters: [{ member: "vaccination.as_known_on", operator: "equals", values }],
  });

  it("is what was published until its end in Viet Nam, and reaches no further than its data", () => {
    expect(hidden(known("2022-05-01"), "publication")).toBe("2");
    expect(hidden(known("2022-05-01"), "period")).toBe("2021-03-08,2022-06-30");
    expect(hidden(known("2022-05-02"), "publication")).toBe("4");
    expect(hidden(known("2022-05-02"), "period")).toBe("2021-03-08,2022-04-30");
    expect(hidden(known("2022-06-30"), "publication")).toBe("6");
    expect(hidden(known("2022-07-01"), "publication")).toBe("7");
    expect(hidden(known("p3"), "publication")).toBe("3");
    expect(hidden({}, "publication")).toBe("7");
  });

  it("may stand in a group of and, and leaves nothing to Cube", () => {
    const sex = { member: "vaccination.sex", operator: "equals", values: ["male"] };
    const nested = { filters: [{ and: [...known("2022-05-02").filters, sex] }] };
    expect(hidden(nested, "publication")).toBe("4");
    expect(rewrite(nested).filters[0]).toEqual({ and: [expect.objectContaining(sex)] });
  });

  it("is one day or one publication that there is", () => {
    expect(() => rewrite(known("yesterday"))).toThrow("neither a day");
    expect(() => rewrite(known("p8"))).toThrow("no publication p8");
    expect(() => rewrite(known("2022-05-01", "2022-05-02"))).toThrow("one day or publication");
    expect(() => rewrite({ filters: [{ or: known("2022-05-01").filters }] })).toThrow('inside "or"');
  });
});

describe("what cannot be answered is refused with a reason", () => {
  it("members that do not exist or are not public, wherever they stand", () => {
    expect(() => rewrite({ measures: ["vaccination.doses_lost"] })).toThrow("no member vaccination.doses_lost");
    expect(() => rewrite({ dimensions: ["vaccination_changes.place_key"] })).toThrow("no member");
    for (const name of ["grain", "period", "publication"]) {
      const mine = { member: `vaccination_changes.${name}`, operator: "equals", values: ["detail"] };
      expect(() => rewrite({ filters: [{ or: [{ and: [mine] }] }] })).toThrow("no member");
      expect(() => rewrite({ filters: [mine] })).toThrow("no member");
    }
    expect(() => rewrite({ timeDimensions: [{ dimension: "vaccination_changes.date", granularity: "day" }] })).toThrow(
      "no member",
    );
  });

  it("rows, SQL and expressions", () => {
    expect(() => rewrite({ ungrouped: true })).toThrow("ungrouped");
    expect(() => rewrite({ subqueryJoins: [{ sql: "SELECT 1" }] })).toThrow("subqueryJoins");
    expect(() => rewrite({ measures: [{ expression: ["return `1`"], cubeName: "vaccination", name: "x" }] })).toThrow(
      "measures.0",
    );
  });

  it("two granularities, hours, too many points", () => {
    const times = (...names: string[]) => ({
      timeDimensions: names.map((granularity) => ({ dimension: "vaccination.date", granularity })),
    });
    expect(() => rewrite(times("month", "week"))).toThrow("One granularity at a time");
    expect(() => rewrite(times("hour"))).toThrow("hour is not offered");
    const long = { ...data, firstDay: "2000-01-01" };
    const query = { measures: ["vaccination.doses_recorded"], ...times("day") };
    expect(() => rewriteQuery(query, members, long)).toThrow("choose a coarser granularity");
  });

  it("a date inside or, days that are none, operators without one day", () => {
    const date = { member: "vaccination.date", operator: "beforeDate", values: ["2022-01-01"] };
    expect(() => rewrite({ filters: [{ or: [date, { member: "vaccination.sex", operator: "set" }] }] })).toThrow(
      'cannot stand inside "or"',
    );
    expect(() => rewrite(filter("beforeDate", "2022-02-30"))).toThrow("not a day");
    expect(() => rewrite(filter("notInDateRange", "2022-01-01", "2022-02-01"))).toThrow("not offered");
    expect(() => rewrite(filter("equals", "2022-01-01", "2022-02-01"))).toThrow("takes one day");
  });
});
