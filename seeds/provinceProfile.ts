import { dayOf } from "./campaignCalendar.ts";
import { SeededRandom } from "./SeededRandom.ts";

/** How a province's cleansing moves over the weeks after the baseline. */
export type CleansingPace = "steady" | "early" | "late" | "stalled" | "in_bursts";

/** What makes one province's data differ from another's. Factors are relative to the country (1). */
export interface ProvinceProfile {
  /** people vaccinated here per inhabitant */
  readonly coverage: number;
  /** middle of the first main wave, and half its width, in days */
  readonly peakDay: number;
  readonly spreadDays: number;
  /** typical days from injection to entry */
  readonly entryDelayDays: number;
  readonly sendingDelayDays: number;
  readonly wrongFactor: number;
  readonly cleansingFactor: number;
  readonly cleansingPace: CleansingPace;
  readonly relapseFactor: number;
  readonly newcomerFactor: number;
  readonly boosterFactor: number;
  readonly waitingFactor: number;
  readonly notEnteredFactor: number;
  readonly certificateFactor: number;
  readonly dirtFactor: number;
  /** Verification results come back as Vietnamese sentences instead of codes. */
  readonly writesPhrases: boolean;
}

/** Where the epidemic of mid 2021 brought the campaign forward. */
const EARLY_PEAKS: Readonly<Record<string, string>> = {
  "79": "2021-08-06", // Hồ Chí Minh
  "74": "2021-08-24", // Bình Dương
  "75": "2021-08-30", // Đồng Nai
  "80": "2021-09-01", // Long An
  "01": "2021-09-11", // Hà Nội
  "48": "2021-09-16", // Đà Nẵng
  "77": "2021-09-18", // Bà Rịa - Vũng Tàu
  "27": "2021-09-22", // Bắc Ninh
};
const USUAL_PEAK = dayOf("2021-10-14");
const PACES: readonly [CleansingPace, ...CleansingPace[]] = [
  "steady",
  "steady",
  "early",
  "late",
  "stalled",
  "in_bursts",
];

/** The character of a province: the same for the same seed, whatever the scale. */
export function provinceProfile(seed: string, provinceCode: string): ProvinceProfile {
  const random = new SeededRandom(seed, `profile/${provinceCode}`);
  const around = (low: number, high: number): number => low * (high / low) ** random.float();
  const earlyPeak = EARLY_PEAKS[provinceCode];
  const cleansingPace = random.pick(PACES);
  return {
    coverage: around(0.92, 1.08),
    peakDay: earlyPeak ? dayOf(earlyPeak) : USUAL_PEAK + random.between(-18, 16),
    spreadDays: earlyPeak ? random.between(34, 42) : random.between(40, 56),
    entryDelayDays: around(0.6, 7),
    sendingDelayDays: around(1, 5),
    wrongFactor: around(0.5, 1.9),
    cleansingFactor: cleansingPace === "stalled" ? around(0.15, 0.5) : around(0.45, 2.6),
    cleansingPace,
    relapseFactor: around(0.4, 2.5),
    newcomerFactor: around(0.6, 1.6),
    boosterFactor: around(0.8, 1.2),
    waitingFactor: around(0.5, 2),
    notEnteredFactor: around(0.3, 3),
    certificateFactor: around(0.6, 1.3),
    dirtFactor: around(0.3, 2.2),
    writesPhrases: random.chance(0.15),
  };
}
