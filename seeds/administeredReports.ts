import { AS_OF_DAY, dayOf, SLASHED_DATES } from "./campaignCalendar.ts";
import { dotted } from "./dotted.ts";
import { withoutToneMarks } from "./personNames.ts";
import type { ProvincePlan } from "./provincePlan.ts";
import type { RowSink } from "./RowSink.ts";
import { SeededRandom } from "./SeededRandom.ts";

/** Doses given and not entered gather from the first mass wave on: two fifths by April 2022, all by the last day. */
const GATHERING: readonly (readonly [day: number, share: number])[] = [
  [0, 0],
  [dayOf("2021-07-15"), 0.01],
  [dayOf("2021-12-31"), 0.25],
  [dayOf("2022-04-05"), 0.42],
  [AS_OF_DAY, 1],
];

/**
 * A province's daily reports: doses given since the campaign's start. Honest about being made by hand: days without a
 * report, thousands dots, names without tone marks, now and then a figure below the day before's. The last day is there
 * and right: doses recorded plus doses not entered.
 */
export function writeAdministeredReports(
  sink: RowSink,
  plan: ProvincePlan,
  injectedByDay: ArrayLike<number>,
  label: string,
  seed: string,
): void {
  const random = new SeededRandom(seed, `administered/${plan.units.code}`);
  const isPlain = random.chance(0.6);
  const name = random.chance(0.3) ? withoutToneMarks(plan.units.name) : plan.units.name;
  let injected = 0;
  for (let day = 0; day <= AS_OF_DAY; day++) {
    injected += injectedByDay[day] ?? 0;
    const given = injected + Math.floor(plan.dosesNotEntered * gathered(day));
    const isMissing = random.chance(0.02);
    const isTooLow = random.chance(0.004);
    if (day < AS_OF_DAY && (given === 0 || isMissing)) continue;
    const reported = day < AS_OF_DAY && isTooLow ? Math.floor(given * 0.98) : given;
    sink.write([plan.units.code, name, SLASHED_DATES[day] ?? "", isPlain ? String(reported) : dotted(reported), label]);
  }
}

function gathered(day: number): number {
  for (let index = 1; index < GATHERING.length; index++) {
    const [from, low] = GATHERING[index - 1] ?? [0, 0];
    const [to, high] = GATHERING[index] ?? [0, 1];
    if (day <= to) return low + ((high - low) * (day - from)) / (to - from);
  }
  return 1;
}
