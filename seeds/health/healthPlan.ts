import type { ProvinceUnits } from "../administrativeUnits.ts";
import { type CashlessReadiness, cashlessReadiness } from "./cashlessReadiness.ts";
import { type ChipIdVisits, chipIdUse } from "./chipIdUse.ts";
import type { Facility } from "./Facility.ts";
import { type FacilityLevels, facilityLevels } from "./facilityLevels.ts";
import { facilityList } from "./facilityList.ts";
import { type Procedure, procedureList } from "./procedures.ts";

/** What is decided for the whole country before the first report is written. */
export interface HealthPlan {
  /** by province, in the order of the units */
  readonly facilities: readonly (readonly Facility[])[];
  readonly levels: ReadonlyMap<string, FacilityLevels>;
  readonly chipId: ReadonlyMap<string, ChipIdVisits>;
  readonly cashless: CashlessReadiness;
  readonly procedures: readonly Procedure[];
}

/** The same for the same seed, whatever the scale. */
export function healthPlan(units: readonly ProvinceUnits[], seed: string): HealthPlan {
  const facilities = facilityList(units, seed);
  const all = facilities.flat();
  return {
    facilities,
    levels: facilityLevels(all, seed),
    chipId: chipIdUse(all, seed),
    cashless: cashlessReadiness(facilities, seed),
    procedures: procedureList(seed),
  };
}
