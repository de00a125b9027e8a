import { placeKeySql } from "../../warehouse/areas/placeKey.ts";
import { commonDimensions, detailDimensions, type Grain, type Measure } from "./rollupColumns.ts";
import type { ChangesTable } from "./subjectChangesSql.ts";

/** Where a grain's figures are added up from. */
export interface GrainSource {
  /** Measures that can differ from zero; the fewer, the faster. */
  readonly measures: readonly Measure[];
  readonly table: ChangesTable;
  /** Grain of the rows that are read, all of the load being published. */
  readonly grain: Grain;
  /** Also take back what published loads say at the grain written, so that only the difference is left. */
  readonly lessPublished: boolean;
}

/** A province's unknown member: structure, then 200,000 + province code, or 300,000 where nothing is known. */
const provinceKey = `
    dictGet('mart.places', ('structure_code', 'then_province_code'), place_key) AS place,
    if(place.2 = '?', ${placeKeySql("place.1", "nation")}, ${placeKeySql("place.1", "province", "toUInt32OrZero(place.2)")}) AS province_key`;

const groupedBy: Record<Grain, readonly string[]> = {
  detail: [...commonDimensions, ...detailDimensions],
  commune: commonDimensions,
  province: commonDimensions,
};

/** Writes one grain of a load, for one range of places: sums of changes, without those that come to nothing. */
export const grainSql = (grain: Grain, source: GrainSource): string => {
  const dimensions = groupedBy[grain];
  const read = dimensions.map((name) =>
    grain === "province" && name === "place_key" ? "toUInt32(province_key) AS counted_place_key" : name,
  );
  const grouped = dimensions.map((name) => (grain === "province" && name === "place_key" ? "counted_place_key" : name));
  const ofLoad = `
    SELECT ${[...read, ...source.measures].join(", ")}
    FROM ${source.table}
    WHERE load_id = {load_id:UInt64} AND grain = '${source.grain}'
      AND place_key BETWEEN {first_place:UInt32} AND {last_place:UInt32}`;
  const ofPublished = `
    SELECT ${[
      ...dimensions.map((name) =>
        grain === "province" && name === "place_key" ? "place_key AS counted_place_key" : name,
      ),
      ...source.measures.map((name) => `-${name} AS ${name}`),
    ].join(", ")}
    FROM mart.agg_vaccination_by_day
    WHERE load_id IN {published_loads:Array(UInt64)} AND grain = '${grain}'
      AND place_key BETWEEN {first_place:UInt32} AND {last_place:UInt32}`;
  return `
INSERT INTO mart.agg_vaccination_by_day
  (load_id, grain, ${[...dimensions, ...source.measures].join(", ")})
${grain === "province" ? `WITH ${provinceKey}` : ""}
SELECT {load_id:UInt64}, '${grain}', ${grouped.join(", ")}, ${source.measures.map((name) => `sum(changes.${name})`).join(", ")}
FROM (${source.lessPublished ? `${ofLoad}\n    UNION ALL${ofPublished}` : ofLoad}) AS changes
GROUP BY ${grouped.join(", ")}
HAVING ${source.measures.map((name) => `sum(changes.${name}) != 0`).join(" OR ")}`;
};
