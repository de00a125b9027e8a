import type { ProvinceUnits } from "../administrativeUnits.ts";
import { byLargestRemainder } from "../apportion.ts";
import { PLAIN_CSV } from "../CsvSink.ts";
import { SAMPLE_COLUMN } from "../columns.ts";
import type { ProvincePlan } from "../provincePlan.ts";
import type { RowSink } from "../RowSink.ts";
import type { ReportSeed } from "../Seed.ts";
import { SeededRandom } from "../SeededRandom.ts";

const POPULATION_COLUMNS = [
  "ma_tinh",
  "ten_tinh",
  "nam",
  "gioi_tinh",
  "nhom_tuoi",
  "khu_vuc",
  "dan_so",
  "dan_so_tu_18",
  SAMPLE_COLUMN,
] as const;

/** Average population of the year relative to that of 2021: 96.48, 97.58, 98.51 and 99.46 million people (GSO). */
const YEARS = [
  ["2019", 96.48 / 98.51],
  ["2020", 97.58 / 98.51],
  ["2021", 1],
  ["2022", 99.46 / 98.51],
] as const;
/** Per cent of the people, and of these the share of men: close to the census of 2019. */
const AGE_GROUPS: readonly (readonly [group: string, percent: number, men: number])[] = [
  ["0-4", 8.2, 0.526],
  ["5-9", 8.5, 0.524],
  ["10-14", 7.6, 0.522],
  ["15-19", 6.7, 0.517],
  ["20-24", 7.1, 0.512],
  ["25-29", 8.8, 0.506],
  ["30-34", 8.6, 0.503],
  ["35-39", 7.9, 0.502],
  ["40-44", 7, 0.501],
  ["45-49", 6.4, 0.497],
  ["50-54", 5.9, 0.487],
  ["55-59", 5.3, 0.475],
  ["60-64", 4.3, 0.458],
  ["65-69", 3, 0.44],
  ["70-74", 1.8, 0.42],
  ["75-79", 1.2, 0.395],
  ["80+", 1.7, 0.335],
];
const DRIFT = 0.004;

/**
 * A province's people by year: the whole first, then town and country, then sex by age. The parts sum to the whole of the
 * sample; groups too small for a person at this scale have no row.
 */
function writePopulation(sink: RowSink, plan: ProvincePlan, label: string, seed: string): void {
  const { units, population, population18Plus } = plan;
  const random = new SeededRandom(seed, `population/${units.code}`);
  const drift = DRIFT * (2 * random.float() - 1);
  const weights = AGE_GROUPS.map(([, percent]) => percent * (0.93 + 0.14 * random.float()));
  const urban = urbanShare(units);
  for (const [year, ratio] of YEARS) {
    const factor = ratio * (1 + drift * (Number(year) - 2021));
    const people = Math.round(population * factor);
    const adults = population18Plus === null ? "" : String(Math.round(population18Plus * factor));
    const write = (sex: string, age: string, residence: string, count: number, adultCount = ""): void => {
      if (count > 0) sink.write([units.code, units.name, year, sex, age, residence, String(count), adultCount, label]);
    };
    write("", "", "", people, adults);
    const inTowns = Math.round(people * urban);
    write("", "", "thành thị", inTowns);
    write("", "", "nông thôn", people - inTowns);
    const bySexAndAge = weights.flatMap((weight, index) => {
      const men = AGE_GROUPS[index]?.[2] ?? 0.5;
      return [weight * men, weight * (1 - men)];
    });
    byLargestRemainder(people, bySexAndAge).forEach((count, index) => {
      write(index % 2 === 0 ? "nam" : "nữ", AGE_GROUPS[index >> 1]?.[0] ?? "", "", count);
    });
  }
}

export const populationSeed: ReportSeed = {
  columns: POPULATION_COLUMNS,
  style: { ...PLAIN_CSV, delimiter: "\t" },
  writeProvince: (open, { plan, source, scaledLabel }) => {
    writePopulation(open(), plan, scaledLabel, source.seed);
    return new Map();
  },
};

/** Of a province's people, those in wards and townlets; a ward counts for more than a village. */
function urbanShare({ places }: ProvinceUnits): number {
  const size = (name: string): number =>
    name.startsWith("Phường") ? 11_000 : name.startsWith("Thị trấn") ? 8500 : 7000;
  const total = places.reduce((sum, { name }) => sum + size(name), 0);
  const towns = places.filter(({ name }) => /^(Phường|Thị trấn)/u.test(name));
  return towns.reduce((sum, { name }) => sum + size(name), 0) / Math.max(1, total);
}
