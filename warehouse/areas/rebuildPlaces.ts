import { renderStatement } from "../renderStatement.ts";
import { replaceRows } from "../replaceRows.ts";
import type { Warehouse } from "../Warehouse.ts";
import { placeKeySql } from "./placeKey.ts";

/**
 * Each commune-level unit of each structure, unknown members included, is a place. Names are those of the unit's last
 * period. The structure of today is the latest of mart.dim_structures.
 */
const selectPlaces = `
WITH
  (SELECT argMax(structure_code, valid_from) FROM mart.dim_structures FINAL) AS today,
  units AS (
    SELECT
      structure_code, level, area_code,
      argMax(name, valid_from) AS short_name,
      argMax(full_name, valid_from) AS long_name,
      argMax(province_code, valid_from) AS province,
      argMax(district_code, valid_from) AS district,
      argMax(is_unknown, valid_from) AS unknown
    FROM mart.dim_areas FINAL
    GROUP BY structure_code, level, area_code
  ),
  communes AS (SELECT * FROM units WHERE level = 'commune'),
  successors AS (
    SELECT from_structure_code, from_level, from_code, any(to_code) AS successor, min(is_whole) AS whole
    FROM mart.dim_area_mappings FINAL
    WHERE is_main AND to_structure_code = today
    GROUP BY from_structure_code, from_level, from_code
  ),
  -- Provinces were joined whole: the one that most of an old province's communes went to is its successor.
  provinces_of_today AS (
    SELECT structure_code, old_province, argMax(new_province, moved) AS new_province
    FROM (
      SELECT o.structure_code AS structure_code, o.province AS old_province, n.province AS new_province, count() AS moved
      FROM communes AS o
      INNER JOIN successors AS s
        ON s.from_structure_code = o.structure_code AND s.from_level = 'commune' AND s.from_code = o.area_code
      INNER JOIN communes AS n ON n.structure_code = today AND n.area_code = s.successor
      GROUP BY structure_code, old_province, new_province
    )
    GROUP BY structure_code, old_province
  ),
  places AS (
    SELECT
      c.structure_code AS structure,
      c.area_code AS code,
      c.long_name AS commune_name,
      c.province AS province,
      c.district AS district,
      c.unknown AS unknown,
      toUInt32OrZero(replaceOne(code, '?', '')) AS number,
      multiIf(
        NOT unknown, ${placeKeySql("structure", "commune", "number")}, length(code) = 4, ${placeKeySql("structure", "district", "number")},
        length(code) = 3, ${placeKeySql("structure", "province", "number")}, ${placeKeySql("structure", "nation")}
      ) AS place_key,
      multiIf(structure = today, code, unknown, d.successor, s.successor) AS known_commune,
      multiIf(
        structure = today AND NOT unknown, 'same',
        structure = today OR known_commune = '', 'unknown',
        unknown, if(d.whole, 'exact', 'assigned'),
        if(s.whole, 'exact', 'assigned')
      ) AS mapping,
      if(structure = today, province, if(p.new_province = '', '?', p.new_province)) AS province_by_province
    FROM communes AS c
    LEFT JOIN successors AS s
      ON s.from_structure_code = c.structure_code AND s.from_level = 'commune' AND s.from_code = c.area_code
    LEFT JOIN successors AS d
      ON d.from_structure_code = c.structure_code AND d.from_level = 'district' AND concat(d.from_code, '?') = c.area_code
    LEFT JOIN provinces_of_today AS p ON p.structure_code = c.structure_code AND p.old_province = c.province
  )
SELECT
  place_key,
  structure AS structure_code,
  places.province AS then_province_code,
  tp.short_name AS then_province_name,
  places.district AS then_district_code,
  td.long_name AS then_district_name,
  code AS then_commune_code,
  commune_name AS then_commune_name,
  if(nc.province = '', province_by_province, nc.province) AS now_province_code,
  np.short_name AS now_province_name,
  if(known_commune != '', known_commune, if(province_by_province = '?', '?', concat(province_by_province, '?'))) AS now_commune_code,
  if(nc.long_name = '', places.commune_name, nc.long_name) AS now_commune_name,
  mapping
FROM places
LEFT JOIN units AS tp ON tp.structure_code = structure AND tp.level = 'province' AND tp.area_code = places.province
LEFT JOIN units AS td ON td.structure_code = structure AND td.level = 'district' AND td.area_code = places.district
LEFT JOIN communes AS nc ON nc.structure_code = today AND nc.area_code = known_commune
LEFT JOIN units AS np ON np.structure_code = today AND np.level = 'province'
  AND np.area_code = if(nc.province = '', province_by_province, nc.province)
`;

/**
 * Recomputes mart.dim_places from mart.dim_areas, mart.dim_area_mappings and mart.dim_structures and reloads the dictionary
 * mart.places. To be called by whatever changes one of them.
 */
export const rebuildPlaces = async (warehouse: Warehouse): Promise<void> => {
  await replaceRows(warehouse, "mart.dim_places", async (staging) => {
    await warehouse.command(`INSERT INTO ${staging} ${selectPlaces}`);
  });
  await warehouse.command(renderStatement("SYSTEM RELOAD DICTIONARY {on_cluster} mart.places", warehouse));
};
