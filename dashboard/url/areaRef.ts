export const areaLevels = ["nation", "province", "district", "commune"] as const;
export type AreaLevel = (typeof areaLevels)[number];

/** A unit within the chosen administrative structure. Codes are GSO codes: 2, 3 or 5 digits; VN for the nation. */
export interface AreaRef {
  level: AreaLevel;
  code: string;
}

export const NATION: AreaRef = { level: "nation", code: "VN" };

/** The level follows from the length of the code. Unknown members (79?) have no screen of their own. */
export function parseAreaCode(code: string): AreaRef | undefined {
  if (code === NATION.code) return NATION;
  if (/^\d{2}$/.test(code)) return { level: "province", code };
  if (/^\d{3}$/.test(code)) return { level: "district", code };
  if (/^\d{5}$/.test(code)) return { level: "commune", code };
  return undefined;
}
