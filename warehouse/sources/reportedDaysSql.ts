import { type SourceName, sourceNames, sources } from "./sources.ts";

const facts = (name: SourceName): string[] => {
  const { days, kind } = sources[name];
  if (days?.of !== "facts") return [];
  const facility = kind === "facility report" ? "facility_code" : "''";
  const where = days.where === undefined ? "" : ` WHERE ${days.where}`;
  const place = days.place === undefined ? "place_key" : `${days.place} AS place_key`;
  return [
    `SELECT load_id, '${name}' AS job, ${facility} AS facility_code, ${place}, ${days.day} AS day FROM ${days.table}${where}`,
  ];
};

/**
 * SQL of mart.reported_days: load_id, job, facility_code ('' where facts name none), place_key and day of what each
 * source reports. Not the registers': mart.agg_vaccination_by_day has their days.
 */
export const reportedDaysSql = (): string => {
  const lists = sourceNames.filter((name) => sources[name].days?.of === "files").map((name) => `'${name}'`);
  return [
    ...sourceNames.flatMap(facts),
    `SELECT load_id, toString(job) AS job, '' AS facility_code, place_key, as_of_date AS day FROM mart.agg_quality_by_load
WHERE job IN (${lists.join(", ")}) AND accepted_count > 0`,
  ].join("\nUNION ALL\n");
};
