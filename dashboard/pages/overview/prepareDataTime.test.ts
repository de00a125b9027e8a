import { expect, it } from "vitest";
import { prepareDataTime } from "./prepareDataTime.ts";

const newest = new Map([
  ["doses", "2022-06-30"],
  ["verifications", "2022-05-31"],
]);

it("is the newest day of the subject's sources, never after the day asked for", () => {
  expect(prepareDataTime(["verifications", "doses"], newest, "2022-07-31")).toBe("2022-06-30");
  expect(prepareDataTime(["verifications"], newest, "2022-06-30")).toBe("2022-05-31");
  expect(prepareDataTime(["doses"], newest, "2022-03-31")).toBe("2022-03-31");
});

it("is missing where no source is loaded", () => {
  expect(prepareDataTime(["task_reports"], newest, "2022-06-30")).toBeNull();
  expect(prepareDataTime([], newest, "2022-06-30")).toBeNull();
});
