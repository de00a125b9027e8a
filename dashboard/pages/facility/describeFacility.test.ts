import { expect, it } from "vitest";
import { vietnamese } from "../../messages/useText.ts";
import { describeFacility } from "./describeFacility.ts";

const { t } = vietnamese;
const aHospital = {
  facility_name: "Bệnh viện Đa khoa",
  facility_type: "hospital",
  ownership: "public",
  grade: "I",
  managing_level: "province",
  now_province_code: "14",
  now_province_name: "Sơn La",
  now_commune_code: "03646",
  now_commune_name: "Phường Tô Hiệu",
  facilities: 1,
  newest_update_date: "2022-06-20",
};

it("names kind, owner, grade, level and place", () => {
  expect(describeFacility(aHospital, t)).toEqual([
    ...["Bệnh viện", "Công lập", "Hạng I", "tuyến tỉnh", "Phường Tô Hiệu", "Sơn La"],
  ]);
});

it("leaves out what is not known or does not apply, and keeps a kind that it has no word for", () => {
  const unknown = { ownership: "unknown", grade: "none", managing_level: "unknown", now_commune_name: "" };
  expect(describeFacility({ ...aHospital, ...unknown, facility_type: "laboratory" }, t)).toEqual([
    ...["laboratory", "Sơn La"],
  ]);
});
