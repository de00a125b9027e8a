/** Days are counted from the first vaccination in the country, 8 March 2021 (day 0). */
const MS_PER_DAY = 86_400_000;
const FIRST_DAY_MS = Date.UTC(2021, 2, 8);

/** Day number of an ISO date. */
export function dayOf(isoDate: string): number {
  return Math.round((Date.parse(`${isoDate}T00:00:00Z`) - FIRST_DAY_MS) / MS_PER_DAY);
}

/** Last day of the sample: "mid 2022" of the official report. */
export const AS_OF_DATE = "2022-06-30";
export const AS_OF_DAY = dayOf(AS_OF_DATE);
/** Start of the cleansing campaign: what is to clean at the end of this day is its cohort. */
export const BASELINE_DAY = dayOf("2022-03-24");
/** Joint regulation 1778 of the three ministries: from then on doses are sent to the population database. */
export const SENDING_STARTS_DAY = dayOf("2021-11-10");
export const TEEN_START_DAY = dayOf("2021-10-27");
export const BOOSTER_START_DAY = dayOf("2021-12-01");
export const CHILD_START_DAY = dayOf("2022-04-16");
export const SECOND_BOOSTER_START_DAY = dayOf("2022-05-10");
export const CERTIFICATE_START_DAY = dayOf("2022-04-15");

const days = Array.from({ length: AS_OF_DAY + 1 }, (_, day) =>
  new Date(FIRST_DAY_MS + day * MS_PER_DAY).toISOString().slice(0, 10),
);

/** dd/mm/yyyy of every day, as the platform writes dates. */
export const SLASHED_DATES: readonly string[] = days.map((date) => slashed(date));
/** yyyy-mm-dd of every day. */
export const ISO_DATES: readonly string[] = days;
/** Excel serial number of every day, as spreadsheets leave dates behind. */
export const EXCEL_SERIALS: readonly string[] = days.map((_, day) => String(44263 + day));

function slashed(isoDate: string): string {
  const [year = "", month = "", day = ""] = isoDate.split("-");
  return `${day}/${month}/${year}`;
}
