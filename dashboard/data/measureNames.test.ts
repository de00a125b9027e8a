import { expect, it } from "vitest";
import { vaccinationMeasures } from "../api/vaccination.generated.ts";
import { measureNames } from "./measureNames.ts";

it("shows every measure of the model, once", () => {
  const shown = measureNames.map((name) => `vaccination.${name}`).sort();
  expect(shown).toEqual(Object.keys(vaccinationMeasures).sort());
});
