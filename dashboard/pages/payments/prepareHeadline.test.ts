import { expect, it } from "vitest";
import type { RankedArea } from "../../charts/prepareRanking.ts";
import { createFormat } from "../../format/createFormat.ts";
import { prepareHeadline } from "./prepareHeadline.ts";

const unknown = {
  cashless_ready_hospitals: null,
  hospitals_grade_2_and_above: null,
  cashless_ready_hospital_rate: null,
  cashless_transaction_share: null,
  transactions: null,
  amount_vnd: null,
  cashless_ready_facilities: null,
  facilities: null,
  facilities_reporting: null,
};
const areas = (...values: (number | null)[]) =>
  values.map(
    (value, index): RankedArea => ({
      level: "province",
      code: `0${index}`,
      name: `Tỉnh ${index}`,
      value,
      rank: value === null ? null : index + 1,
      state: null,
      isUnknown: false,
    }),
  );
const keys = (findings: Partial<Parameters<typeof prepareHeadline>[0]>) =>
  prepareHeadline({ current: unknown, areas: [], ...findings }, createFormat("vi")).map(({ key }) => key);

it("says the state, the outlier and the doubt", () => {
  const current = {
    cashless_ready_hospitals: 3,
    hospitals_grade_2_and_above: 4,
    cashless_ready_hospital_rate: 0.75,
    cashless_transaction_share: 0.13,
    transactions: 100,
    amount_vnd: 1000,
    cashless_ready_facilities: 5,
    facilities: 50,
    facilities_reporting: 9,
  };
  expect(keys({ current, areas: areas(0.5, 0.3, 0.1, null) })).toEqual([
    "payments.headline.hospitals",
    "payments.headline.share",
    "payments.headline.last",
    "payments.headline.silent",
    "payments.headline.doubt",
  ]);
  expect(keys({ current: { ...current, cashless_ready_hospital_rate: null } })[0]).toBe("payments.headline.facilities");
});

it("names no last of a tie or of few, and says nothing of what is not known", () => {
  expect(keys({ areas: areas(0.5, 0.1, 0.1) })).toEqual([]);
  expect(keys({ areas: areas(0.5, 0.1) })).toEqual([]);
  expect(keys({ areas: areas(null, null, null) })).toEqual(["payments.headline.silent"]);
  expect(keys({ areas: areas(null, null, null, null, null) })).toEqual(["payments.headline.manySilent"]);
  expect(keys({ current: undefined })).toEqual([]);
});

it("says of one method what was paid, since it has no share", () => {
  const current = { ...unknown, transactions: 174_493, amount_vnd: 78_150_498_000 };
  expect(keys({ current })).toEqual(["payments.headline.paid"]);
  expect(keys({ current: { ...current, cashless_transaction_share: 0.2 } })).toEqual(["payments.headline.share"]);
  expect(keys({ current: { ...current, amount_vnd: null } })).toEqual([]);
});
