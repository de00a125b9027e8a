import { z } from "zod";
import { structureOfPlaceSql } from "../../warehouse/areas/placeKey.ts";
import { UserError } from "../../warehouse/UserError.ts";
import type { Warehouse } from "../../warehouse/Warehouse.ts";

/** What a form is asked for. */
export interface FormRequest {
  /** Code of a province (two digits), a district (three) or a commune (five). */
  readonly area: string;
  /** YYYY-MM. */
  readonly month: string;
  /** Number of provinces of the structure that the code is of; undefined: the one in force in that month. */
  readonly structure?: string | undefined;
}

export interface FormFacilities {
  readonly structure: string;
  readonly areaName: string;
  readonly facilities: readonly { readonly code: string; readonly name: string }[];
}

const levels: Readonly<Record<number, "province" | "district" | "commune">> = {
  2: "province",
  3: "district",
  5: "commune",
};
const structureRow = z.object({ structure: z.string(), isOfMonth: z.boolean() });
const areaRow = z.object({ name: z.string() });
const facilityRow = z.object({ code: z.string(), name: z.string() });

const lastDayOf = (month: string): string => {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

interface Structures {
  /** The one asked for, else the one in force at the month's end. */
  readonly asked: string;
  /** All, as a sentence names them: "34, 63". */
  readonly all: string;
}

/** @throws UserError for a structure that is none */
const readStructures = async (warehouse: Warehouse, { structure, month }: FormRequest): Promise<Structures> => {
  const rows = await warehouse.query(
    `SELECT toString(structure_code) AS structure, toBool(valid_from <= {day:Date} AND {day:Date} <= valid_to) AS isOfMonth
     FROM mart.dim_structures FINAL ORDER BY valid_from DESC`,
    { params: { day: lastDayOf(month) }, schema: structureRow },
  );
  const all = rows.map((row) => row.structure).join(", ");
  const asked = rows.find((row) => (structure === undefined ? row.isOfMonth : row.structure === structure));
  if (asked !== undefined) return { asked: asked.structure, all };
  throw new UserError(`Không có cơ cấu ${structure} tỉnh / there is no structure of ${structure} provinces`, {
    fix: `--structure: ${all}`,
  });
};

/**
 * The facilities on the list in force that lay in an area in a month, whichever structure the list names their place in.
 * @throws UserError for an area that does not exist, or of which no facility is known
 */
export const readFormFacilities = async (warehouse: Warehouse, request: FormRequest): Promise<FormFacilities> => {
  const { area, month } = request;
  const { asked: structure, all } = await readStructures(warehouse, request);
  const level = levels[area.length];
  const params = { area, structure, level: level ?? "", first: `${month}-01`, last: lastDayOf(month) };
  const [unit] = await warehouse.query(
    `SELECT argMax(full_name, valid_from) AS name FROM mart.dim_areas FINAL
     WHERE structure_code = {structure:UInt16} AND toString(level) = {level:String} AND area_code = {area:String} AND NOT is_unknown
     HAVING count() > 0`,
    { params, schema: areaRow },
  );
  if (unit === undefined || level === undefined) {
    throw new UserError(
      `Không có đơn vị ${area} trong cơ cấu ${structure} tỉnh / there is no area ${area} in the structure of ${structure} provinces`,
      {
        fix: `ghi mã tỉnh (2 chữ số), huyện (3) hoặc xã (5), và cơ cấu của mã / name a province (2 digits), a district (3) or a commune (5) by its code, and the structure of the code: --structure ${all}`,
      },
    );
  }
  const placeIs = (when: "then" | "now"): string =>
    `dictGetOrDefault('mart.places', '${when}_${level}_code', place_key, '') = {area:String}`;
  const inArea =
    level === "district"
      ? `${structureOfPlaceSql("place_key")} = {structure:UInt16} AND ${placeIs("then")}`
      : `(${structureOfPlaceSql("place_key")} = {structure:UInt16} AND ${placeIs("then")})
         OR ({structure:UInt16} = (SELECT argMax(structure_code, valid_from) FROM mart.dim_structures FINAL) AND ${placeIs("now")})`;
  // Of several loads the one published last counts for a period; of several periods in a month the last one holds.
  const facilities = await warehouse.query(
    `SELECT facility_code AS code, argMax(told_name, first_day) AS name
     FROM
     (
         SELECT facility_code, valid_from AS first_day, argMax(name, known_from) AS told_name, argMax(valid_to, known_from) AS last_day,
           argMax(place_key, known_from) AS told_place
         FROM mart.dim_facilities
         INNER JOIN (SELECT load_id, known_from FROM mart.load_periods WHERE job = 'facilities') AS loads USING (load_id)
         WHERE load_id IN (SELECT load_id FROM mart.current_loads)
         GROUP BY facility_code, valid_from
     )
     WHERE first_day <= {last:Date} AND last_day >= {first:Date}
     GROUP BY facility_code
     HAVING ${inArea.replaceAll("place_key", "argMax(told_place, first_day)")}
     ORDER BY code`,
    { params, schema: facilityRow },
  );
  if (facilities.length === 0) {
    throw new UserError(
      `Chưa biết cơ sở nào của ${unit.name} (${area}) trong tháng ${month} / no facility of it is known for that month`,
      {
        fix: `nạp danh mục cơ sở trước, hoặc ghi cơ cấu của mã / load the list of facilities first: npm run etl -- run facilities <file>; or name the structure of the code: --structure ${all}`,
      },
    );
  }
  return { structure, areaName: unit.name, facilities };
};
