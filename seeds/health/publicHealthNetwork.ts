import type { HomePlace, ProvinceUnits } from "../administrativeUnits.ts";
import { diseaseControlCode, districtCentreCode, stationCode } from "../facilityCodes.ts";
import type { SeededRandom } from "../SeededRandom.ts";
import type { Facility, FacilityKind, Grade } from "./Facility.ts";

/** What every facility starts from: its place in the province. */
export function facilityAt(
  units: ProvinceUnits,
  place: HomePlace | undefined,
  own: { code: string; name: string; kind: FacilityKind; grade: Grade; size: number },
): Facility {
  const district = units.districts.find(({ code }) => code === place?.districtCode);
  return {
    ...own,
    formerGrade: null,
    provinceCode: units.code,
    communeCode: place?.communeCode ?? "",
    communeName: place && place.communeCode !== "" ? place.name : "",
    districtName: district?.name ?? "",
    openedOn: null,
    closedOn: null,
  };
}

/** A disease-control centre per province, a health centre per inhabited district, a health station per commune. */
export function publicHealthNetwork(
  units: ProvinceUnits,
  random: SeededRandom,
  districtsWithHospital: ReadonlySet<string>,
): Facility[] {
  const seats = new Map<string, HomePlace>();
  for (const place of units.places) if (!seats.has(place.districtCode)) seats.set(place.districtCode, place);
  const capital = units.places.find(({ communeCode }) => communeCode !== "");
  return [
    facilityAt(units, capital, {
      code: diseaseControlCode(units.code),
      name: `Trung tâm Kiểm soát bệnh tật ${units.name}`,
      kind: "control",
      grade: "không xếp hạng",
      size: spread(random),
    }),
    ...units.districts.flatMap(({ code, name }): Facility[] => {
      const seat = seats.get(code);
      if (!seat) return [];
      // Where the district has a hospital of its own, the centre does prevention and has few beds.
      const treats = !districtsWithHospital.has(code);
      const own = { code: districtCentreCode(code), name: `Trung tâm Y tế ${name}`, kind: "centre" } as const;
      return [
        facilityAt(units, seat, {
          ...own,
          grade: centreGrade(random, treats),
          size: (treats ? 8 : 1) * spread(random),
        }),
      ];
    }),
    ...units.places
      .filter(({ communeCode }) => communeCode !== "")
      .map((place) =>
        facilityAt(units, place, {
          code: stationCode(place),
          name: `Trạm Y tế ${place.name}`,
          kind: "station",
          grade: "không xếp hạng",
          size: (place.name.startsWith("Phường") ? 1.3 : 1) * spread(random),
        }),
      ),
  ];
}

/** Facilities of one kind differ by a factor of four. */
export const spread = (random: SeededRandom): number => 0.5 * 4 ** random.float();

function centreGrade(random: SeededRandom, treats: boolean): Grade {
  if (!treats) return random.chance(0.5) ? "IV" : "không xếp hạng";
  return random.chance(0.12) ? "II" : "III";
}
