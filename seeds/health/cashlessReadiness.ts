import { SeededRandom } from "../SeededRandom.ts";
import { type Facility, type Grade, isHospital } from "./Facility.ts";
import { CASHLESS } from "./healthTotals.ts";

/** Provinces with central hospitals report, with at least half of their facilities ready, but not all. */
const AT_LEAST_HALF = ["01", "46", "48", "79"];
const GRADE_RANKS: Readonly<Record<Grade, number>> = { "đặc biệt": 0, I: 1, II: 2, III: 3, IV: 4, "không xếp hạng": 4 };
const LAST_START = Date.UTC(2022, 5, 10);
const MS_PER_DAY = 86_400_000;
const DAYS_OF_STARTING = 500;

/** The facilities that report payments by day, with the day (ISO) from which they accept cashless payment; null: only cash. */
export type CashlessReadiness = ReadonlyMap<string, string | null>;

export const takesPayments = (facility: Facility): boolean =>
  (isHospital(facility) || facility.kind === "centre" || facility.kind === "control") && facility.closedOn === null;

/**
 * Splits the provinces as the survey of August 2022 found them: some did not report, in some all facilities accept cashless
 * payment, in some at least half, in the others fewer. Within a province those of higher grade come first.
 */
export function cashlessReadiness(byProvince: readonly (readonly Facility[])[], seed: string): CashlessReadiness {
  const random = new SeededRandom(seed, "cashless");
  const shares = provinceShares(byProvince, random);
  const ready = new Map<string, string | null>();
  for (const [index, facilities] of byProvince.entries()) {
    const share = shares[index] ?? null;
    if (share === null) continue;
    const own = facilities.filter((facility) => takesPayments(facility) && facility.kind !== "central");
    // Hospitals and centres alike: the province is above or below half by its hospitals as by all that take payments.
    for (const group of [own.filter(isHospital), own.filter((facility) => !isHospital(facility))]) {
      const order = group
        .map(({ code, grade }) => ({ code, rank: GRADE_RANKS[grade] + 2.5 * random.float() }))
        .sort((x, y) => x.rank - y.rank);
      const count = readyOf(group.length, share);
      for (const [place, { code }] of order.entries()) ready.set(code, place < count ? startDay(random) : null);
    }
  }
  const central = byProvince.flat().filter(({ kind }) => kind === "central");
  // The hospitals that are not ready are the smallest.
  const bySize = central.sort((x, y) => y.size - x.size);
  for (const [place, { code }] of bySize.entries()) {
    ready.set(code, place < CASHLESS.centralReady ? startDay(random) : null);
  }
  return ready;
}

/** A share of one half or more stays so when rounded, less stays less, and only 1 is all. */
function readyOf(count: number, share: number): number {
  if (share === 1) return count;
  return share >= 0.5
    ? Math.max(Math.ceil(count / 2), Math.min(count - 1, Math.ceil(count * share)))
    : Math.floor(count * share);
}

/** Share of ready facilities by province; null where the province did not report. */
function provinceShares(byProvince: readonly (readonly Facility[])[], random: SeededRandom): (number | null)[] {
  const codes = byProvince.map(([first]) => first?.provinceCode ?? "");
  const others = codes
    .filter((code) => !AT_LEAST_HALF.includes(code))
    .map((code) => ({ code, drawn: random.float() }))
    .sort((x, y) => x.drawn - y.drawn)
    .map(({ code }) => code);
  const half = CASHLESS.provincesAtLeastHalf - CASHLESS.provincesAll - AT_LEAST_HALF.length;
  const shareOf = new Map<string, number>(AT_LEAST_HALF.map((code) => [code, 0.62 + 0.3 * random.float()]));
  for (const [place, code] of others.slice(0, CASHLESS.surveyedProvinces - AT_LEAST_HALF.length).entries()) {
    const isHalf = place < CASHLESS.provincesAll + half;
    const partly = isHalf ? 0.5 + 0.42 * random.float() : 0.1 + 0.36 * random.float();
    shareOf.set(code, place < CASHLESS.provincesAll ? 1 : partly);
  }
  return codes.map((code) => shareOf.get(code) ?? null);
}

/** More start the nearer the end. */
function startDay(random: SeededRandom): string {
  const daysBefore = Math.floor(DAYS_OF_STARTING * random.float() ** 1.3);
  return new Date(LAST_START - daysBefore * MS_PER_DAY).toISOString().slice(0, 10);
}
