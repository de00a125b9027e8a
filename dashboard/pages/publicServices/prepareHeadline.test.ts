import { expect, it } from "vitest";
import { createFormat } from "../../format/createFormat.ts";
import { prepareHeadline } from "./prepareHeadline.ts";

const unknown = {
  procedures_full_online: null,
  procedures_eligible: null,
  full_online_rate: null,
  online_dossier_rate: null,
  on_time_rate: null,
};
const keys = (row: Partial<Record<keyof typeof unknown, number | null>>) =>
  prepareHeadline({ ...unknown, ...row }, createFormat("vi")).map(({ key }) => key);

it("says what runs online and on time, and nothing of what is missing", () => {
  const procedures = { procedures_full_online: 30, procedures_eligible: 100, full_online_rate: 0.3 };
  expect(keys({ ...procedures, online_dossier_rate: 0.5, on_time_rate: 0.9 })).toEqual([
    "publicServices.headline.full",
    "publicServices.headline.online",
    "publicServices.headline.onTime",
  ]);
  expect(keys({ procedures_full_online: 0, procedures_eligible: 0, on_time_rate: 1 })).toEqual([
    "publicServices.headline.onTime",
  ]);
  expect(keys({})).toEqual([]);
  expect(prepareHeadline(undefined, createFormat("vi"))).toEqual([]);
});
