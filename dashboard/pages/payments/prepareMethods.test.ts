import { expect, it } from "vitest";
import { prepareMethods } from "./prepareMethods.ts";

const row = (date: string, method: string, transactions: number | null) => ({
  date,
  method,
  transactions,
  amount_vnd: null,
});
const prepare = (rows: Parameters<typeof prepareMethods>[0]) =>
  prepareMethods(rows, "transactions", "month", ["2022-01-01", "2022-04-30"]);

it("divides each method by all payments, those of an unknown method among them", () => {
  const buckets = prepare([
    row("2022-02-01", "cash", 60),
    row("2022-02-01", "card", 30),
    row("2022-02-01", "unknown", 10),
    row("2022-04-01", "qr", 5),
  ]);
  expect(buckets.map(({ day, shares }) => [day, ...shares])).toEqual([
    ["2022-02-01", 0.3, 0, 0, 0, 0],
    ["2022-03-01", null, null, null, null, null],
    ["2022-04-01", 0, 0, 1, 0, 0],
  ]);
});

it("shows nothing where nothing was reported", () => {
  expect(prepare([])).toEqual([]);
  expect(prepare([row("2022-02-01", "card", null)])).toEqual([]);
  expect(prepare([row("2022-02-01", "cash", 0)])[0]?.shares).toEqual([null, null, null, null, null]);
});
