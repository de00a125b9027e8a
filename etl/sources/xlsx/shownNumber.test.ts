import { expect, it } from "vitest";
import { cellFormatOf, cellNumber } from "./cellFormats.ts";

const shown = (value: number, code: string): string | undefined =>
  cellNumber(String(value), cellFormatOf(200, code), false).shown;

it.each([
  [1001, "00000", "01001"],
  [123_456, "00000", "123456"],
  [7, '000"-A"', "007-A"],
  [12, '"TYT"00000', "TYT00012"],
  [12, "\\T\\Y\\T000", "TYT012"],
  [12_345, "00-000", "12-345"],
  [1_234_567, "(000) 000-000", "(001) 234-567"],
  [1.003, "General", "1.003"],
  [1.003, "0.000", "1.003"],
  [1.5, "0.000", "1.500"],
  [1.003_03, "0.000000", "1.003030"],
  [1.5, "0.0##", "1.5"],
  [0.5, "0.0", "0.5"],
  [0, "000", "000"],
  [0, '0;-0;"không"', "không"],
  [-5, "000", "-005"],
  [-5, "0;(0)", "(5)"],
  [12_345, "#,##0", "12345"],
  [0, "#,###", "0"],
  [5, ";;;", "5"],
  [3, 'General" xã"', "3 xã"],
  [3, "[$KCB-42A] 0", "KCB 3"],
  [3, "[Red]000", "003"],
  [0.45, "0%", "45%"],
  [0.4567, "0%", "45.67%"],
  [0.4567, "0.0%", "45.67%"],
  [0.07, '0.0%" giường"', "7.0% giường"],
])("%s as %s is shown as %s", (value, code, expected) => {
  expect(shown(value, code)).toBe(expected);
});

it("keeps a number's digits where its format hides some, and gives none where it shows words that cannot be told", () => {
  expect([shown(1.003, "0"), shown(12_345, "0.00E+00"), shown(0.5, "# ?/?")]).toEqual([...["1.003", "12345", "0.5"]]);
  expect([shown(1, '[=1]"Có";"Không"'), shown(1.5, '0" ca"')]).toEqual([undefined, undefined]);
});

it("gives no text for a number of more digits than Excel keeps", () => {
  expect(cellNumber("1.23456789012345E+15", "number", false)).toEqual({ shown: undefined, digits: "1234567890123450" });
});

it("reads days, moments and times of no day as such", () => {
  const shownDay = (raw: string): string | undefined => cellNumber(raw, "date", false).shown;
  expect([shownDay("44713"), shownDay("44713.5"), shownDay("0.35")]).toEqual([
    ...["2022-06-01", "2022-06-01 12:00:00", "08:24:00"],
  ]);
});
