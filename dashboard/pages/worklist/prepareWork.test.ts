import { describe, expect, it } from "vitest";
import { createFormat } from "../../format/createFormat.ts";
import { countWork, prepareWork } from "./prepareWork.ts";
import { prepareWorkHeadline } from "./prepareWorkHeadline.ts";
import { type WorkRows, workOfFacilities, workOfPlaces } from "./worklist.ts";

const columns = { code: "code", name: "name" };
const asOf = "2022-06-30";
const aUnit = (code: string, left: number | null, newest: string | null = asOf) => ({
  code,
  name: `Xã ${code}`,
  subjects_to_clean: left,
  newest_cleansing_date: newest,
});
const aClass = (code: string, error_class: string, subjects_to_clean: number | null) => ({
  code,
  error_class,
  subjects_to_clean,
});
const none: WorkRows = { whole: undefined, units: [], before: null, classes: [] };
const workOf = (rows: Partial<WorkRows>) => prepareWork({ ...none, ...rows }, columns, workOfPlaces, asOf);
const keys = (rows: Partial<WorkRows>) =>
  prepareWorkHeadline(workOf(rows), "xã, phường", createFormat("vi")).map(({ key }) => key);

describe("the worklist", () => {
  it("puts those with most left first, what is known only further up last", () => {
    const { units } = workOf({ units: [aUnit("01?", 90), aUnit("00004", 3), aUnit("00008", 7), aUnit("00010", 0)] });
    expect(units.map(({ code }) => code)).toEqual(["00008", "00004", "00010", "01?"]);
    expect(countWork(units)).toEqual({ never: 0, stalled: 0, moving: 2, clean: 1, noData: 0 });
  });

  it("tells who has corrected nothing for long from who never has", () => {
    const { units } = workOf({
      units: [
        aUnit("A", 4, "2022-06-02"),
        aUnit("B", 3, "2022-06-01"),
        aUnit("C", 2, null),
        aUnit("D", 0, "2022-01-01"),
      ],
    });
    expect(units.map(({ state, daysSince }) => [state, daysSince])).toEqual([
      ["moving", 28],
      ["stalled", 29],
      ["never", null],
      ["clean", 180],
    ]);
  });

  it("divides what is left by class, and leaves what it does not know missing", () => {
    const [unit] = workOf({
      units: [aUnit("A", 5)],
      before: [aUnit("A", 8)],
      classes: [
        aClass("A", "wrong_name", 3),
        aClass("A", "no_id", 2),
        aClass("A", "no_such", 9),
        aClass("B", "no_id", 1),
      ],
    }).units;
    expect(unit).toMatchObject({ left: 5, change: -3, pace: null, forecast: null, share: null });
    expect([...(unit?.classes ?? [])]).toEqual([
      ["wrong_name", 3],
      ["no_id", 2],
    ]);
    expect(workOf({ units: [aUnit("A", 5)], before: [] }).units[0]?.change).toBeNull();
    expect(workOf({ units: [aUnit("A", null, null)] }).units).toEqual([]);
    expect(workOf({ units: [aUnit("A", null)] }).units[0]?.state).toBe("noData");
  });

  it("counts the doses of facilities, of those that were sent", () => {
    const row = {
      code: "BV01",
      name: "Bệnh viện",
      doses_to_clean: 5,
      doses_sent: 20,
      newest_dose_cleansing_date: asOf,
    };
    expect(prepareWork({ ...none, units: [row] }, columns, workOfFacilities, asOf).units[0]).toMatchObject({
      left: 5,
      share: 0.25,
      daysSince: 0,
    });
  });
});

describe("its headline", () => {
  const whole = { ...aUnit("", 30), cleansing_rate: 0.5, cleansing_forecast_date: "2022-08-29" };

  it("says what is left, who holds most of it, who stands still and when it would be done", () => {
    const units = Array.from({ length: 11 }, (_, index) => aUnit(`${10_000 + index}`, 2, index === 0 ? null : asOf));
    expect(keys({ whole, units })).toEqual([
      "worklist.headline.left",
      "worklist.headline.first",
      "worklist.headline.stopped",
      "worklist.headline.forecast",
    ]);
    expect(keys({ whole, units: units.slice(1, 3) })).toEqual(["worklist.headline.left", "worklist.headline.forecast"]);
  });

  it("says of a single unit when somebody was last cleansed", () => {
    expect(keys({ whole: { ...whole, cleansing_rate: -1, cleansing_forecast_date: null } })).toEqual([
      "worklist.headline.leftHere",
      "worklist.headline.newest",
      "worklist.headline.notAtThisPace",
    ]);
  });

  it("says nothing of what is not known, and so where nothing is left", () => {
    expect(keys({})).toEqual([]);
    expect(keys({ whole: aUnit("", null, null) })).toEqual([]);
    expect(keys({ whole: aUnit("", 0) })).toEqual(["worklist.headline.nothing"]);
  });
});
