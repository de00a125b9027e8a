import type { HomePlace } from "./administrativeUnits.ts";
import { type IdentityNumbers, malformedNumber } from "./IdentityNumbers.ts";
import { APRIL } from "./officialFigures.ts";
import { misspeltName, personName } from "./personNames.ts";
import type { SeededRandom } from "./SeededRandom.ts";
import type { SubjectGroup } from "./subjectGroups.ts";
import type { AgeClass } from "./vaccineChoice.ts";

/** One invented person, as the platform has typed them in. */
export interface Person {
  readonly idNumber: string;
  readonly fullName: string;
  /** dd/mm/yyyy, or the year alone */
  readonly birthDate: string;
  readonly sex: string;
  readonly home: HomePlace;
}

/** Share of the right subjects that have no proper ID number and were matched by everything else (April report). */
const RIGHT_WITHOUT_ID = APRIL.subjectsWithoutIdRight / (APRIL.subjectsSent * 0.78);
const CMTND_SHARE = 0.14;
/** Contradictions that a reader of the rows can see; in wrong records more often than in right ones. */
const CONTRADICTION_IN_WRONG = 0.3;
const CONTRADICTION_IN_RIGHT = 0.004;

export function makePerson(
  random: SeededRandom,
  numbers: IdentityNumbers,
  group: SubjectGroup,
  age: AgeClass,
  home: HomePlace,
): Person {
  const isMale = random.chance(0.492);
  const birthYear = birthYearOf(random, age);
  const name = personName(random, isMale);
  const isNameWrong = group.state === "wrong_name" || group.state === "wrong_name_and_birth_date";
  return {
    idNumber: idNumber(random, numbers, group, age, isMale, birthYear),
    fullName: isNameWrong && random.chance(0.6) ? misspeltName(random, name) : name,
    birthDate: birthDate(random, group, birthYear),
    sex: sexOf(random, isMale),
    home,
  };
}

function birthYearOf(random: SeededRandom, age: AgeClass): number {
  if (age === "child") return random.between(2011, 2016);
  if (age === "teen") return random.between(2004, 2009);
  const old = random.float();
  if (old < 0.3) return random.between(1992, 2003);
  if (old < 0.7) return random.between(1972, 1991);
  return old < 0.92 ? random.between(1957, 1971) : random.between(1930, 1956);
}

function idNumber(
  random: SeededRandom,
  numbers: IdentityNumbers,
  { state }: SubjectGroup,
  age: AgeClass,
  isMale: boolean,
  birthYear: number,
): string {
  if (state === "no_id") return "";
  if (state === "malformed_id") return malformedNumber(random);
  if (state === "not_matched") return random.chance(0.8) ? "" : malformedNumber(random);
  if (state === "right" && random.chance(RIGHT_WITHOUT_ID)) return random.chance(0.85) ? "" : malformedNumber(random);
  if (age === "adult" && random.chance(CMTND_SHARE)) return numbers.cmtnd();
  const isDoubtful = random.chance(state === "right" ? CONTRADICTION_IN_RIGHT : CONTRADICTION_IN_WRONG);
  if (!isDoubtful) return numbers.cccd(isMale, birthYear);
  // The number speaks of another sex or another year of birth than the row.
  return random.chance(0.3) ? numbers.cccd(!isMale, birthYear) : numbers.cccd(isMale, birthYear - random.between(1, 9));
}

function birthDate(random: SeededRandom, { state }: SubjectGroup, birthYear: number): string {
  const isWrong = state === "wrong_birth_date" || state === "wrong_name_and_birth_date";
  if (random.chance(isWrong ? 0.25 : 0.05)) return String(birthYear);
  const day = random.between(1, 28);
  const month = random.between(1, 12);
  return `${day < 10 ? "0" : ""}${day}/${month < 10 ? "0" : ""}${month}/${birthYear}`;
}

const MALE_WORDS: readonly [string, ...string[]] = ["Nam", "Nam", "Nam", "Nam", "nam", "M", "1"];
const FEMALE_WORDS: readonly [string, ...string[]] = ["Nữ", "Nữ", "Nữ", "Nữ", "nữ", "F", "0"];

function sexOf(random: SeededRandom, isMale: boolean): string {
  return random.pick(isMale ? MALE_WORDS : FEMALE_WORDS);
}
