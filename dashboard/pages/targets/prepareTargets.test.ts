import { expect, it } from "vitest";
import { createFormat } from "../../format/createFormat.ts";
import { createTranslate } from "../../messages/createTranslate.ts";
import { en } from "../../messages/en.ts";
import { aTargetRow } from "../../testing/aTargetRow.ts";
import { furthestBehind, prepareMatrix } from "./prepareMatrix.ts";
import { prepareTargetHeadline } from "./prepareTargetHeadline.ts";
import { countStates, prepareTargets } from "./prepareTargets.ts";
import type { TargetRow } from "./targets.ts";
import { writeRate, writeValue } from "./writeTarget.ts";

const late = (values: Partial<TargetRow>) =>
  aTargetRow({ status: "late", current_value: 0.4, progress: 0.4, ...values });
const province = (code: string, values: Partial<TargetRow>) =>
  late({ area_code: code, area_name: `Tỉnh ${code}`, now_province_code: code, ...values });
const keys = (rows: TargetRow[]) => prepareTargetHeadline(prepareTargets(rows, "vi")).map(({ key }) => key);

it("orders targets by urgency and keeps the view's state", () => {
  const targets = prepareTargets(
    [
      aTargetRow({ target_code: "met", status: "met" }),
      aTargetRow({ target_code: "none" }),
      late({ target_code: "30", days_late: 30 }),
      late({ target_code: "never" }),
      aTargetRow({ target_code: "stale", status: "stale", current_value: 1 }),
      late({ target_code: "900", days_late: 900 }),
      aTargetRow({ target_code: "track", status: "on_track" }),
    ],
    "vi",
  );
  expect(targets.map(({ code }) => code)).toEqual(["never", "900", "30", "stale", "none", "track", "met"]);
  expect(countStates(targets)).toEqual({ met: 1, onTrack: 1, late: 3, stale: 1, noData: 1 });
});

it("says nothing without targets, and names the worst", () => {
  expect(keys([])).toEqual([]);
  expect(keys([aTargetRow({})])).toEqual(["targets.headline.met", "targets.headline.untold"]);
  expect(keys([late({ days_late: 3 })])).toEqual(["targets.headline.met", "targets.headline.late"]);
  expect(keys([late({})])).toEqual(["targets.headline.met", "targets.headline.lateUnreached"]);
  // A state that no screen knows is not made up from the figures beside it.
  expect(prepareTargets([aTargetRow({ status: "odd", current_value: 2, progress: 1 })], "en")[0]).toMatchObject({
    name: "Indicator a",
    state: "noData",
  });
});

it("lays targets out by unit, those with most late ones first, and leaves former provinces out", () => {
  const targets = prepareTargets(
    [
      province("01", { status: "met" }),
      province("79", { days_late: 5 }),
      province("79", { target_code: "b", indicator_name: "Chỉ số b", status: "no_data" }),
      province("27", { now_province_code: "24", days_late: 50 }),
    ],
    "vi",
  );
  const { columns, units } = prepareMatrix(targets);
  expect(columns.map(({ code }) => code)).toEqual(["a", "b"]);
  expect(units.map(({ code, cells }) => [code, cells.map((cell) => cell?.state ?? null)])).toEqual([
    ["79", ["late", "noData"]],
    ["01", ["met", null]],
  ]);
  expect(prepareMatrix([])).toEqual({ columns: [], units: [] });
});

it("names the units furthest behind on one target, at most five, and none that is not late", () => {
  const rows = ["01", "02", "03", "04", "05", "06", "07"].map((code) => province(code, { days_late: Number(code) }));
  const targets = prepareTargets([...rows, province("08", { status: "no_data" })], "vi");
  expect(furthestBehind(targets, "a").map(({ areaCode }) => areaCode)).toEqual(["07", "06", "05", "04", "03"]);
  expect(furthestBehind(targets, "unknown")).toEqual([]);
});

it("writes a pace that rounds to nothing as small, with its direction, and a missing one as missing", () => {
  const write = (value: number | null) =>
    writeRate(value, { isShare: false }, createFormat("en"), createTranslate("en", en));
  expect([null, 0, 0.004, -0.004, -1.5].map(write)).toEqual(["—", "0", "< 0.01", "> −0.01", "−1.5"]);
  expect(writeRate(0.002, { isShare: true }, createFormat("en"), createTranslate("en", en))).toBe("0.2 pp");
  expect(writeValue(null, { isShare: true }, createFormat("en"))).toBe("—");
});
