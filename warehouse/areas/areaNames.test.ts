import { describe, expect, it } from "vitest";
import { parseAreaName, searchKey, tidyName } from "./areaNames.ts";

describe("parseAreaName", () => {
  it.each([
    ["Thành phố Hà Nội", "Hà Nội", "Thành phố"],
    ["Thị Trấn  Thổ Tang", "Thổ Tang", "Thị trấn"],
    ["Phường 12", "Phường 12", "Phường"],
    ["Phường VII", "Phường VII", "Phường"],
    ["Xã Ea H’Leo", "Ea H'Leo", "Xã"],
  ])("reads %s", (text, name, type) => {
    expect(parseAreaName(text)).toEqual({ name, fullName: tidyName(text), type });
  });

  it("refuses a name without a type", () => {
    expect(() => parseAreaName("Cao Bằng")).toThrow(TypeError);
  });
});

describe("searchKey", () => {
  it.each([
    ["Thành phố Đà Nẵng", "thanh pho da nang"],
    ["Tỉnh Đắk Lắk", "tinh dak lak"],
    ["Hoà Bình", "hoa binh"],
    ["Hòa Bình".normalize("NFD"), "hoa binh"],
    ["Văn Miếu - Quốc Tử Giám", "van mieu - quoc tu giam"],
  ])("finds %s as %s", (text, key) => {
    expect(searchKey(text)).toBe(key);
  });
});
