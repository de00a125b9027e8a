import { describe, expect, it } from "vitest";
import { prepareTargetStates, type TargetRow, targetOf } from "./prepareTargetStates.ts";

const row = (overrides: Partial<TargetRow>): TargetRow => ({
  measure: "vaccination.cleansing_progress",
  target_value: 1,
  current_value: 0.179,
  deadline: "2025-12-31",
  legal_basis: "2491/QĐ-BYT",
  value_date: "2022-06-30",
  status: "late",
  ...overrides,
});
const stateOf = (rows: TargetRow[], value: number | null, measure = "vaccination.cleansing_progress") =>
  targetOf(prepareTargetStates(rows).get(measure), value)?.state ?? null;

describe("the state of a figure", () => {
  it("is what the view of targets says of it", () => {
    const said = ["met", "on_track", "late", "stale"].map((status) => stateOf([row({ status })], 0.179));
    expect(said).toEqual(["met", "onTrack", "late", "stale"]);
  });
  it("is none without a target, without a value, and of a status not known", () => {
    expect(stateOf([], 0.179)).toBeNull();
    expect(stateOf([row({})], null)).toBeNull();
    expect(stateOf([row({ current_value: null, status: "no_data" })], null)).toBeNull();
    expect(stateOf([row({ status: "paused" })], 0.179)).toBeNull();
    expect(stateOf([row({ measure: "" })], 0.179, "")).toBeNull();
  });
  it("is not that of an indicator which is only a part of the measure", () => {
    const streams = [row({ current_value: 0.14 }), row({ current_value: 0.11, status: "met" })];
    expect(stateOf(streams, 0.22)).toBeNull();
    expect(stateOf(streams, 0.11)).toBe("met");
  });
  it("is that of the nearest deadline where there are several", () => {
    const rows = [row({ deadline: "2030-12-31", status: "on_track" }), row({ deadline: "2025-12-31" })];
    expect(stateOf(rows, 0.179)).toBe("late");
  });
});
