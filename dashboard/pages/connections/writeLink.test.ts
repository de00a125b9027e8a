import { expect, it } from "vitest";
import { en } from "../../messages/en.ts";
import { createText } from "../../messages/useText.ts";
import type { Link } from "./prepareLinks.ts";
import { writeLink } from "./writeLink.ts";

const write = (link: Partial<Link>) =>
  writeLink(
    {
      ...{ stream: "health_record", state: "sending", rate: 0.5, connected: 1, toConnect: 2 },
      ...{ sent: 10, accepted: 9, rejected: 1, fields: null },
      ...link,
    },
    createText("en", en),
  );

it("says what became of the records, and of 48 fields how many are filled", () => {
  expect(write({ fields: 36.07 })).toEqual(["9 accepted · 1 rejected", "36.1 of 48 fields filled"]);
  expect(write({ stream: "e_prescription", fields: 12 })).toContain("12 fields filled per record");
});

it("says that nothing came only of those that are connected", () => {
  const nothing = { sent: 0, accepted: 0, rejected: 0 };
  expect(write({ ...nothing, state: "silent" })).toEqual(["0 accepted · 0 rejected"]);
  expect(write({ ...nothing, state: "notConnected" })).toEqual([]);
  expect(write({ sent: null, accepted: null, rejected: null, state: "silent" })).toEqual([]);
});

it("shows records that came without a connection", () => {
  expect(write({ state: "notConnected", sent: 7, accepted: 7, rejected: null })).toEqual(["7 accepted · — rejected"]);
});
