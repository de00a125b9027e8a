import { bySystematicDraw } from "../apportion.ts";
import { SeededRandom } from "../SeededRandom.ts";
import type { Facility } from "./Facility.ts";
import {
  BED_TOTALS,
  DELIVERY_TOTALS,
  EQUIPMENT_TOTALS,
  type KindTotals,
  STAFF_TOTALS,
  VISIT_TOTALS,
} from "./healthTotals.ts";

/** A facility's own share of the national totals at the end of the sample; null where its kind does not report it. */
export interface FacilityLevels {
  /** doctors, assistant doctors, nurses, midwives, pharmacists */
  readonly staff: readonly (number | null)[];
  readonly bedsActual: number | null;
  /** machines of each type, in order or broken */
  readonly equipment: readonly (number | null)[];
  /** of an ordinary year */
  readonly visits: number | null;
  readonly deliveries: number | null;
}

/** The levels of every facility, by code. Over all facilities they sum to the national totals exactly. */
export function facilityLevels(facilities: readonly Facility[], seed: string): Map<string, FacilityLevels> {
  const random = new SeededRandom(seed, "levels");
  const share = (totals: KindTotals): (number | null)[] => shares(facilities, totals, random);
  const staff = STAFF_TOTALS.map(share);
  const beds = share(BED_TOTALS);
  const equipment = EQUIPMENT_TOTALS.map(share);
  const visits = share(VISIT_TOTALS);
  const deliveries = share(DELIVERY_TOTALS);
  return new Map(
    facilities.map(({ code }, index) => [
      code,
      {
        staff: staff.map((column) => column[index] ?? null),
        bedsActual: beds[index] ?? null,
        equipment: equipment.map((column) => column[index] ?? null),
        visits: visits[index] ?? null,
        deliveries: deliveries[index] ?? null,
      },
    ]),
  );
}

/** Each kind's total over the facilities of the kind, by size. */
function shares(facilities: readonly Facility[], totals: KindTotals, random: SeededRandom): (number | null)[] {
  const result: (number | null)[] = facilities.map(() => null);
  for (const [kind, total] of Object.entries(totals)) {
    const members = facilities.flatMap((facility, index) => (facility.kind === kind ? [{ facility, index }] : []));
    const parts = bySystematicDraw(
      total,
      members.map(({ facility }) => facility.size),
      random.float(),
    );
    members.forEach(({ index }, position) => {
      result[index] = parts[position] ?? 0;
    });
  }
  return result;
}
