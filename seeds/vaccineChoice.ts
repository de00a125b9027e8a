import { dayOf } from "./campaignCalendar.ts";
import type { SeededRandom } from "./SeededRandom.ts";

/** Vaccine codes with their share of first and second doses, by the wave's first day. Follows the deliveries of 2021–2022. */
type Mix = readonly (readonly [vaccine: string, share: number])[];
interface Wave {
  readonly from: number;
  readonly mix: Mix;
}
const PRIMARY_WAVES: readonly Wave[] = [
  {
    from: 0,
    mix: [
      ["astrazeneca", 0.96],
      ["sputnik_v", 0.04],
    ],
  },
  {
    from: dayOf("2021-07-01"),
    mix: [
      ["astrazeneca", 0.46],
      ["moderna", 0.17],
      ["pfizer", 0.12],
      ["vero_cell", 0.24],
      ["sputnik_v", 0.01],
    ],
  },
  {
    from: dayOf("2021-09-10"),
    mix: [
      ["vero_cell", 0.4],
      ["astrazeneca", 0.3],
      ["pfizer", 0.24],
      ["moderna", 0.03],
      ["hayat_vax", 0.01],
      ["abdala", 0.02],
    ],
  },
  {
    from: dayOf("2021-11-15"),
    mix: [
      ["pfizer", 0.56],
      ["astrazeneca", 0.22],
      ["vero_cell", 0.14],
      ["abdala", 0.06],
      ["moderna", 0.02],
    ],
  },
];
const BOOSTER_MIX: Mix = [
  ["pfizer", 0.58],
  ["astrazeneca", 0.18],
  ["moderna", 0.19],
  ["vero_cell", 0.05],
];
const CHILD_MIX: Mix = [
  ["moderna", 0.52],
  ["pfizer", 0.48],
];

/** How facilities write it besides the code. */
const WRITTEN: Readonly<Record<string, readonly [string, ...string[]]>> = {
  astrazeneca: ["AstraZeneca", "COVID-19 Vaccine AstraZeneca", "Vaxzevria"],
  pfizer: ["Pfizer", "Comirnaty", "Pfizer-BioNTech"],
  moderna: ["Moderna", "Spikevax"],
  vero_cell: ["Vero Cell", "Sinopharm"],
  hayat_vax: ["Hayat-Vax"],
  sputnik_v: ["Sputnik V"],
  abdala: ["Abdala"],
};

export type AgeClass = "child" | "teen" | "adult";

export function primaryVaccine(random: SeededRandom, age: AgeClass, day: number): string {
  if (age === "teen") return "pfizer";
  if (age === "child") return draw(random, CHILD_MIX);
  const wave = PRIMARY_WAVES.findLast(({ from }) => from <= day) ?? PRIMARY_WAVES[0];
  return wave ? draw(random, wave.mix) : "astrazeneca";
}

export function boosterVaccine(random: SeededRandom, age: AgeClass): string {
  return age === "adult" ? draw(random, BOOSTER_MIX) : "pfizer";
}

/** The code in most rows, a trade name in some. */
export function writtenVaccine(random: SeededRandom, code: string): string {
  if (!random.chance(0.25)) return code;
  const names = WRITTEN[code];
  return names ? random.pick(names) : code;
}

function draw(random: SeededRandom, mix: Mix): string {
  let at = random.float();
  for (const [vaccine, share] of mix) {
    at -= share;
    if (at < 0) return vaccine;
  }
  return mix[0]?.[0] ?? "";
}
