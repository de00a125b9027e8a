import type { PlaceMatch, PlaceNames, PlaceTexts } from "./PlaceNames.ts";

const precision: Readonly<Record<PlaceMatch["level"], number>> = { unknown: 0, province: 1, district: 2, commune: 3 };

/**
 * The place that a row's texts mean on a day whose structure is the first of `structures`: there, unless only another
 * structure has a commune of that code or name. A row that names a district speaks of a structure that has districts.
 */
export const matchPlace = (texts: PlaceTexts, structures: readonly PlaceNames[]): PlaceMatch => {
  const isOfDistricts = texts.districtName.trim() !== "" && texts.communeCode.trim() === "";
  const inOrder = isOfDistricts
    ? structures.toSorted((one, other) => Number(other.hasDistricts) - Number(one.hasDistricts))
    : structures;
  const matches = inOrder.map((structure) => structure.match(texts));
  const communes = matches.find((match) => match.level === "commune");
  if (communes !== undefined) return communes;
  const [nothing] = structures.map((structure) => structure.match(noTexts));
  const best = matches.toSorted((one, other) => precision[other.level] - precision[one.level])[0];
  if (best === undefined || nothing === undefined) throw new TypeError("no structure to match in");
  return best.level === "unknown" ? nothing : best;
};

const noTexts: PlaceTexts = { communeCode: "", communeName: "", districtName: "", provinceCode: "", provinceName: "" };
