/** Levels of units, the largest first. */
export const areaLevels = ["nation", "province", "district", "commune"] as const;
export type AreaLevel = (typeof areaLevels)[number];

export const nationCode = "VN";

/** Name of the members that stand for what is known only down to the unit above. */
export const unknownName = "Chưa xác định";
