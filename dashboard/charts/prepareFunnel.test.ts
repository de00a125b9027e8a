import { expect, it } from "vitest";
import { prepareErrorClasses } from "./prepareErrorClasses.ts";
import { prepareFunnel } from "./prepareFunnel.ts";

const row = (values: Record<string, number | null>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`vaccination.${name}`, value]));

it("shows how much of each step came through and names what was lost", () => {
  const steps = prepareFunnel(
    row({
      doses_administered: 200,
      doses_recorded: 180,
      doses_not_entered: 20,
      doses_sent: 90,
      doses_not_sent: 90,
      doses_verified: 45,
      doses_wrong: 30,
      doses_unverifiable: 10,
      doses_pending: 5,
    }),
    "doses",
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
  const [given, recorded] = prepareFunnel(row({ doses_administered: null, doses_recorded: 180 }), "doses");
  expect(given).toMatchObject({ value: null, share: null });
  expect(recorded).toMatchObject({ share: 1, passed: null, losses: [{ name: "notEntered", value: null }] });
});

it("has no step of doses given for people", () => {
  expect(prepareFunnel(undefined, "subjects").map((step) => step.name)).toEqual(["recorded", "sent", "verified"]);
});

it("orders error classes by size within wrong and unverifiable", () => {
  const classRow = (name: string, value: number) => ({
    "vaccination.error_class": name,
    "vaccination.subjects_to_clean": String(value),
  });
  const bars = prepareErrorClasses(
    [classRow("", 500), classRow("no_id", 900), classRow("wrong_name", 25), classRow("id_not_found", 75)],
    "subjects",
  );
  expect(bars.slice(0, 2).map(({ errorClass, share }) => [errorClass, share])).toEqual([
    ["id_not_found", 0.075],
    ["wrong_name", 0.025],
  ]);
  expect(bars.filter((bar) => bar.kind === "unverifiable").map((bar) => bar.value)).toEqual([900, 0, 0]);
  expect(prepareErrorClasses([], "subjects").every((bar) => bar.value === null)).toBe(true);
});
