import { expect, it } from "vitest";
import { prepareCitation } from "./prepareCitation.ts";

it("says what became of a cited figure", () => {
  expect(prepareCitation("5", "7")).toEqual({ outcome: "changed", difference: 2 });
  expect(prepareCitation("5", "5.0")).toEqual({ outcome: "same", difference: null });
  expect(prepareCitation("2022-06-30", "2022-07-01")).toEqual({ outcome: "changed", difference: null });
  expect(prepareCitation(null, "0")).toEqual({ outcome: "appeared", difference: null });
  expect(prepareCitation("0", null)).toEqual({ outcome: "gone", difference: null });
  expect(prepareCitation(null, null)).toEqual({ outcome: "same", difference: null });
});
