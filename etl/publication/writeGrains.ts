import { dropPartition } from "./dropPartition.ts";
import { grainSql } from "./grainSql.ts";
import { allPlaces, changesPerStatement, type PlaceRange, placeCount, splitPlaces } from "./placeRanges.ts";
import type { Grain } from "./rollupColumns.ts";
import type { RollupDelta } from "./rollupDelta.ts";
import type { WrittenChanges } from "./writeSubjectChanges.ts";

/** A commune's changes are few keys, so a statement takes more of them. */
const communeChangesPerStatement = 2_000_000;

/** Fills the load's grains from the changes written for it. */
export const writeGrains = async (
  { warehouse, signal, loadId }: Pick<RollupDelta, "warehouse" | "signal" | "loadId">,
  { table, measures }: WrittenChanges,
): Promise<void> => {
  const rollup = "mart.agg_vaccination_by_day";
  const places = await warehouse.query(
    `SELECT place_key AS placeKey, count() AS changes FROM ${table}
     WHERE load_id = {load_id:UInt64} AND grain = 'detail' GROUP BY place_key ORDER BY place_key`,
    { params: { load_id: loadId }, schema: placeCount, signal },
  );
  const write = async (
    grain: Grain,
    from: { table: WrittenChanges["table"]; grain: Grain },
    ranges: readonly PlaceRange[],
  ): Promise<void> => {
    const sql = grainSql(grain, { ...from, measures, lessPublished: false });
    for (const { first, last } of ranges) {
      await warehouse.command(sql, { params: { load_id: loadId, first_place: first, last_place: last }, signal });
    }
  };
  if (table !== rollup) {
    await write("detail", { table, grain: "detail" }, splitPlaces(places, changesPerStatement));
    await dropPartition(warehouse, table, loadId);
  }
  await write("commune", { table: rollup, grain: "detail" }, splitPlaces(places, communeChangesPerStatement));
  await write("province", { table: rollup, grain: "commune" }, [allPlaces]);
};
