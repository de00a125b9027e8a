import { describe, expect, it } from "vitest";
import { parseAreaName, tidyName } from "./areaNames.ts";

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
