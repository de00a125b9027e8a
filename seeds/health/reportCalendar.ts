/** A month of reports. */
export interface ReportMonth {
  /** 0 is July 2021 */
  readonly index: number;
  /** yyyy-mm */
  readonly iso: string;
  readonly days: number;
  /** visits relative to an ordinary month: the epidemic of 2021, Tết in February, the recovery of 2022 */
  readonly season: number;
}

const SEASONS: readonly (readonly [iso: string, season: number])[] = [
  ["2021-07", 0.86],
  ["2021-08", 0.72],
  ["2021-09", 0.74],
  ["2021-10", 0.86],
  ["2021-11", 0.94],
  ["2021-12", 1.0],
  ["2022-01", 0.95],
  ["2022-02", 0.8],
  ["2022-03", 1.02],
  ["2022-04", 1.04],
  ["2022-05", 1.1],
  ["2022-06", 1.12],
];

/** July 2021 to June 2022. */
export const ALL_MONTHS: readonly ReportMonth[] = SEASONS.map(([iso, season], index) => ({
  index,
  iso,
  days: new Date(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5)), 0)).getUTCDate(),
  season,
}));
export const LAST_MONTH = ALL_MONTHS.length - 1;
/** The first month in which people are looked up by chip ID card. */
export const CHIP_ID_START = 8;

/** Which reports a sample of a scale holds. */
export interface ReportExtent {
  readonly months: readonly ReportMonth[];
  /** of the health stations, in order of their codes, one in so many reports */
  readonly stationStep: number;
  /** ISO day */
  readonly paymentsFrom: string;
}

const THIN_FROM_SCALE = 1000;
const LONG_PAYMENTS_BELOW_SCALE = 50;

/**
 * One row of a facility's report stands for one at every scale. What is left out of small samples is left out whole: from
 * 1/1000 on all months but the last three, all but every twentieth station, and payments before the last fortnight.
 */
export function reportExtent(scale: number): ReportExtent {
  if (scale >= THIN_FROM_SCALE) {
    return { months: ALL_MONTHS.slice(-3), stationStep: 20, paymentsFrom: "2022-06-17" };
  }
  const paymentsFrom = scale >= LONG_PAYMENTS_BELOW_SCALE ? "2022-04-01" : "2021-07-01";
  return { months: ALL_MONTHS, stationStep: 1, paymentsFrom };
}
