import { expect, it } from "vitest";
import { prepareStaff } from "./prepareStaff.ts";

const staff = { doctors: 30, assistant_doctors: 10, nurses: 50, midwives: 5, pharmacists: 5 };

it("gives each profession its share of all", () => {
  expect(prepareStaff(staff).map(({ share }) => share)).toEqual([0.3, 0.1, 0.5, 0.05, 0.05]);
});

it("gives no shares of a whole that is not known or is nothing", () => {
  const shares = (row: Parameters<typeof prepareStaff>[0]) => prepareStaff(row).filter(({ share }) => share !== null);
  expect(shares({ ...staff, midwives: null })).toEqual([]);
  expect(shares(undefined)).toEqual([]);
  expect(shares({ doctors: 0, assistant_doctors: 0, nurses: 0, midwives: 0, pharmacists: 0 })).toEqual([]);
});
