import { expect, it } from "vitest";
import { prepareErrorClasses } from "./prepareErrorClasses.ts";

it("orders error classes by size within wrong and unverifiable", () => {
  const classRow = (name: string, value: number) => ({
    error_class: name,
    subjects_to_clean: value,
    doses_to_clean: null,
  });
  const bars = prepareErrorClasses(
    [classRow("", 500), classRow("no_id", 900), classRow("wrong_name", 25), classRow("id_not_found", 75)],
    "subjects",
  );
  expect(bars.slice(0, 2).map(({ errorClass, share }) => [errorClass, share])).toEqual([
    ["id_not_found", 0.075],
    ["wrong_name", 0.025],
  ]);
  expect(bars.filter((bar) => bar.kind === "unverifiable").map((bar) => bar.value)).toEqual([900, 0, 0]);
  expect(prepareErrorClasses([], "subjects").every((bar) => bar.value === null)).toBe(true);
});
