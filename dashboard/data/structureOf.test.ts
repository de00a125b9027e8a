import { expect, it } from "vitest";
import { structureOf } from "./structureOf.ts";

const structure = (code: number, validFrom: string, validTo: string | null) => ({
  code,
  name_vi: "",
  name_en: "",
  validFrom,
  validTo,
});
const before = structure(63, "2008-08-01", "2025-06-30");
const today = structure(34, "2025-07-01", null);

it("takes the structures from what is loaded, whichever they are", () => {
  expect(structureOf({ structures: [before, today] }, "now")).toBe(today);
  expect(structureOf({ structures: [today, before] }, "then")).toBe(before);
  const next = structure(28, "2030-01-01", null);
  const ended = { ...today, validTo: "2029-12-31" };
  expect(structureOf({ structures: [before, ended, next] }, "now")).toBe(next);
  expect(structureOf({ structures: [before, ended, next] }, "then")).toBe(ended);
  expect(structureOf({ structures: [] }, "then")).toBeUndefined();
});
