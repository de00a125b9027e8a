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
