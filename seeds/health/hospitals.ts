import type { HomePlace, ProvinceUnits } from "../administrativeUnits.ts";
import { hospitalCode } from "../facilityCodes.ts";
import type { SeededRandom } from "../SeededRandom.ts";
import type { Facility, FacilityKind, Grade } from "./Facility.ts";
import { facilityAt, spread } from "./publicHealthNetwork.ts";

/** How many of each kind a province has, besides its general hospital. */
export interface HospitalPlan {
  readonly population: number;
  readonly specialised: number;
  readonly private: number;
  readonly clinics: number;
  readonly pharmacies: number;
  readonly districtsWithHospital: readonly string[];
}

const SIZE_OF_GRADE: Readonly<Record<Grade, number>> = {
  "đặc biệt": 4,
  I: 1.9,
  II: 1.1,
  III: 0.55,
  IV: 0.35,
  "không xếp hạng": 0.4,
};
/** Provinces with more people than this have a general hospital of grade I. */
const LARGE_PROVINCE = 1_200_000;
/** A general hospital is larger than the specialised ones of its grade. */
const GENERAL_FACTOR = 2.5;
const RISEN_SHARE = 0.08;
const OPENED_SHARE = 0.05;

/** Central hospitals: the province, and the grades of those in it. */
const CENTRAL: Readonly<Record<string, readonly [special: number, first: number, second: number]>> = {
  "01": [3, 13, 2], // Hà Nội
  "46": [1, 2, 0], // Thừa Thiên Huế
  "48": [0, 2, 1], // Đà Nẵng
  "79": [1, 7, 1], // Hồ Chí Minh
};

/** Hospitals, private clinics and pharmacies of one province, under plain names: none stands for a real institution. */
export function provinceHospitals(units: ProvinceUnits, plan: HospitalPlan, random: SeededRandom): Facility[] {
  const places = units.places.filter(({ communeCode }) => communeCode !== "");
  const urban = places.filter(({ name }) => !name.startsWith("Xã"));
  const draw = (candidates: readonly HomePlace[]): HomePlace | undefined => candidates[random.below(candidates.length)];
  const make = (kind: FacilityKind, code: string, name: string, grade: Grade, place = draw(urban)): Facility =>
    facilityAt(units, place, { code, name, kind, grade, size: SIZE_OF_GRADE[grade] * spread(random) });
  const general = make(
    "provincial",
    hospitalCode(units.code),
    `Bệnh viện Đa khoa mẫu ${units.name}`,
    plan.population > LARGE_PROVINCE ? "I" : "II",
    places[0],
  );
  const several = (count: number, each: (number: string) => Facility): Facility[] =>
    Array.from({ length: count }, (_, index) => each(String(index + 1).padStart(2, "0")));
  const [special = 0, first = 0, second = 0] = CENTRAL[units.code] ?? [];
  const { code, name } = units;
  return [
    { ...general, size: GENERAL_FACTOR * general.size },
    ...several(special + first + second, (number) => {
      const grade = Number(number) <= special ? "đặc biệt" : Number(number) <= special + first ? "I" : "II";
      return make("central", `BVTW${code}${number}`, `Bệnh viện Trung ương mẫu ${number} ${name}`, grade);
    }),
    ...several(plan.specialised, (number) => {
      const hospitalName = `Bệnh viện Chuyên khoa mẫu ${number} ${name}`;
      return withRise(make("provincial", `BVCK${code}${number}`, hospitalName, specialisedGrade(random)), random);
    }),
    ...plan.districtsWithHospital.map((district) => {
      const districtName = units.districts.find((each) => each.code === district)?.name ?? "";
      const seat = units.places.find(({ districtCode }) => districtCode === district);
      return withRise(
        make("district", `BVH${district}`, `Bệnh viện mẫu ${districtName}`, districtGrade(random), seat),
        random,
      );
    }),
    ...several(plan.private, (number) => {
      const grade = random.chance(0.3) ? "không xếp hạng" : random.chance(0.15) ? "II" : "III";
      return withOpening(
        make("private", `BVTN${code}${number}`, `Bệnh viện Tư nhân mẫu ${number} ${name}`, grade),
        random,
      );
    }),
    ...several(plan.clinics, (number) =>
      make("clinic", `PK${code}${number}`, `Phòng khám mẫu ${number} ${name}`, "không xếp hạng", draw(places)),
    ),
    ...several(plan.pharmacies, (number) =>
      make("pharmacy", `NT${code}${number}`, `Nhà thuốc mẫu ${number} ${name}`, "không xếp hạng", draw(places)),
    ),
  ];
}

function specialisedGrade(random: SeededRandom): Grade {
  const drawn = random.float();
  return drawn < 0.12 ? "I" : drawn < 0.55 ? "II" : "III";
}

function districtGrade(random: SeededRandom): Grade {
  const drawn = random.float();
  return drawn < 0.14 ? "II" : drawn < 0.94 ? "III" : "IV";
}

/** Some hospitals have been ranked higher; their size is that of the grade they have now. */
function withRise(facility: Facility, random: SeededRandom): Facility {
  const formerGrade = facility.grade === "II" ? "III" : facility.grade === "I" ? "II" : null;
  return random.chance(RISEN_SHARE) && formerGrade ? { ...facility, formerGrade } : facility;
}

/** Private hospitals come and go. */
function withOpening(facility: Facility, random: SeededRandom): Facility {
  const drawn = random.float();
  if (drawn < OPENED_SHARE) return { ...facility, openedOn: "2021-10-01" };
  return drawn < OPENED_SHARE * 1.5 ? { ...facility, closedOn: "2021-12-31" } : facility;
}
