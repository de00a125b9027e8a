import { expect, it } from "vitest";
import { createFormat } from "../../format/createFormat.ts";
import { prepareHeadline } from "./prepareHeadline.ts";

const unknown = {
  verified_dose_rate: null,
  subjects_to_clean: null,
  cleansing_rate: null,
  cleansing_forecast_date: null,
};
const keys = (row: Partial<NonNullable<Parameters<typeof prepareHeadline>[0]>>) =>
  prepareHeadline({ ...unknown, ...row }, createFormat("vi")).map((sentence) => sentence.key);

it("says where things stand, what is left and when it would be done", () => {
  const row = {
    verified_dose_rate: 0.83,
    subjects_to_clean: 5,
    cleansing_rate: 1,
    cleansing_forecast_date: "2022-12-01",
  };
  expect(keys(row)).toEqual(["headline.verified", "headline.toClean", "headline.finish"]);
  expect(keys({ ...row, cleansing_rate: 0, cleansing_forecast_date: null }).at(-1)).toBe("headline.notAtThisPace");
  expect(keys({ ...row, subjects_to_clean: 0 })).toEqual(["headline.verified", "headline.done"]);
});

it("says nothing of what is not known", () => {
  expect(prepareHeadline(undefined, createFormat("vi"))).toEqual([]);
  expect(keys({ subjects_to_clean: 5, cleansing_rate: null })).toEqual(["headline.toClean"]);
});
