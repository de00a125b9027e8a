import { codeTextOf } from "../codeTextOf.ts";
import { doseColumns } from "./doseColumns.ts";
import { doseExpressions, type StructurePeriod } from "./doseExpressions.ts";
import { doseRepeatRules, doseRowRules } from "./doseRules.ts";

/** Rule codes by their bit in `broken`. */
export const doseBits: readonly string[] = [...doseRowRules, ...doseRepeatRules].map((rule) => rule.code);

/** Value of a rule's bit. Up to 2^52: a number. */
export const doseBit = (code: string): number => 2 ** doseBits.indexOf(code);

/** Bits that keep a row out of the facts. */
export const doseRejectMask = [...doseRowRules, ...doseRepeatRules]
  .filter((rule) => rule.severity === "reject")
  .reduce((mask, rule) => mask + doseBit(rule.code), 0);

/** Columns of the typed rows, in order: position, verdict, then mart.fct_doses. */
export const doseFactColumns = {
  load_id: "UInt64",
  person_key: "UInt128",
  dose_key: "UInt128",
  id_key: "UInt128",
  id_kind: "Enum8('none' = 0, 'cccd' = 1, 'cmtnd' = 2, 'malformed' = 3)",
  birth_year: "UInt16",
  sex: "Enum8('unknown' = 0, 'male' = 1, 'female' = 2)",
  place_key: "UInt32",
  facility_code: "LowCardinality(String)",
  vaccine_code: "LowCardinality(String)",
  dose_number: "UInt8",
  lot_number: "LowCardinality(String)",
  injected_date: "Date",
  entered_date: "Date",
  sent_date: "Date",
} as const;

export const doseTypedColumns: Readonly<Record<string, string>> = {
  file_number: "UInt16",
  row_number: "UInt64",
  broken: "UInt64",
  detail: "String",
  ...doseFactColumns,
};

/** All raw columns as one number: rows with the same content have the same. */
export const doseContent = `cityHash64(${doseColumns.map((column) => column.name).join(", ")})`;

/** Columns of few values are kept as their distinct values per block: what is computed of them is computed once per value. */
const lowCardinality = (table: string): string => {
  const few = doseColumns
    .filter((column) => column.hasFewValues)
    .map(
      ({ name }) =>
        `${name === "facility_code" ? codeTextOf("facility_told") : `toLowCardinality(${name})`} AS ${name}`,
    );
  return `(SELECT * REPLACE (${few.join(", ")}) FROM (SELECT *, toLowCardinality(facility_code) AS facility_told FROM ${table}))`;
};

/**
 * SQL: the landed rows with every typed column and the bits of the rules each breaks by itself.
 * Takes the parameters k0, k1, as_of, campaign_start, birth_provinces, vaccine_names, vaccine_codes, has_facilities,
 * facility_loads and load_id.
 */
export const doseSelect = (
  landingTable: string,
  structures: readonly StructurePeriod[],
  options: { readonly where?: string; readonly more?: readonly string[] } = {},
): string => {
  const expressions = doseExpressions(structures).map(([name, sql]) => `${sql} AS ${name}`);
  const broken = doseRowRules.map((rule) => `toUInt64(${rule.broken}) * ${doseBit(rule.code)}`);
  return `WITH ${expressions.join(",\n")}
SELECT file_number, row_number, ${broken.join("\n + ")} AS broken,
  if(commune != 0 AND NOT is_commune_known, toString(home_commune_code), '') AS detail,
  {load_id:UInt64} AS load_id, person_key, dose_key, id_hash AS id_key, id_class AS id_kind,
  if(is_age_impossible, 0, birth) AS birth_year, sex_known AS sex, place_key, facility_code,
  vaccine_known AS vaccine_code, dose_order AS dose_number, lot_number, injected_date,
  entered_day AS entered_date, sent_day AS sent_date${(options.more ?? []).map((column) => `, ${column}`).join("")}
FROM ${lowCardinality(landingTable)} ${options.where === undefined ? "" : `WHERE ${options.where}`}`;
};
