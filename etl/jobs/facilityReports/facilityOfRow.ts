import { isPlaceKnownTo, placeKeySql } from "../../../warehouse/areas/placeKey.ts";
import type { Parameters } from "../../../warehouse/Warehouse.ts";
import type { CleanseContext } from "../../job.ts";
import { codeTextOf } from "../codeTextOf.ts";
import { type PlaceColumns, placeOfRow } from "../places/placeOfRow.ts";

/** SQL and its parameters about the facility that a landing row is of; each `day` is a Date expression. */
export interface FacilityOfRow {
  /** To be given to every statement that uses the SQL. */
  readonly params: Parameters;
  /**
   * To stand after FROM: the landing rows, and beside each `facility` (String: its code, '' if the row has none), whether it
   * `is_listed`, and what the expressions below are made of, read once for all of them.
   */
  readonly rows: string;
  /** UInt8: a list has a row of the facility in force on the day. */
  readonly isKnown: (day: string) => string;
  /**
   * UInt32, never 0: where the list row in force on the day says the facility lies; else the row's own columns; else where a
   * list says it lay on other days; else the province that begins a five-digit code; else the structure's unknown place.
   */
  readonly placeKey: (day: string) => string;
}

/** Columns of every facility report. */
const reportColumns: PlaceColumns & { readonly facilityCode: string } = {
  facilityCode: "facility_code",
  communeCode: "commune_code",
  provinceCode: "province_code",
  provinceName: "province_name",
};

/** Rows of the facility lists in force for the dataset: of the rows of a code and first day, the one published last. */
const listed = `
  SELECT facility_code, valid_from, argMax(valid_to, number) AS last_day, argMax(place_key, number) AS place
  FROM mart.dim_facilities
  INNER JOIN (
    SELECT argMax(load_id, publication_number) AS load_id, max(publication_number) AS number
    FROM ops.publications WHERE job = 'facilities' AND dataset = {facility_dataset:String}
    GROUP BY batch_code HAVING NOT argMax(is_withdrawal, publication_number)
  ) AS current USING (load_id)
  GROUP BY facility_code, valid_from`;

/**
 * Reads the periods of the facilities that the run's rows name into the run's table `<prefix>facilities`, and the places that
 * the rows give themselves; `rows` looks them up. To be called once in a run.
 */
export const facilityOfRow = async (
  context: Pick<CleanseContext, "warehouse" | "landingTable" | "landingPrefix" | "dataset" | "signal">,
  columns: PlaceColumns & { readonly facilityCode: string } = reportColumns,
): Promise<FacilityOfRow> => {
  const { warehouse, landingTable, landingPrefix, dataset, signal } = context;
  const own = await placeOfRow(context, columns);
  const table = `${landingPrefix}facilities`;
  const code = codeTextOf(columns.facilityCode);
  await warehouse.command(
    `CREATE TABLE ${table} (facility_code String, starts Array(Date), ends Array(Date), places Array(UInt32))
     ENGINE = Join(ANY, LEFT, facility_code)`,
    { signal },
  );
  await warehouse.command(
    `INSERT INTO ${table}
     SELECT facility_code, periods.1, periods.2, periods.3 FROM (
       SELECT facility_code, arraySort(groupArray((valid_from, last_day, place))) AS periods
       FROM (${listed}) WHERE facility_code IN (SELECT ${code} FROM ${landingTable}) GROUP BY facility_code
     )`,
    { params: { facility_dataset: dataset }, signal },
  );
  const of = (column: string): string => `joinGet('${table}', '${column}', facility) AS facility_${column}`;
  const inForce = (day: string): string =>
    `arrayLastIndex((start, end) -> start <= ${day} AND end >= ${day}, facility_starts, facility_ends)`;
  const nearest = (day: string): string => `greatest(1, arrayLastIndex(start -> start <= ${day}, facility_starts))`;
  const provinceInCode = (day: string): string =>
    placeKeySql(own.structureOn(day), "province", "toUInt32OrZero(substring(facility, 1, 2))");
  const ownPlace = (day: string): string => own.placeIn("own_places", day);
  return {
    params: own.params,
    rows: `(SELECT *, ${of("starts")}, ${of("ends")}, ${of("places")}, notEmpty(facility_starts) AS is_listed
      FROM (SELECT *, ${code} AS facility, ${own.places} AS own_places FROM ${landingTable}))`,
    isKnown: (day) => `${inForce(day)} > 0`,
    placeKey: (day) => `multiIf(
      ${inForce(day)} > 0, facility_places[${inForce(day)}],
      ${isPlaceKnownTo("province", ownPlace(day))}, ${ownPlace(day)},
      is_listed, facility_places[${nearest(day)}],
      match(facility, '^[0-9]{5}$') AND dictHas('mart.places', ${provinceInCode(day)}), ${provinceInCode(day)},
      ${ownPlace(day)})`,
  };
};
