import { newStructure } from "../../../warehouse/areas/structures.ts";
import type { SourceRow } from "../../job.ts";
import { parseSeparatedText } from "../../sources/parseSeparatedText.ts";
import { readTextOf } from "../../sources/readTextOf.ts";

/**
 * The figures are those of Resolution 202/2025/QH15 and the resolutions on communes of June 2025, which count the people of
 * 31 December 2024: those of 1 January 2025, within the boundaries that came into force on 1 July.
 */
const counted = { year: "2025", structure_code: String(newStructure.structure_code) };

/**
 * Rows of the lists of provinces or communes of 1 July 2025 with area and population (sapnhap.bando.com.vn), as they are. The
 * lists' own codes are no codes of units: units are named. Undefined: another shape.
 */
export const readUnitsPopulation = async (path: string): Promise<SourceRow[] | undefined> => {
  const text = await readTextOf(path, (head) =>
    /^\uFEFF?[a-z0-9,]*\btentinh,[a-z0-9,]*\bdansonguoi,[a-z0-9,]*\btruocsapnhap,/.test(head),
  );
  if (text === undefined) return undefined;
  const [header = [], ...rows] = parseSeparatedText(text, ",");
  const hasCommunes = header.includes("tenhc");
  return rows.map((cells) => {
    const cell = (name: string): string => cells[header.indexOf(name)] ?? "";
    const people = cell("dansonguoi");
    return {
      ...counted,
      province_name: cell("tentinh").replace(/^(thủ đô|thành phố|tỉnh)\s+/i, ""),
      commune_name: hasCommunes ? `${cell("loai")} ${cell("tenhc")}` : "",
      // "đang cập nhật": not known yet.
      population: /\d/.test(people) ? people : "",
    };
  });
};
