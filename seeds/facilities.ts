import type { HomePlace, ProvinceUnits } from "./administrativeUnits.ts";

export interface Facility {
  readonly code: string;
  readonly name: string;
  readonly type: "bệnh viện" | "trung tâm y tế" | "trạm y tế";
  readonly communeCode: string;
}

/** A health station per commune, a health centre per inhabited district, a general hospital and a disease-control centre per province. */
export function provinceFacilities(units: ProvinceUnits): Facility[] {
  const first = units.places.find(({ communeCode }) => communeCode !== "")?.communeCode ?? "";
  return [
    { code: hospitalCode(units.code), name: `Bệnh viện Đa khoa ${units.name}`, type: "bệnh viện", communeCode: first },
    {
      code: diseaseControlCode(units.code),
      name: `Trung tâm Kiểm soát bệnh tật ${units.name}`,
      type: "trung tâm y tế",
      communeCode: first,
    },
    ...units.districts.flatMap(({ code, name }): Facility[] => {
      const seat = units.places.find((place) => place.districtCode === code);
      if (!seat) return [];
      const centre = { code: districtCentreCode(code), name: `Trung tâm Y tế ${name}`, communeCode: seat.communeCode };
      return [{ ...centre, type: "trung tâm y tế" }];
    }),
    ...units.places
      .filter(({ communeCode }) => communeCode !== "")
      .map((place): Facility => {
        return {
          code: stationCode(place),
          name: `Trạm Y tế ${place.name}`,
          type: "trạm y tế",
          communeCode: place.communeCode,
        };
      }),
  ];
}

export const hospitalCode = (provinceCode: string): string => `BV${provinceCode}`;
export const diseaseControlCode = (provinceCode: string): string => `KSBT${provinceCode}`;
export const districtCentreCode = (districtCode: string): string => `TTYT${districtCode}`;
/** The commune's own station; the district's centre where there is no commune. */
export const stationCode = ({ communeCode, districtCode }: HomePlace): string =>
  communeCode === "" ? districtCentreCode(districtCode) : `TYT${communeCode}`;
