import type { CsvStyle } from "./CsvSink.ts";
import type { HealthPlan } from "./health/healthPlan.ts";
import type { DirtKinds } from "./health/ReportSink.ts";
import type { ReportSource } from "./health/ReportSource.ts";
import type { ReportExtent } from "./health/reportCalendar.ts";
import type { ProvincePlan } from "./provincePlan.ts";
import type { RowSink } from "./RowSink.ts";

/** How the files of a source look. */
export interface FileFormat {
  /** The header, Vietnamese as the platforms write it. */
  readonly columns: readonly string[];
  readonly style: CsvStyle;
}

/** The file of the source; with a suffix, another file of it. The same suffix gives the same file again. */
export type OpenSink = (suffix?: string) => RowSink;

/** Rows spoilt, by kind. */
export type DirtCounts = ReadonlyMap<string, number>;

/** What the Ministry's own rows are made of. */
export interface MinistrySample {
  readonly health: HealthPlan;
  readonly extent: ReportExtent;
  readonly label: string;
  readonly seed: string;
}

/** What the rows of one province are made of. */
export interface ProvinceReports {
  readonly health: HealthPlan;
  readonly plan: ProvincePlan;
  readonly source: ReportSource;
  /** Label of rows that are reduced with the sample, as people are. */
  readonly scaledLabel: string;
}

type WriteMinistry = (open: OpenSink, ministry: MinistrySample) => DirtCounts;
type WriteProvince = (open: OpenSink, province: ProvinceReports) => DirtCounts;

/** A source that facilities, provinces or the Ministry report: its files, and who writes rows of it. */
export type ReportSeed = FileFormat & {
  /** The kinds of spoilt rows that its files hold. */
  readonly dirt?: DirtKinds;
} & (
    | { readonly writeMinistry: WriteMinistry; readonly writeProvince?: WriteProvince }
    | { readonly writeMinistry?: undefined; readonly writeProvince: WriteProvince }
  );
