/**
 * A place is a number: the structure × 1,000,000 + the code of a commune. Where only a larger unit is known the place is the
 * unknown member of that unit: 100,000 + the code of the district, 200,000 + that of the province, or 300,000 for the nation.
 */
const ofStructure = 1_000_000;
const ofLevel = { commune: 0, district: 100_000, province: 200_000, nation: 300_000 } as const;

/** The smallest unit that is known of a place. */
export type PlaceLevel = keyof typeof ofLevel;

/** @param code of the unit; '' or nothing for the nation */
export const placeKeyOf = (structure: number, level: PlaceLevel, code = ""): number =>
  structure * ofStructure + ofLevel[level] + Number(code);

/** SQL (UInt32): the place of a unit. @param structure SQL, a number @param code SQL, a number */
export const placeKeySql = (structure: string, level: PlaceLevel, code = "0"): string =>
  `toUInt32((${structure}) * ${ofStructure} + ${ofLevel[level]} + (${code}))`;

export const structureOfPlace = (place: number): number => Math.floor(place / ofStructure);

/** SQL: the structure of a place. */
export const structureOfPlaceSql = (place: string): string => `intDiv(${place}, ${ofStructure})`;

/** SQL: whether a unit of this level, or a smaller one, is known of a place. */
export const isPlaceKnownTo = (level: Exclude<PlaceLevel, "nation">, place: string): string => {
  const above = { commune: "district", district: "province", province: "nation" } as const;
  return `(${place}) % ${ofStructure} < ${ofLevel[above[level]]}`;
};

/** SQL: the smallest unit that is known of a place. */
export const placeLevelOf = (place: string): string => {
  const levels = ["commune", "district", "province"] as const;
  return `multiIf(${levels.map((level) => `${isPlaceKnownTo(level, place)}, '${level}'`).join(", ")}, 'nation')`;
};

/** SQL: the five digits of the commune that a place is. */
export const communeCodeOfPlace = (place: string): string => `leftPad(toString((${place}) % ${ofStructure}), 5, '0')`;

/** SQL: the two digits of the province whose unknown member a place is. */
export const provinceCodeOfPlace = (place: string): string =>
  `leftPad(toString((${place}) % ${ofStructure} - ${ofLevel.province}), 2, '0')`;
