import { expect, it } from "vitest";
import { recordLife } from "../pages/vaccination/recordLife.ts";
import { measuresIn, prepareFunnel } from "./prepareFunnel.ts";

it("shows how much of each step came through and names what was lost", () => {
  const steps = prepareFunnel(
    {
      doses_administered: 200,
      doses_recorded: 180,
      doses_not_entered: 20,
      doses_sent: 90,
      doses_not_sent: 90,
      doses_verified: 45,
      doses_wrong: 30,
      doses_unverifiable: 10,
      doses_pending: 5,
    },
    recordLife.doses,
  );
  expect(steps.map(({ name, share, passed }) => [name, share, passed])).toEqual([
    ["administered", 1, null],
    ["recorded", 0.9, 0.9],
    ["sent", 0.45, 0.5],
    ["verified", 0.225, 0.5],
  ]);
  expect(steps.at(-1)?.losses).toEqual([
    { name: "wrong", value: 30 },
    { name: "unverifiable", value: 10 },
    { name: "pending", value: 5 },
  ]);
});

it("keeps a step without a report empty, not zero", () => {
  const [given, recorded] = prepareFunnel({ doses_administered: null, doses_recorded: 180 }, recordLife.doses);
  expect(given).toMatchObject({ value: null, share: null });
  expect(recorded).toMatchObject({ share: 1, passed: null, losses: [{ name: "notEntered", value: null }] });
});

it("has no step of doses given for people", () => {
  expect(prepareFunnel(undefined, recordLife.subjects).map((step) => step.name)).toEqual([
    "recorded",
    "sent",
    "verified",
  ]);
});

const dossiers = [
  { name: "received", measure: "received", losses: [] },
  { name: "online", measure: "online", losses: [["onPaper", "received", "online"]] },
  { name: "resolved", measure: "resolved", of: "received", losses: [["open", "received", "resolved"]] },
] as const;

it("takes a step as a part of the one that it says, and a loss as what is left", () => {
  const steps = prepareFunnel({ received: 200, online: 80, resolved: 150 }, dossiers);
  expect(steps.map(({ passed, of, losses }) => [passed, of, losses])).toEqual([
    [null, null, []],
    [0.4, null, [{ name: "onPaper", value: 120 }]],
    [0.75, "received", [{ name: "open", value: 50 }]],
  ]);
});

it("names no loss where more came out than went in, and none as a number where a part is missing", () => {
  expect(prepareFunnel({ received: 100, online: 80, resolved: 130 }, dossiers).at(-1)).toMatchObject({
    passed: 1.3,
    losses: [],
  });
  expect(prepareFunnel({ received: 100, online: null }, dossiers)[1]?.losses).toEqual([
    { name: "onPaper", value: null },
  ]);
});

it("is drawn from each of its measures once, and asks no difference where it comes from", () => {
  expect(measuresIn(dossiers)).toEqual(["received", "online", "resolved"]);
  expect(measuresIn(recordLife.doses)).toContain("doses_not_sent");
});
