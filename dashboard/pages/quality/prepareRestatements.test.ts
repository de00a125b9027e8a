import { expect, it } from "vitest";
import type { Restatements } from "../../data/fetchLedger.ts";
import { prepareRestatements } from "./prepareRestatements.ts";

const aChange = (code: string, before: string | null, after: string | null): Restatements["restatements"][number] => ({
  ...{ code, name: `Tỉnh ${code}`, old: before, new: after },
  changes: [
    {
      publication: {
        ...{ publicationNumber: 8, job: "doses", batch: "doses_2", publishedAt: "2022-07-01T00:00:00Z" },
        files: [{ name: "doses_2_corrected.csv" }],
      },
      ...{ old: before, new: after },
    },
  ],
});
const prepare = (...restatements: Restatements["restatements"]) =>
  prepareRestatements({ publications: 3, restatements });

it("puts a figure that was withdrawn first, then the largest change for its size, then what is told for the first time", () => {
  const rows = prepare(
    aChange("01", "100", "110"),
    aChange("02", null, "7"),
    aChange("04", "10", "5"),
    aChange("06", "3", null),
    aChange("08", "0", "1"),
  );
  expect(rows.map(({ code, difference, isFirst }) => [code, difference, isFirst])).toEqual([
    ["06", null, false],
    ["08", 1, false],
    ["04", -5, false],
    ["01", 10, false],
    ["02", null, true],
  ]);
  expect(rows[1]?.files).toEqual([
    { publication: 8, publishedAt: "2022-07-01T00:00:00Z", names: ["doses_2_corrected.csv"] },
  ]);
});

it("is empty where nothing changed", () => {
  expect(prepare()).toEqual([]);
});
