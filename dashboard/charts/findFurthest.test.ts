import { expect, it } from "vitest";
import { findFurthest } from "./findFurthest.ts";

const columns = { code: "code", name: "name" };
const rate = { name: "rate", better: "up" } as const;
const row = (code: string, value: number | null) => ({ code, name: `Tỉnh ${code}`, rate: value });

it("names the unit furthest behind, by the measure's own direction", () => {
  const rows = [row("01", 0.9), row("02", 0.4), row("04", null), row("08", 0.7)];
  expect(findFurthest(rows, columns, rate)).toEqual({ name: "Tỉnh 02", value: 0.4 });
  expect(findFurthest(rows, columns, { ...rate, better: "down" })?.name).toBe("Tỉnh 01");
});

it("names nobody where nobody stands out", () => {
  expect(findFurthest([], columns, rate)).toBeNull();
  expect(findFurthest([row("01", 0.4)], columns, rate)).toBeNull();
  expect(findFurthest([row("01", null), row("02", null)], columns, rate)).toBeNull();
  expect(findFurthest([row("01", 0.4), row("02", 0.4), row("04", 0.9)], columns, rate)).toBeNull();
  expect(findFurthest([row("01", 0.4), row("02", 0.9)], columns, { ...rate, better: "none" })).toBeNull();
  expect(findFurthest([row("01", 0.4), row("02", 0.9)], null, rate)).toBeNull();
});

it("does not blame what is known only above the unit", () => {
  expect(findFurthest([row("01?", 0), row("01", 0.5), row("02", 0.6)], columns, rate)?.name).toBe("Tỉnh 01");
});
