import { expect, it } from "vitest";
import { parseDay } from "./parseDay.ts";

it("reads a day the Vietnamese way and refuses days that do not exist", () => {
  expect(parseDay("30/06/2022")).toBe("2022-06-30");
  expect(parseDay(" 5-4-2022 ")).toBe("2022-04-05");
  expect(parseDay("31/02/2022")).toBeNull();
  expect(parseDay("06/30/2022")).toBeNull();
  expect(parseDay("2022-06-30")).toBeNull();
});
