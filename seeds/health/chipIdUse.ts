import { bySystematicDraw } from "../apportion.ts";
import { SeededRandom } from "../SeededRandom.ts";
import type { Facility, FacilityKind } from "./Facility.ts";
import { CHIP_ID } from "./healthTotals.ts";

/** How readily each kind takes up the look-up by chip ID card. */
const READINESS: Readonly<Partial<Record<FacilityKind, number>>> = {
  central: 40,
  provincial: 8,
  district: 6,
  centre: 4,
  private: 1.5,
  station: 0.6,
};

/** Look-ups of one facility by month, March 2022 first. */
export type ChipIdVisits = readonly number[];

/**
 * The insured facilities that look people up by chip ID card by mid 2022, as many as the Ministry's paper tells. They start
 * one after another, those with more readiness first; the look-ups of each month sum to the country's.
 */
export function chipIdUse(facilities: readonly Facility[], seed: string): Map<string, ChipIdVisits> {
  const random = new SeededRandom(seed, "chip_id");
  const users = facilities
    .map(({ code, kind, size, closedOn }) => ({
      code,
      size,
      readiness: closedOn ? 0 : (READINESS[kind] ?? 0),
      drawn: random.float(),
    }))
    .filter(({ readiness }) => readiness > 0)
    .map((candidate) => ({ ...candidate, rank: candidate.drawn / candidate.readiness }))
    .sort((x, y) => x.rank - y.rank || (x.code < y.code ? -1 : 1))
    .slice(0, CHIP_ID.facilities);
  const whole = CHIP_ID.visits.at(-1) ?? 1;
  const byMonth = CHIP_ID.visits.map((visits) => {
    const started = users.slice(0, Math.round((users.length * visits) / whole));
    const more = bySystematicDraw(
      visits - started.length,
      started.map(({ size }) => size),
      random.float(),
    );
    return started.map((_, index) => 1 + (more[index] ?? 0));
  });
  return new Map(users.map(({ code }, index) => [code, byMonth.map((visits) => visits[index] ?? 0)]));
}
