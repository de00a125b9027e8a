import { z } from "zod";
import { isPlaceKnownTo, placeLevelOf, structureOfPlaceSql } from "../../../warehouse/areas/placeKey.ts";
import { stillInForce } from "../../../warehouse/validity.ts";
import { paceDays } from "../../paceDays.ts";
import { addDays, type Day } from "../question/periodPoints.ts";
import { QuestionError } from "../question/QuestionError.ts";
import type { ViewQuestion } from "../question/views.ts";
import type { MeasureRequest } from "./measureBatch.ts";
import { earlierDay, ensureNewestDays, type ViewPoint } from "./newestDays.ts";
import type { PrepareEffects } from "./preparation.ts";

/** More questions to Cube than this behind one question take too long. */
const maxRequests = 500;

const needed = z.object({
  measure: z.string(),
  filterMember: z.string(),
  filterValues: z.array(z.string()),
  period: z.enum(["as_of", "month", "quarter", "year"]),
  structure: z.number(),
  isToday: z.boolean(),
  level: z.enum(["nation", "province", "commune"]),
  lastDay: z.string(),
  validFrom: z.string(),
});
type Needed = z.infer<typeof needed>;

/** Members of the view that say which targets an answer is about, by parameter of the query below. */
const narrowing = {
  targetCodes: { member: "targets.target_code", column: "target_code" },
  indicatorCodes: { member: "targets.indicator_code", column: "toString(fct_targets.indicator_code)" },
  measures: { member: "targets.measure", column: "measure" },
  levels: { member: "targets.area_level", column: "level" },
} as const;

/** Told by the target alone, whatever its value is. */
const ofTarget = [
  ...[
    "target_count",
    "target_value",
    "target_code",
    "indicator_code",
    "indicator_name",
    "indicator_name_en",
    "measure",
  ],
  ...["unit", "better", "area_level", "area_code", "area_name", "owner", "legal_basis", "valid_from", "deadline"],
  ...["date", "as_known_on"],
];
/** Told by the target and its value, whatever it was before. */
const ofValue = [...ofTarget, "current_value", "value_date", "progress", "gap"];

const only = (members: readonly string[], names: readonly string[]): boolean =>
  members.every((member) => names.includes(member.slice(member.indexOf(".") + 1)));

/** The measures that the targets of a question need, as known at its publication, for units of which structure and level, and from which day on. */
const readNeeded = ({ warehouse }: PrepareEffects, { publicationNumber, held }: ViewQuestion): Promise<Needed[]> => {
  const asked = Object.entries(narrowing).flatMap(([parameter, { member, column }]) => {
    const values = held.get(member);
    return values === undefined
      ? []
      : [{ parameter, values, condition: `AND ${column} IN {${parameter}:Array(String)}` }];
  });
  return warehouse.query(
    `WITH
       (SELECT argMax(structure_code, valid_from) FROM mart.dim_structures FINAL) AS current_structure,
       (SELECT groupArray((structure_code, valid_to)) FROM mart.dim_structures FINAL) AS structure_ends,
       known AS (
         SELECT load_id, job, known_from FROM mart.load_periods
         WHERE known_from <= {publication:UInt64} AND known_until > {publication:UInt64}),
       indicators AS (
         SELECT toString(indicator_code) AS code,
           argMax((measure, filter_member, filter_values, toString(period)), known_from) AS told
         FROM mart.dim_indicators INNER JOIN known USING (load_id) WHERE job = 'indicators' GROUP BY code)
     SELECT told.1 AS measure, told.2 AS filterMember, told.3 AS filterValues, told.4 AS period,
       multiIf(applies_to = 'provinces', 'province', applies_to = 'communes', 'commune',
         ${placeLevelOf("place_key")}) AS level,
       toUInt16(multiIf(level = 'nation', 0, NOT (${isPlaceKnownTo("province", "place_key")}), current_structure, ${structureOfPlaceSql("place_key")})) AS structure,
       toBool(structure = current_structure) AS isToday,
       if(structure = 0, '${stillInForce}', toString(arrayFirst(each -> each.1 = structure, structure_ends).2)) AS lastDay,
       toString(min(valid_from)) AS validFrom
     FROM mart.fct_targets
     INNER JOIN known USING (load_id)
     INNER JOIN indicators ON indicators.code = toString(fct_targets.indicator_code)
     WHERE job = 'targets' AND told.1 != '' ${asked.map(({ condition }) => condition).join(" ")}
     GROUP BY measure, filterMember, filterValues, period, level, structure, isToday, lastDay`,
    {
      params: {
        publication: publicationNumber,
        ...Object.fromEntries(asked.map(({ parameter, values }) => [parameter, [...values]])),
      },
      schema: needed,
    },
  );
};

const startOf = (period: Needed["period"], day: Day): Day | undefined => {
  const [year = "", month = ""] = day.split("-");
  switch (period) {
    case "as_of":
      return undefined;
    case "month":
      return `${year}-${month}-01`;
    case "quarter":
      return `${year}-${String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, "0")}-01`;
    case "year":
      return `${year}-01-01`;
  }
};

const requestsOf = (need: Needed, newest: readonly ViewPoint[], withEarlier: boolean): MeasureRequest[] => {
  const view = need.measure.slice(0, need.measure.indexOf("."));
  return newest
    .filter((each) => each.view === view && each.point >= need.validFrom)
    .map(({ day }) => earlierDay(day, need.lastDay))
    .flatMap((day) => (withEarlier ? [day, addDays(day, -paceDays)] : [day]))
    .map((day) => ({
      ...{ measure: need.measure, filterMember: need.filterMember, filterValues: need.filterValues },
      ...{
        from: startOf(need.period, day),
        day,
        level: need.level,
        structure: need.structure,
        side: need.isToday ? ("now" as const) : ("then" as const),
      },
    }));
};

/**
 * Sees to it that the values of the targets in force at the question's points stand in mart.agg_measure_values, as far as the question
 * asks for them: each on the newest day that its measure's view has data of, and so many days before where it asks for the pace.
 * @throws QuestionError for more points than can be answered
 */
export const prepareTargets = async (question: ViewQuestion, effects: PrepareEffects): Promise<void> => {
  const { publicationNumber, points, members } = question;
  if (only(members, ofTarget)) return;
  const needs = await readNeeded(effects, question);
  const days = only(members, ofValue) ? 1 : 2;
  if (needs.length * points.ends.length * days > maxRequests) {
    throw new QuestionError({
      field: "timeDimensions",
      message: `Targets at ${points.ends.length} points in time are too many.`,
      fix: `ask for ${Math.floor(maxRequests / needs.length / days)} points at most: a coarser granularity or a shorter range`,
    });
  }
  const asked = [...new Set(needs.map(({ measure }) => measure.slice(0, measure.indexOf("."))))];
  const newest = await ensureNewestDays(asked, points.ends, publicationNumber, effects);
  await effects.ensureMeasureValues(
    needs.flatMap((need) => requestsOf(need, newest, days > 1)),
    publicationNumber,
    effects.signal,
  );
};
