/**
 * SQL: the province's unknown member of a place, and the nation's where no province is known. Findings are followed by province:
 * a commune's are too few to be spoken about, and a commune that nobody knows would have none.
 */
export const provincePlace = (place: string): string =>
  `toUInt32(intDiv(${place}, 1000000) * 1000000 + if(dictGet('mart.places', 'then_province_code', ${place}) IN ('', '?'),
    300000, 200000 + toUInt32OrZero(dictGet('mart.places', 'then_province_code', ${place}))))`;

/** SQL: what a finding is known by, the same after every re-run and on every warehouse: 16 hexadecimal digits. */
export const findingKey = (job: string, rule: string, place: string): string =>
  `lower(hex(sipHash64(toString(${job}), toString(${rule}), ${provincePlace(place)})))`;
