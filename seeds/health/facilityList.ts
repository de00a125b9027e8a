import type { ProvinceUnits } from "../administrativeUnits.ts";
import { bySystematicDraw } from "../apportion.ts";
import { PROVINCE_POPULATIONS } from "../provincePopulations.ts";
import { SeededRandom } from "../SeededRandom.ts";
import type { Facility } from "./Facility.ts";
import { CLINIC_COUNT, HOSPITAL_COUNTS, PHARMACY_COUNT } from "./healthTotals.ts";
import { provinceHospitals } from "./hospitals.ts";
import { publicHealthNetwork } from "./publicHealthNetwork.ts";

/** Private care gathers in the large cities and the industrial south. */
const PRIVATE_WEIGHTS: Readonly<Record<string, number>> = { "01": 2, "48": 2, "74": 1.5, "75": 1.5, "79": 2.5 };

/** Every facility of the country, province by province: the same for the same seed, whatever the scale. */
export function facilityList(units: readonly ProvinceUnits[], seed: string): Facility[][] {
  const random = new SeededRandom(seed, "facilities");
  const people = units.map(({ code }) => PROVINCE_POPULATIONS.find((row) => row.code === code)?.population ?? 0);
  const privatePeople = people.map((count, index) => count * (PRIVATE_WEIGHTS[units[index]?.code ?? ""] ?? 1));
  const specialised = split(random, HOSPITAL_COUNTS.provincial - units.length, people);
  const privateHospitals = split(random, HOSPITAL_COUNTS.private, privatePeople);
  const clinics = split(random, CLINIC_COUNT, privatePeople);
  const pharmacies = split(random, PHARMACY_COUNT, privatePeople);
  const inhabited = units.map(districtsWithCommunes);
  const districtHospitals = split(
    random,
    HOSPITAL_COUNTS.district,
    inhabited.map(({ length }) => length),
  );
  return units.map((unit, index) => {
    const own = new SeededRandom(seed, `facilities/${unit.code}`);
    const districtsWithHospital = drawSome(own, inhabited[index] ?? [], districtHospitals[index] ?? 0);
    const hospitals = provinceHospitals(
      unit,
      {
        population: people[index] ?? 0,
        specialised: specialised[index] ?? 0,
        private: privateHospitals[index] ?? 0,
        clinics: clinics[index] ?? 0,
        pharmacies: pharmacies[index] ?? 0,
        districtsWithHospital,
      },
      own,
    );
    return [...hospitals, ...publicHealthNetwork(unit, own, new Set(districtsWithHospital))];
  });
}

function split(random: SeededRandom, total: number, weights: readonly number[]): Int32Array {
  return bySystematicDraw(total, weights, random.float());
}

function districtsWithCommunes({ districts, places }: ProvinceUnits): string[] {
  const settled = new Set(places.filter(({ communeCode }) => communeCode !== "").map((place) => place.districtCode));
  return districts.map(({ code }) => code).filter((code) => settled.has(code));
}

function drawSome(random: SeededRandom, codes: readonly string[], count: number): string[] {
  const order = Int16Array.from(codes.keys());
  random.shuffle(order, order.length);
  return [...order.subarray(0, count)].sort((x, y) => x - y).map((index) => codes[index] ?? "");
}
