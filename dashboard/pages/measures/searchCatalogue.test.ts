import { expect, it } from "vitest";
import { loadCatalogue } from "../../why/loadCatalogue.ts";
import { searchCatalogue } from "./searchCatalogue.ts";

const all = await Promise.all([loadCatalogue("vaccination"), loadCatalogue("population")]);
const namesOf = (text: string, code: string | null = null) =>
  searchCatalogue(all, { text, code }, "vi").flatMap(({ measures }) => measures.map(({ name }) => name));

it("finds words without tone marks, in either language, those in the title first", () => {
  expect(namesOf("ty le mui xac thuc dung")[0]).toBe("verified_dose_rate");
  expect(namesOf("TỶ LỆ MŨI XÁC THỰC ĐÚNG")).toEqual(namesOf("ty le mui xac thuc dung"));
  expect(namesOf("verified-dose rate")).toContain("verified_dose_rate");
  expect(namesOf("vaccination.doses_sent")).toContain("doses_sent");
  expect(namesOf("không-có-gì-như-thế")).toEqual([]);
});

it("shows everything while nothing is looked for, and one view where the address names it or a measure of it", () => {
  expect(namesOf(" ").length).toBe(all.reduce((count, { measures }) => count + measures.length, 0));
  expect(searchCatalogue(all, { text: "", code: "population" }, "vi").map(({ view }) => view)).toEqual(["population"]);
  expect(namesOf("", "vaccination.doses_sent")).toEqual(namesOf("", "vaccination"));
  expect(namesOf("", "nothing.at_all")).toEqual([]);
});
