import { SeededRandom } from "../SeededRandom.ts";
import type { Facility, FacilityKind } from "./Facility.ts";
import type { FacilityLevels } from "./facilityLevels.ts";
import { LAST_MONTH, type ReportMonth } from "./reportCalendar.ts";

/** What a facility does in a month, whether or not it reports it. Null where its kind does not do it. */
export interface MonthlyActivity {
  readonly bedsActual: number | null;
  readonly outpatientVisits: number | null;
  readonly insuredVisits: number | null;
  readonly admissions: number | null;
  readonly inpatientDays: number | null;
  readonly deliveries: number | null;
}

interface Character {
  readonly bedGrowth: number;
  readonly visitGrowth: number;
  readonly occupancy: number;
  readonly insuredShare: number;
  /** visits of each month relative to what season and growth make of it */
  readonly noise: readonly number[];
}

const INSURED_SHARES: Readonly<Partial<Record<FacilityKind, number>>> = {
  central: 0.58,
  provincial: 0.74,
  district: 0.86,
  centre: 0.82,
  private: 0.45,
  station: 0.88,
  clinic: 0.25,
};
/** Average days of a stay. */
const STAYS: Readonly<Partial<Record<FacilityKind, number>>> = {
  central: 7.6,
  provincial: 6.8,
  district: 5.6,
  centre: 5.0,
  private: 4.2,
};
/** Beds fill less strongly than consulting rooms when people stay at home. */
const BED_SEASON_WEIGHT = 0.4;
const HIGHEST_OCCUPANCY = 0.97;

/** The months of one facility: stable growth, the country's season, a little noise. */
export class FacilityActivity {
  private readonly facility: Facility;
  private readonly levels: FacilityLevels;
  private readonly character: Character;

  constructor(facility: Facility, levels: FacilityLevels, seed: string) {
    const random = new SeededRandom(seed, `activity/${facility.code}`);
    this.facility = facility;
    this.levels = levels;
    this.character = {
      bedGrowth: 0.05 * random.float(),
      visitGrowth: -0.04 + 0.12 * random.float(),
      occupancy: 0.64 + 0.3 * random.float(),
      insuredShare: (INSURED_SHARES[facility.kind] ?? 0) * (0.9 + 0.2 * random.float()),
      noise: Array.from({ length: LAST_MONTH + 1 }, () => 0.95 + 0.1 * random.float()),
    };
  }

  /** A level of the end of the sample as it was in an earlier month. */
  bedsIn({ index }: ReportMonth): number | null {
    return grown(this.levels.bedsActual, this.character.bedGrowth, index);
  }

  in(month: ReportMonth): MonthlyActivity {
    const { visitGrowth, occupancy, insuredShare, noise } = this.character;
    const flow = (yearly: number | null): number | null =>
      yearly === null
        ? null
        : Math.round(
            ((grownExactly(yearly, visitGrowth, month.index) * month.season) / 12) * (noise[month.index] ?? 1),
          );
    const outpatientVisits = flow(this.levels.visits);
    const bedsActual = this.bedsIn(month);
    const bedSeason = 1 - BED_SEASON_WEIGHT * (1 - month.season);
    const filled = Math.min(HIGHEST_OCCUPANCY, occupancy * bedSeason * (noise[month.index] ?? 1));
    const inpatientDays = bedsActual === null ? null : Math.floor(bedsActual * month.days * filled);
    const stay = STAYS[this.facility.kind] ?? 5;
    return {
      bedsActual,
      outpatientVisits,
      insuredVisits: outpatientVisits === null ? null : Math.floor(outpatientVisits * Math.min(1, insuredShare)),
      admissions: inpatientDays === null ? null : Math.ceil(inpatientDays / stay),
      inpatientDays,
      deliveries: flow(this.levels.deliveries),
    };
  }
}

/** `level` is that of the last month; growth is that of the year before it. */
export function grown(level: number | null, growth: number, monthIndex: number): number | null {
  return level === null ? null : Math.round(grownExactly(level, growth, monthIndex));
}

function grownExactly(level: number, growth: number, monthIndex: number): number {
  return level * (1 - (growth * (LAST_MONTH - monthIndex)) / LAST_MONTH);
}
