import { expect, it } from "vitest";
import { takeLink } from "./takeLink.ts";

/** What is taken, and the address that is left. */
const take = (address: string) => {
  const { pathname, search, hash } = new URL(address, "http://localhost");
  let left = pathname + search + hash;
  const replaceState = (_state: unknown, _title: string, url?: string | URL | null): void => {
    left = String(url);
  };
  return { token: takeLink({ location: { pathname, search, hash }, history: { replaceState } }), left };
};

it("takes the token of a one-time link out of the address, and leaves the rest", () => {
  expect(take("/chi-tieu?area=01#mat-khau=Ab-9_x")).toEqual({ token: "Ab-9_x", left: "/chi-tieu?area=01" });
});

it.each(["/#main", "/", "/#mat-khau=", "/#mat-khau=a.b", "/?mat-khau=abc"])("leaves %s as it is", (address) => {
  expect(take(address)).toEqual({ token: undefined, left: address });
});
