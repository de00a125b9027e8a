import type { HomePlace } from "./administrativeUnits.ts";

export const hospitalCode = (provinceCode: string): string => `BV${provinceCode}`;
export const diseaseControlCode = (provinceCode: string): string => `KSBT${provinceCode}`;
export const districtCentreCode = (districtCode: string): string => `TTYT${districtCode}`;
/** The commune's own station; the district's centre where there is no commune. */
export const stationCode = ({ communeCode, districtCode }: HomePlace): string =>
  communeCode === "" ? districtCentreCode(districtCode) : `TYT${communeCode}`;
