import type { ProvinceUnits } from "./administrativeUnits.ts";
import { bySystematicDraw } from "./apportion.ts";
import type { NationalPlan, PlanCell } from "./nationalPlan.ts";
import { PROVINCE_POPULATIONS } from "./provincePopulations.ts";
import { type ProvinceProfile, provinceProfile } from "./provinceProfile.ts";
import { SeededRandom } from "./SeededRandom.ts";
import type { SubjectGroup } from "./subjectGroups.ts";

/** What one province is to hold. */
export interface ProvincePlan {
  readonly units: ProvinceUnits;
  readonly profile: ProvinceProfile;
  /** subjects per cell of the national plan */
  readonly cellSubjects: readonly number[];
  readonly certificates: number;
  readonly dosesNotEntered: number;
  readonly population: number;
  readonly population18Plus: number | null;
}

const DOSES_WITH_BOOSTER = 3;

/** Splits the national plan over the provinces: the parts of every cell sum to the nation's. */
export function provincePlans(
  national: NationalPlan,
  units: readonly ProvinceUnits[],
  scale: number,
  seed: string,
): ProvincePlan[] {
  const random = new SeededRandom(seed, "provinces");
  const profiles = units.map(({ code }) => provinceProfile(seed, code));
  const people = units.map(({ code }) => PROVINCE_POPULATIONS.find((row) => row.code === code));
  const populations = people.map((row) => row?.population ?? 0);
  const split = (total: number, weightOf: (profile: ProvinceProfile) => number, base: ArrayLike<number>): Int32Array =>
    bySystematicDraw(
      total,
      profiles.map((profile, index) => (base[index] ?? 0) * weightOf(profile)),
      random.float(),
    );

  const cells = national.cells.map((cell) => {
    const group = national.groups[cell.groupIndex];
    return split(cell.subjects, (profile) => (group ? cellWeight(profile, group, cell) : 0), populations);
  });
  const signable = units.map((_, province) => countSignable(national, cells, province));
  const certificates = split(national.targets.certificates, ({ certificateFactor }) => certificateFactor, signable);
  const notEntered = split(
    national.targets.dosesNotEntered,
    ({ notEnteredFactor, coverage }) => notEnteredFactor * coverage,
    populations,
  );
  const population = split(Math.round(sum(populations) / scale), () => 1, populations);
  return units.map((unit, index) => {
    const adults = people[index]?.population18Plus ?? null;
    return {
      units: unit,
      profile: profiles[index] ?? provinceProfile(seed, unit.code),
      cellSubjects: cells.map((parts) => parts[index] ?? 0),
      certificates: Math.min(certificates[index] ?? 0, signable[index] ?? 0),
      dosesNotEntered: notEntered[index] ?? 0,
      population: population[index] ?? 0,
      population18Plus: adults === null ? null : Math.round(adults / scale),
    };
  });
}

function cellWeight(profile: ProvinceProfile, group: SubjectGroup, cell: PlanCell): number {
  const size = profile.coverage;
  const boosters = cell.doses + cell.unsentDoses >= DOSES_WITH_BOOSTER ? profile.boosterFactor : 1;
  const waiting = cell.unsentDoses === 1 || group.timing === "not_sent" ? profile.waitingFactor : 1;
  return size * boosters * waiting * qualityWeight(profile, group);
}

function qualityWeight(profile: ProvinceProfile, { state, timing, history }: SubjectGroup): number {
  const { wrongFactor, cleansingFactor, relapseFactor, newcomerFactor } = profile;
  if (state === "pending" || state === "not_sent") return 1;
  const cleansed = history === "cleansed" || history === "cleansed_before" ? wrongFactor * cleansingFactor : null;
  if (cleansed !== null) return cleansed;
  if (history === "recleansed" || history === "relapsed") return wrongFactor * cleansingFactor * relapseFactor;
  // Fewer right where more are wrong, so that a province's size stays near its population's share.
  if (state === "right") return Math.max(0.5, 1 - 0.25 * (wrongFactor - 1));
  return timing === "new" ? wrongFactor * newcomerFactor : wrongFactor;
}

function countSignable(national: NationalPlan, cells: readonly Int32Array[], province: number): number {
  return national.cells.reduce((count, cell, index) => {
    return national.groups[cell.groupIndex]?.state === "right" ? count + (cells[index]?.[province] ?? 0) : count;
  }, 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
