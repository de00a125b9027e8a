import {
  AS_OF_DAY,
  BASELINE_DAY,
  BOOSTER_START_DAY,
  CHILD_START_DAY,
  dayOf,
  SECOND_BOOSTER_START_DAY,
  SENDING_STARTS_DAY,
  TEEN_START_DAY,
} from "./campaignCalendar.ts";
import type { ProvinceProfile } from "./provinceProfile.ts";
import type { SeededRandom } from "./SeededRandom.ts";
import type { SubjectGroup } from "./subjectGroups.ts";
import { type AgeClass, boosterVaccine, primaryVaccine } from "./vaccineChoice.ts";

/** Days of one subject's doses; index 0 is the first dose. */
export interface DoseTimeline {
  age: AgeClass;
  readonly injected: number[];
  readonly entered: number[];
  /** -1: not sent */
  readonly sent: number[];
  readonly vaccines: string[];
  /** -1: never */
  firstSent: number;
}

const MIN_GAP = 21;
/** A wave of late entry opens with the cleansing campaign and closes before the data end. */
const LAST_LATE_ENTRY_DAY = AS_OF_DAY - 12;
const SENDING_CAUGHT_UP_DAY = dayOf("2022-03-12");

/** Latest day of a subject's first sending, so that everything its history tells can still happen. */
const FIRST_SENT_BY: Readonly<Record<SubjectGroup["history"], number>> = {
  steady: BASELINE_DAY - 2,
  cleansed: BASELINE_DAY - 2,
  recleansed: BASELINE_DAY - 2,
  turned_back: BASELINE_DAY - 2,
  changed: BASELINE_DAY - 2,
  relapsed: BASELINE_DAY - 2,
  turned: BASELINE_DAY - 2,
  cleansed_before: BASELINE_DAY - 30,
};
const NEW_STEADY_BY = AS_OF_DAY - 2;
const NEW_CLEANSED_BY = AS_OF_DAY - 20;

/** Days given, entered and sent for a subject of this group. */
export function doseTimeline(
  random: SeededRandom,
  profile: ProvinceProfile,
  group: SubjectGroup,
  sentDoses: number,
  unsentDoses: number,
): DoseTimeline {
  const count = sentDoses + unsentDoses;
  const age = ageClass(random, group, count);
  const by = firstSentBy(group);
  const injected = injectionDays(random, profile, age, count, by - 2, unsentDoses > 0);
  const entered = injected.map((day) => entryDay(random, profile, day));
  if (group.timing === "new" && age !== "child") enterLate(random, group, entered, by);
  if (group.timing !== "not_sent") entered[0] = Math.max(injected[0] ?? 0, Math.min(entered[0] ?? 0, by - 1));
  const sent = sendingDays(random, profile, group, entered, sentDoses, by);
  return { age, injected, entered, sent, vaccines: vaccines(random, age, injected), firstSent: sent[0] ?? -1 };
}

function ageClass(random: SeededRandom, group: SubjectGroup, count: number): AgeClass {
  const chance = random.float();
  if (group.timing === "old") return chance < 0.13 ? "teen" : "adult";
  if (group.timing === "not_sent" || count > 2) return chance < 0.06 ? "teen" : "adult";
  return chance < 0.62 ? "child" : chance < 0.72 ? "teen" : "adult";
}

function firstSentBy({ timing, state, history }: SubjectGroup): number {
  if (timing === "old") return FIRST_SENT_BY[history];
  if (state === "pending") return AS_OF_DAY;
  return history === "cleansed" ? NEW_CLEANSED_BY : NEW_STEADY_BY;
}

function injectionDays(
  random: SeededRandom,
  profile: ProvinceProfile,
  age: AgeClass,
  count: number,
  firstBy: number,
  lastIsRecent: boolean,
): number[] {
  const days = [Math.min(firstBy, firstDoseDay(random, profile, age))];
  for (let number = 2; number <= count; number++) days.push(nextDoseDay(random, number, days[number - 2] ?? 0));
  const last = count - 1;
  if (lastIsRecent && random.chance(0.85))
    days[last] = Math.max(days[last] ?? 0, random.between(BASELINE_DAY + 12, AS_OF_DAY - 4));
  // Whoever comes late comes in time for all the doses counted by the last day.
  let limit = AS_OF_DAY - 3;
  for (let index = last; index >= 0; index--) {
    const gap = index === 3 ? 60 : MIN_GAP;
    const day = days[index] ?? 0;
    if (day > limit) days[index] = Math.max(0, limit - random.below(30));
    limit = (days[index] ?? 0) - gap;
  }
  return days;
}

function firstDoseDay(random: SeededRandom, profile: ProvinceProfile, age: AgeClass): number {
  if (age === "child") return CHILD_START_DAY + Math.floor(random.float() ** 1.6 * 66);
  if (age === "teen") return TEEN_START_DAY + Math.floor((random.float() + random.float()) * 34);
  const kind = random.float();
  if (kind < 0.04) return Math.floor(Math.sqrt(random.float()) * 112);
  if (kind < 0.95) {
    const swing = random.float() + random.float() + random.float() - 1.5;
    return Math.max(20, Math.round(profile.peakDay + swing * profile.spreadDays));
  }
  return random.between(dayOf("2021-12-01"), dayOf("2022-03-05"));
}

function nextDoseDay(random: SeededRandom, number: number, before: number): number {
  if (number === 2) {
    const wait = before < dayOf("2021-09-01") ? random.between(42, 72) : random.between(24, 44);
    return before + wait + (random.chance(0.08) ? random.between(20, 70) : 0);
  }
  if (number === 3) {
    const earliest = Math.max(before + 32, BOOSTER_START_DAY);
    return random.chance(0.77)
      ? earliest + random.between(0, 80)
      : Math.max(earliest, random.between(386, AS_OF_DAY - 6));
  }
  // A fourth dose came early for those whose second had been an additional one.
  if (random.chance(0.3)) return before + random.between(60, 90);
  return Math.max(before + 60, SECOND_BOOSTER_START_DAY + Math.floor(random.float() * 48));
}

function entryDay(random: SeededRandom, profile: ProvinceProfile, injected: number): number {
  const day = injected + entryDelay(random, profile);
  return day < AS_OF_DAY ? day : random.between(injected, AS_OF_DAY - 1);
}

/** Mostly a few days; one in twenty weeks; one in a hundred months. */
function entryDelay(random: SeededRandom, profile: ProvinceProfile): number {
  const kind = random.float();
  const usual = Math.floor(profile.entryDelayDays * 2 * random.float() ** 2);
  if (kind < 0.94) return usual;
  return kind < 0.99 ? random.between(10, 55) : random.between(56, 220);
}

/** Given long ago, entered only now: half of the newly sent are such; the others had been entered and got stuck. */
function enterLate(random: SeededRandom, group: SubjectGroup, entered: number[], by: number): void {
  if (group.state !== "pending" && random.chance(0.5)) return;
  const day = random.between(BASELINE_DAY - 4, Math.min(by, LAST_LATE_ENTRY_DAY));
  for (let index = 0; index < entered.length; index++) entered[index] = Math.max(entered[index] ?? 0, day);
}

function sendingDays(
  random: SeededRandom,
  profile: ProvinceProfile,
  group: SubjectGroup,
  entered: readonly number[],
  sentDoses: number,
  by: number,
): number[] {
  if (group.timing === "not_sent") return entered.map(() => -1);
  const delay = (): number => Math.ceil(profile.sendingDelayDays * random.float());
  const first = firstSending(random, group, (entered[0] ?? 0) + delay(), by);
  return entered.map((day, index) => {
    if (index === 0) return first;
    return index < sentDoses ? Math.min(AS_OF_DAY, Math.max(first, day + delay())) : -1;
  });
}

function firstSending(random: SeededRandom, group: SubjectGroup, soonest: number, by: number): number {
  if (group.state === "pending") return Math.min(AS_OF_DAY, Math.max(soonest, AS_OF_DAY - random.below(5)));
  if (group.timing === "old") {
    const backlog = random.between(SENDING_STARTS_DAY, SENDING_CAUGHT_UP_DAY);
    return Math.min(by, Math.max(soonest, backlog));
  }
  const stuckUntil = soonest > BASELINE_DAY ? soonest : random.between(BASELINE_DAY + 1, by);
  return Math.min(by, Math.max(soonest, stuckUntil));
}

function vaccines(random: SeededRandom, age: AgeClass, injected: readonly number[]): string[] {
  const first = primaryVaccine(random, age, injected[0] ?? 0);
  return injected.map((day, index) => {
    if (index === 0) return first;
    if (index >= 2) return boosterVaccine(random, age);
    return random.chance(0.94) ? first : primaryVaccine(random, age, day);
  });
}
