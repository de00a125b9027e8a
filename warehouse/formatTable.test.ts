import { describe, expect, it } from "vitest";
import { formatTable } from "./formatTable.ts";

describe("formatTable", () => {
  it("aligns words left and numbers right", () => {
    expect(
      formatTable(
        ["job", "rows"],
        [
          ["doses", 1_234_567],
          ["areas", 5],
        ],
      ),
    ).toBe(["job         rows", "-----  ---------", "doses  1,234,567", "areas          5", ""].join("\n"));
  });
});
