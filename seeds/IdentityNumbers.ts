import type { SeededRandom } from "./SeededRandom.ts";

const CELLS = 1_000_000;
const CMTND_NUMBERS = 1_000_000_000;

/** Hands out well-formed ID numbers of one province, none of them twice. Plainly artificial: numbered in order, then scattered. */
export class IdentityNumbers {
  private readonly used = new Map<number, number>();
  private readonly provinceCode: string;
  private readonly firstNumber: number;
  private cmtndCount = 0;

  /** `firstNumber`: subjects in the provinces before this one, which keeps 9-digit numbers apart across provinces. */
  constructor(provinceCode: string, firstNumber: number) {
    this.provinceCode = provinceCode;
    this.firstNumber = firstNumber;
  }

  /** CCCD, 12 digits: 0 + province, century and sex, year of birth, six digits. */
  cccd(isMale: boolean, birthYear: number): string {
    const century = (birthYear < 2000 ? 0 : 2) + (isMale ? 0 : 1);
    const cell = century * 100 + (birthYear % 100);
    const count = this.used.get(cell) ?? 0;
    this.used.set(cell, count + 1);
    const scattered = (count * 618_033 + cell * 7919) % CELLS;
    return `0${this.provinceCode}${century}${pad(birthYear % 100, 2)}${pad(scattered, 6)}`;
  }

  /** CMTND, 9 digits. */
  cmtnd(): string {
    const index = this.firstNumber + this.cmtndCount++;
    return pad((index * 7_654_321 + 13_579) % CMTND_NUMBERS, 9);
  }
}

/** What facilities type when there is no proper number: too short, too long, letters, placeholders. */
export function malformedNumber(random: SeededRandom): string {
  const way = random.below(5);
  if (way === 0) return pad(random.below(100_000_000), 8);
  if (way === 1) return pad(random.below(100_000_000), 11);
  if (way === 2) return `${pad(random.below(1_000_000), 6)}A${pad(random.below(100), 2)}`;
  if (way === 3) return `KXD${pad(random.below(10_000), 4)}`;
  return `${pad(random.below(10_000), 4)}-${pad(random.below(10_000), 4)}`;
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
