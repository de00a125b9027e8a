import type { CleanseContext, CleanseResult, Job } from "../../job.ts";
import { cleanseRows, repeatedRowRules } from "../cleanseRows.ts";
import { type CodeOf, codeOf } from "../codeOf.ts";
import { codeTextOf } from "../codeTextOf.ts";
import { placeOfRow } from "../places/placeOfRow.ts";
import { withoutCondition } from "../rowRule.ts";
import { periodExpressions } from "../validityPeriods.ts";
import { facilityColumns } from "./facilityColumns.ts";
import { facilityRules } from "./facilityRules.ts";
import { readOsmHospitals } from "./readOsmHospitals.ts";

/** Columns of the source whose values are codes: the list they are of. */
const codedColumns = {
  type: "facility_type",
  ownership: "ownership",
  grade: "grade",
  managing_level: "managing_level",
} as const;

const placeTexts = ["commune_code", "commune_name", "district_name", "province_code", "province_name"];

const placeTold = `arrayStringConcat(arrayFilter(text -> text != '', [${placeTexts.map((column) => `trimBoth(${column})`).join(", ")}]), ', ')`;

const cleanse = async (context: CleanseContext): Promise<CleanseResult> => {
  const lists: [column: string, list: CodeOf][] = [];
  for (const [column, list] of Object.entries(codedColumns)) lists.push([column, await codeOf(context, list)]);
  const place = await placeOfRow(context, {
    communeCode: "commune_code",
    communeName: "commune_name",
    districtName: "district_name",
    provinceCode: "province_code",
    provinceName: "province_name",
    structureCode: "structure_code",
  });
  // Spellings are those of the day on which the list was made, also for what held earlier.
  const [today, told] = ["{as_of:Date}", (column: string): string => `trimBoth(${column})`];
  const params = Object.fromEntries(
    [place.params, ...lists.map(([, list]) => list.params)].flatMap((each) => Object.entries(each)),
  );
  return cleanseRows(context, {
    factTable: "mart.dim_facilities",
    expressions: [
      ["code", codeTextOf("facility_code")],
      ...periodExpressions,
      ...lists.map(([column, list]) => [`${column}_code`, list.code(column, today)] as const),
      ["place", place.placeKey(today)],
      ["is_contradictory", place.isContradictory(today)],
      ["is_named_otherwise", place.isNamedOtherwise(today)],
    ],
    rules: facilityRules,
    key: ["code", "first_day"],
    content: ["name", ...Object.keys(codedColumns), ...placeTexts, "structure_code", "told_last_day"],
    placeKey: "place",
    details: {
      commune_unknown: placeTold,
      province_contradicted: placeTold,
      commune_name_contradicted: placeTold,
      ...Object.fromEntries(lists.map(([column]) => [`${column}_unknown`, told(column)])),
    },
    facts: [
      ["facility_code", "code"],
      // As questions have their conditions.
      ["name", `normalizeUTF8NFC(${told("name")})`],
      ["type", told("type")],
      ["commune_code", told("commune_code")],
      ["place_key", "place"],
      ["valid_from", "first_day"],
      ["valid_to", "last_day"],
      ...lists.map(
        ([column]) =>
          [column === "type" ? "facility_type" : column, `if(${column}_code = '', 'unknown', ${column}_code)`] as const,
      ),
    ],
    day: undefined,
    params,
  });
};

/** Health facilities with the periods of their attributes; each load of a batch replaces the batch's list. */
export const facilitiesJob: Job = {
  name: "facilities",
  columns: facilityColumns,
  rules: [...facilityRules, ...repeatedRowRules].map(withoutCondition),
  readShape: readOsmHospitals,
  cleanse,
};
