import { placeKeySql, structureOfPlaceSql } from "../../warehouse/areas/placeKey.ts";
/**
 * SQL: the province's unknown member of a place, and the nation's where no province is known. Findings are followed by province:
 * a commune's are too few to be spoken about, and a commune that nobody knows would have none.
 */
export const provincePlace = (place: string): string =>
  `if(dictGet('mart.places', 'then_province_code', ${place}) IN ('', '?'), ${placeKeySql(structureOfPlaceSql(place), "nation")},
    ${placeKeySql(structureOfPlaceSql(place), "province", `toUInt32OrZero(dictGet('mart.places', 'then_province_code', ${place}))`)})`;

/** SQL: what a finding is known by, the same after every re-run and on every warehouse: 16 hexadecimal digits. */
export const findingKey = (job: string, rule: string, place: string): string =>
  `lower(hex(sipHash64(toString(${job}), toString(${rule}), ${provincePlace(place)})))`;
