import type { RowSink } from "../RowSink.ts";
import { SeededRandom } from "../SeededRandom.ts";
import type { Facility } from "./Facility.ts";
import type { FacilityLevels } from "./facilityLevels.ts";
import { type DirtKinds, ReportSink } from "./ReportSink.ts";
import type { ReportExtent } from "./reportCalendar.ts";
import type { ReportingHabit } from "./reportingHabit.ts";

/** All that decides what the facilities of one province report. */
export interface ReportSource {
  readonly provinceCode: string;
  readonly provinceIndex: number;
  readonly facilities: readonly Facility[];
  readonly levels: ReadonlyMap<string, FacilityLevels>;
  readonly habit: ReportingHabit;
  readonly extent: ReportExtent;
  readonly dirtFactor: number;
  readonly label: string;
  readonly seed: string;
}

/** A sink that spoils some of one province's rows of a file. */
export function spoilingSink(source: ReportSource, file: string, sink: RowSink, kinds: DirtKinds): ReportSink {
  return new ReportSink(file, sink, kinds, {
    random: new SeededRandom(source.seed, `${file}/dirt/${source.provinceCode}`),
    factor: source.dirtFactor,
    startKind: source.provinceIndex,
  });
}

/** The facilities that report at all in a sample of this extent. */
export function reportingFacilities({ facilities, extent }: ReportSource): Facility[] {
  let stations = 0;
  return facilities.filter(({ kind }) => kind !== "station" || stations++ % extent.stationStep === 0);
}

/** Whether a facility exists in the whole of a month (yyyy-mm). */
export function isOpen({ openedOn, closedOn }: Facility, month: string): boolean {
  return (openedOn === null || openedOn.slice(0, 7) <= month) && (closedOn === null || closedOn.slice(0, 7) >= month);
}

/** Under what a facility reports; `dirt` says what is wrong with that. */
export interface Reporter {
  readonly code: string;
  readonly communeCode: string;
  readonly dirt: (typeof UNLISTED_KINDS)[number] | null;
}
const UNLISTED_KINDS = ["facility_unknown", "commune_unknown", "province_only"] as const;
const UNLISTED_SHARE = 0.015;

/**
 * Some stations and clinics report staff, beds and connections all the time under a code that no list has, so that nothing
 * is counted twice. The place is then the commune of the row, or only the province.
 */
export function reporterOf({ code, kind, communeCode }: Facility, seed: string): Reporter {
  const random = new SeededRandom(seed, `reporter/${code}`);
  const isUnlisted = (kind === "station" || kind === "clinic") && random.chance(UNLISTED_SHARE);
  if (!isUnlisted) return { code, communeCode, dirt: null };
  const dirt = random.pick(UNLISTED_KINDS);
  const communes = { facility_unknown: communeCode, commune_unknown: "99999", province_only: "" };
  return { code: `X${code}`, communeCode: communes[dirt], dirt };
}
