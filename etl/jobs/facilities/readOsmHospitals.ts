import { newStructure } from "../../../warehouse/areas/structures.ts";
import { searchKey } from "../../../warehouse/textKey.ts";
import type { SourceRow } from "../../job.ts";
import { parseSeparatedText } from "../../sources/parseSeparatedText.ts";
import { readTextOf } from "../../sources/readTextOf.ts";

const header = "name,type,district,city,oldDistrict,oldProvince,newWard,newProvince,address,phone,website,mapsUrl";

/** The structure that the columns newWard and newProvince are of. */
const structureCode = String(newStructure.structure_code);

/** What the words of a name say a facility is; the first that fits. A name that says nothing leaves the type open. */
const typeWords: readonly (readonly [type: string, words: RegExp])[] = [
  ["health_station", /\btram (xa|y te|yt)\b|\btyt\b|\bbenh xa\b/],
  ["clinic", /\bphong (kham|tiem)\b|\bpk(dk)?\b|\bnha khoa\b|clinic\b/],
  ["hospital", /\bbenh vien\b|\bbv(dk)?\b|\bhospitals?\b|\bhopital\b|^vien (y duoc|y hoc|tim|huyet hoc)\b/],
  ["health_centre", /\b(trung tam|tt) y te\b|\bttyt\b|\bhealth cent(er|re)\b/],
  ["pharmacy", /\bnha thuoc\b|\bpharmacy\b/],
];

const typeOf = (name: string): string => typeWords.find(([, words]) => words.test(searchKey(name)))?.[0] ?? "";

/**
 * Hospitals of OpenStreetMap with today's place names, as the table is published. It has no codes: the code here is made of the
 * coordinates, which alone tell its rows apart. Undefined: another shape.
 */
export const readOsmHospitals = async (path: string): Promise<SourceRow[] | undefined> => {
  const text = await readTextOf(path, (head) => head.startsWith(header));
  if (text === undefined) return undefined;
  return parseSeparatedText(text, ",")
    .slice(1)
    .map((fields) => {
      const [name = "", ownership = "", , , , , newWard = "", newProvince = ""] = fields;
      const coordinates = /query=(-?[\d.]+),(-?[\d.]+)$/.exec(fields[11] ?? "");
      return {
        facility_code: coordinates === null ? "" : `OSM:${coordinates[1]},${coordinates[2]}`,
        name: name.replace(/\s+/g, " ").trim(),
        type: typeOf(name.replace(/\s+/g, " ")),
        ownership: ownership === "unclassified" ? "" : ownership,
        commune_name: newWard,
        province_name: newProvince,
        structure_code: structureCode,
      };
    });
};
