import { expect, it } from "vitest";
import { createFormat } from "../../format/createFormat.ts";
import { prepareResourceHeadline } from "./prepareResourceHeadline.ts";

const unknown = {
  facility_update_rate: null,
  public_facilities_not_updated: null,
  oldest_update_date: null,
  doctors_per_10k: null,
  beds_per_10k: null,
};
const stand = {
  facility_update_rate: 0.85,
  public_facilities_not_updated: 1929,
  oldest_update_date: "2021-09-30",
  doctors_per_10k: 11.6,
  beds_per_10k: 30.8,
};
const far = { name: "Sơn La", value: 0.61 };
const keys = (row: Parameters<typeof prepareResourceHeadline>[0], furthest: typeof far | null = far) =>
  prepareResourceHeadline(row, furthest, createFormat("vi")).map(({ key }) => key);

it("says what there is, how far it is kept up, who is furthest behind and what is in doubt", () => {
  expect(keys(stand)).toEqual([
    "resources.headline.density",
    "resources.headline.updated",
    "resources.headline.furthest",
    "resources.headline.silentSince",
  ]);
  expect(keys({ ...stand, oldest_update_date: null }, null).at(-1)).toBe("resources.headline.silent");
});

it("blames nobody where all have updated", () => {
  expect(keys({ ...stand, facility_update_rate: 1, public_facilities_not_updated: 0 })).toEqual([
    "resources.headline.density",
    "resources.headline.updated",
  ]);
});

it("says nothing of what is not known", () => {
  expect(keys(undefined)).toEqual([]);
  expect(keys(unknown)).toEqual([]);
  expect(keys({ ...unknown, doctors_per_10k: 3 })).toEqual([]);
});
