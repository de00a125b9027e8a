import { fileURLToPath } from "node:url";
import { z } from "zod";
import { placeKeySql } from "../../../warehouse/areas/placeKey.ts";
import type { Parameters } from "../../../warehouse/Warehouse.ts";
import type { CleanseContext, Job } from "../../job.ts";
import { cleanseRows, repeatedRowRules } from "../cleanseRows.ts";
import { dayOf } from "../dayOf.ts";
import { provinceOfRow } from "../provinceOfRow.ts";
import { withoutCondition } from "../rowRule.ts";
import { wordOf } from "../wordOf.ts";
import { targetColumns } from "./targetColumns.ts";
import { targetRules } from "./targetRules.ts";
import { targetValueOf } from "./targetValueOf.ts";

const indicator = z.object({ code: z.string(), unit: z.string() });

const readIndicators = async ({ warehouse, signal }: CleanseContext): Promise<Parameters> => {
  const rows = await warehouse.query(
    `SELECT indicator_code AS code, argMax(unit, load_id) AS unit FROM mart.dim_indicators
     WHERE load_id IN (SELECT load_id FROM mart.current_loads) GROUP BY code`,
    { schema: indicator, signal },
  );
  return {
    indicators: rows.map(({ code }) => code),
    rates: rows.filter(({ unit }) => unit === "percent").map(({ code }) => code),
  };
};

/** A target belongs to the structure in force on the day from which it holds. */
const structure =
  "toUInt32(arrayLast((each_code, each_start) -> each_start <= from_day, {structure_codes:Array(UInt16)}, {structure_starts:Array(Date)}))";

const communePlace = placeKeySql("structure", "commune", "toUInt32OrZero(commune)");

/** Targets of the nation, of provinces and of communes; each load of a batch replaces its targets. */
export const targetsJob: Job = {
  name: "targets",
  columns: targetColumns,
  rules: [...targetRules, ...repeatedRowRules].map(withoutCondition),
  defaultFiles: [fileURLToPath(new URL("./targets.csv", import.meta.url))],
  async cleanse(context) {
    const province = await provinceOfRow(context);
    return cleanseRows(context, {
      factTable: "mart.fct_targets",
      expressions: [
        ["code", "trimBoth(target_code)"],
        ["indicator", "trimBoth(indicator_code)"],
        ["is_known_indicator", "has({indicators:Array(String)}, indicator)"],
        ["is_rate", "has({rates:Array(String)}, indicator)"],
        ["from_day", dayOf("valid_from")],
        ["until_day", dayOf("deadline")],
        ["structure", structure],
        ["commune", "leftPad(trimBoth(commune_code), 5, '0')"],
        [
          "place",
          `multiIf(
            trimBoth(commune_code) != '',
              if(match(trimBoth(commune_code), '^[0-9]{1,5}$') AND dictHas('mart.places', ${communePlace}),
                ${communePlace}, toUInt32(0)),
            province_code != '' OR province_name != '', ${province.placeKey("from_day")},
            ${placeKeySql("structure", "nation")})`,
        ],
        [
          "scope",
          `if(trimBoth(applies_to) = '', 'area', ${wordOf("applies_to", { area: ["toàn địa bàn"], provinces: ["từng tỉnh"], communes: ["từng xã"] })})`,
        ],
        ["wanted", targetValueOf("target_value", "is_rate")],
        ["identity", "cityHash64(indicator, place, scope, until_day)"],
        ["first_identity", "first_value(identity) OVER (PARTITION BY code ORDER BY file_number, row_number)"],
      ],
      rules: targetRules,
      key: ["indicator", "place", "scope", "until_day"],
      content: ["code", "wanted", "from_day", "trimBoth(legal_basis)", "trimBoth(owner)"],
      placeKey: "place",
      facts: [
        ["target_code", "code"],
        ["indicator_code", "indicator"],
        ["place_key", "place"],
        ["applies_to", "scope"],
        ["valid_from", "from_day"],
        ["deadline", "until_day"],
        ["target_value", "wanted"],
        ["legal_basis", "trimBoth(legal_basis)"],
        ["owner", "trimBoth(owner)"],
      ],
      // A target that holds from a later day on makes no day of the data.
      day: "least(valid_from, {as_of:Date})",
      params: { ...province.params, ...(await readIndicators(context)) },
    });
  },
};
