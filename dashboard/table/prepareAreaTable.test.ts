import { expect, it } from "vitest";
import { compareCells, prepareAreaTable } from "./prepareAreaTable.ts";

it("keeps codes as text, numbers as numbers and missing as missing", () => {
  const [hanoi, unknown] = prepareAreaTable(
    [
      {
        then_province_code: "01",
        then_province_name: "Hà Nội",
        doses_recorded: 17_500_000,
        cleansing_forecast_date: "2022-12-01",
      },
      { then_province_code: "?", then_province_name: "Chưa xác định" },
    ],
    { code: "then_province_code", name: "then_province_name" },
    ["doses_recorded", "cleansing_forecast_date", "doses_administered"],
  );
  expect(hanoi).toMatchObject({ code: "01", name: "Hà Nội", isUnknown: false });
  expect(hanoi?.values.get("doses_recorded")).toBe(17_500_000);
  expect(hanoi?.values.get("cleansing_forecast_date")).toBe("2022-12-01");
  expect(hanoi?.values.get("doses_administered")).toBeNull();
  expect(unknown?.isUnknown).toBe(true);
});

it.each([false, true])(
  "sorts the unknown member last and missing figures before it (descending: %s)",
  (isDescending) => {
    const cells = [
      { value: 500, isUnknown: true },
      { value: null, isUnknown: false },
      { value: 1, isUnknown: false },
      { value: 2, isUnknown: false },
    ];
    const sorted = cells.toSorted((a, b) => (isDescending ? -1 : 1) * compareCells(a, b, isDescending));
    expect(sorted.map((cell) => cell.value)).toEqual([...(isDescending ? [2, 1] : [1, 2]), null, 500]);
  },
);
