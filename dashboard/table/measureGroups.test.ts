import { expect, it } from "vitest";
import { measureNames } from "../data/measureNames.ts";
import { measureGroups } from "./measureGroups.ts";

it("gives every measure exactly one column", () => {
  expect(measureGroups.flatMap((group) => group.measures).sort()).toEqual([...measureNames].sort());
});
