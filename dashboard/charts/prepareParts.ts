import { numberIn, textIn } from "../data/readRow.ts";
import type { Part } from "../data/useParts.ts";
import type { MeasureMeta } from "../data/viewCatalogue.ts";
import type { MessageKey } from "../messages/catalogues.ts";
import { codesOf, wordOf } from "../messages/dimensionWords.ts";

const titles: Readonly<Record<string, MessageKey>> = {
  facility_type: "facility.byType",
  ownership: "facility.byOwnership",
  grade: "facility.byGrade",
  equipment_type: "resources.equipment.byType",
  handling_level: "publicServices.byLevel",
  age_group: "vaccination.byAge",
  sex: "vaccination.bySex",
  id_kind: "vaccination.byId",
};

export interface PartRow {
  code: string;
  word: MessageKey | null;
  value: number | null;
  /** Length of the bar; null: no figure. */
  share: number | null;
  count: number | null;
}
export interface PartSection {
  dimension: string;
  title: MessageKey | null;
  rows: PartRow[];
}

/** A measure, and the count behind it, by the codes of each dimension. What has neither is left out. */
export function prepareParts(
  parts: readonly Part[],
  measure: Pick<MeasureMeta, "name" | "unit">,
  count: string,
): PartSection[] {
  return parts.map(({ dimension, rows }) => {
    const order = codesOf(dimension);
    const placeOf = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length);
    const told = rows
      .map((row) => ({
        code: textIn(row, dimension),
        value: numberIn(row, measure.name),
        count: numberIn(row, count),
      }))
      .filter((row) => row.code !== "" && (row.value !== null || (row.count ?? 0) > 0))
      .sort((a, b) => placeOf(a.code) - placeOf(b.code) || a.code.localeCompare(b.code));
    const longest = Math.max(measure.unit === "percent" ? 1 : 0, ...told.map(({ value }) => value ?? 0));
    return {
      dimension,
      title: titles[dimension] ?? null,
      rows: told.map((row) => ({
        ...row,
        word: wordOf(dimension, row.code),
        share: row.value === null || longest <= 0 ? null : Math.max(0, row.value) / longest,
      })),
    };
  });
}
