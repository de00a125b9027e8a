import { AS_OF_DAY, BASELINE_DAY } from "./campaignCalendar.ts";
import { type CheckResult, UNVERIFIABLE_CLASSES, WRONG_CLASSES } from "./nationalTargets.ts";
import { MID_2022 } from "./officialFigures.ts";
import type { ProvinceProfile } from "./provinceProfile.ts";
import type { SeededRandom } from "./SeededRandom.ts";
import type { SubjectGroup } from "./subjectGroups.ts";

export interface Check {
  readonly day: number;
  readonly result: CheckResult;
}

const FIRST = BASELINE_DAY + 1;

/** Every check of a subject, in order of days; the last one is its group's final state. Empty while pending or not sent. */
export function checkHistory(
  random: SeededRandom,
  profile: ProvinceProfile,
  group: SubjectGroup,
  firstSent: number,
): Check[] {
  const { state, timing, history } = group;
  if (state === "pending" || state === "not_sent") return [];
  const latest = timing === "old" ? BASELINE_DAY : AS_OF_DAY;
  const first = Math.min(latest, firstSent + random.between(1, 5));
  const toClean = toCleanClass(random, state);
  switch (history) {
    case "steady":
      return withRecheck(random, { day: first, result: state });
    case "cleansed_before":
      return [
        { day: first, result: toClean },
        { day: random.between(first + 3, BASELINE_DAY), result: state },
      ];
    case "cleansed": {
      const from = timing === "old" ? FIRST : first + 3;
      return [
        { day: Math.min(first, AS_OF_DAY - 12), result: toClean },
        { day: timing === "old" ? cleansingDay(random, profile) : random.between(from, AS_OF_DAY), result: state },
      ];
    }
    case "changed":
      return [
        { day: first, result: anotherClass(random, state) },
        { day: random.between(FIRST, AS_OF_DAY), result: state },
      ];
    case "turned":
      return [
        { day: first, result: "right" },
        { day: random.between(FIRST, AS_OF_DAY), result: state },
      ];
    case "turned_back": {
      const turned = random.between(FIRST, AS_OF_DAY - 30);
      return [
        { day: first, result: "right" },
        { day: turned, result: toClean },
        { day: random.between(turned + 4, AS_OF_DAY), result: state },
      ];
    }
    case "relapsed":
    case "recleansed": {
      const cleansed = Math.min(AS_OF_DAY - 30, cleansingDay(random, profile));
      const relapsed = random.between(cleansed + 5, AS_OF_DAY - 12);
      const checks: Check[] = [
        { day: first, result: toClean },
        { day: cleansed, result: "right" },
        { day: relapsed, result: history === "relapsed" ? state : toClean },
      ];
      return history === "relapsed"
        ? checks
        : [...checks, { day: random.between(relapsed + 3, AS_OF_DAY), result: state }];
    }
  }
}

/** A few are looked at again, with the same answer. */
function withRecheck(random: SeededRandom, first: Check): Check[] {
  if (!random.chance(0.04) || first.day >= AS_OF_DAY) return [first];
  return [first, { day: random.between(first.day + 1, AS_OF_DAY), result: first.result }];
}

/** A quarter in the first two weeks everywhere, the rest as the province goes about it. */
function cleansingDay(random: SeededRandom, profile: ProvinceProfile): number {
  const span = AS_OF_DAY - FIRST;
  if (random.chance(0.26)) return FIRST + random.below(14);
  const at = random.float();
  switch (profile.cleansingPace) {
    case "steady":
      return FIRST + Math.round(at * span);
    case "early":
      return FIRST + Math.round(at ** 2.2 * span);
    case "late":
      return FIRST + Math.round(Math.sqrt(at) * span);
    case "stalled":
      return FIRST + Math.round(at * span * 0.45);
    case "in_bursts":
      return FIRST + Math.min(span, random.pick([12, 40, 68, 90]) + random.below(7));
  }
}

function toCleanClass(random: SeededRandom, final: CheckResult): CheckResult {
  if (final !== "right") return final;
  if (random.chance(0.09)) return random.pick(UNVERIFIABLE_CLASSES);
  let at = random.float() * MID_2022.subjectsWrong;
  for (const wrong of WRONG_CLASSES) {
    at -= MID_2022.subjectsWrongByClass[wrong];
    if (at < 0) return wrong;
  }
  return "wrong_birth_date";
}

function anotherClass(random: SeededRandom, final: CheckResult): CheckResult {
  const other = final === "wrong_birth_date" ? "wrong_name_and_birth_date" : "wrong_birth_date";
  return random.chance(0.8) ? other : final === "id_not_found" ? "malformed_id" : "id_not_found";
}
