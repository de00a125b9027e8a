import { z } from "zod";
import type { Parameters } from "../../../warehouse/Warehouse.ts";
import type { CleanseContext } from "../../job.ts";
import { linesOf } from "./linesOf.ts";
import { matchPlace } from "./matchPlace.ts";
import { readPlaceNames, type Structure } from "./readPlaceNames.ts";

/** Landing columns that name a place; those that the job lacks are left out. */
export interface PlaceColumns {
  readonly communeCode?: string;
  readonly communeName?: string;
  readonly districtName?: string;
  readonly provinceCode?: string;
  readonly provinceName?: string;
  /** Structure that the row's codes and names are of, named by the row; that of the day where empty. */
  readonly structureCode?: string;
}

/** SQL and its parameters that turn the texts of a landing row into a place on a day (a Date expression). */
export interface PlaceOfRow {
  /** To be given to every statement that uses the expressions. */
  readonly params: Parameters;
  /** Array(UInt32): the row's place in each structure; for a column of its own where it is used more than once. */
  readonly places: string;
  /** UInt32: the one on the day, of such a column. */
  readonly placeIn: (places: string, day: string) => string;
  /** UInt32: the commune, else the unknown member of the district, the province or (300000) the nation. */
  readonly placeKey: (day: string) => string;
  /** UInt8: the row's commune code lies in another province than the row names. */
  readonly isContradictory: (day: string) => string;
  /** UInt8: the commune of the row's code bears another name than the row says. */
  readonly isNamedOtherwise: (day: string) => string;
  /** UInt16: code of the structure in force on the day. */
  readonly structureOn: (day: string) => string;
}

const names = ["communeCode", "communeName", "districtName", "provinceCode", "provinceName", "structureCode"] as const;
const texts = z.object({
  communeCode: z.string(),
  communeName: z.string(),
  districtName: z.string(),
  provinceCode: z.string(),
  provinceName: z.string(),
  structureCode: z.string(),
});

/** One JSON row for the table of places: the texts, and the place they mean on a day of each structure. */
const matchLine = (line: string, structures: readonly Structure[]): string => {
  const row = texts.parse(JSON.parse(line));
  const told = structures.filter((structure) => String(structure.code) === row.structureCode.trim());
  const matches = structures.map((structure) => {
    const others = structures.filter((each) => each !== structure).toReversed();
    return matchPlace(
      row,
      (told.length > 0 ? told : [structure, ...others]).map((each) => each.names),
    );
  });
  return `${JSON.stringify({
    ...row,
    places: matches.map(({ placeKey }) => placeKey),
    contradictions: matches.map(({ isContradictory }) => Number(isContradictory)),
    misnomers: matches.map(({ isNamedOtherwise }) => Number(isNamedOtherwise)),
  })}\n`;
};

/**
 * Matches every distinct combination of the columns' texts once, row by row through the process, into the run's table
 * `<prefix>places`; the expressions look it up. To be called once in a run.
 */
export const placeOfRow = async (
  context: Pick<CleanseContext, "warehouse" | "landingTable" | "landingPrefix" | "signal">,
  columns: PlaceColumns,
): Promise<PlaceOfRow> => {
  const { warehouse, landingTable, landingPrefix, signal } = context;
  const table = `${landingPrefix}places`;
  const structures = await readPlaceNames(warehouse);
  await warehouse.command(
    `CREATE TABLE ${table} (${names.map((name) => `${name} String`).join(", ")}, places Array(UInt32), contradictions Array(UInt8), misnomers Array(UInt8))
     ENGINE = Join(ANY, LEFT, ${names.join(", ")})`,
    { signal },
  );
  const textOf = (name: (typeof names)[number]): string => columns[name] ?? "''";
  const rows = await warehouse.stream(
    `SELECT DISTINCT ${names.map((name) => `toValidUTF8(${textOf(name)}) AS ${name}`).join(", ")} FROM ${landingTable}`,
    { format: "JSONEachRow", signal },
  );
  const matched = async function* (): AsyncGenerator<Buffer> {
    for await (const line of linesOf(rows)) yield Buffer.from(matchLine(line, structures));
  };
  await warehouse.insertStream(`INSERT INTO ${table} FORMAT JSONEachRow`, matched(), { signal });

  const index = (day: string): string =>
    `arrayLastIndex(start -> start <= ${day}, {place_structure_starts:Array(Date)})`;
  // A day before the first structure counts as of the first.
  const at = (array: string, day: string): string => `${array}[greatest(1, ${index(day)})]`;
  const keys = names.map((name) => `toValidUTF8(${textOf(name)})`).join(", ");
  const places = `joinGet('${table}', 'places', ${keys})`;
  return {
    params: {
      place_structure_starts: structures.map((each) => each.validFrom),
      place_structures: structures.map((each) => each.code),
    },
    places,
    placeIn: at,
    placeKey: (day) => at(places, day),
    isContradictory: (day) => at(`joinGet('${table}', 'contradictions', ${keys})`, day),
    isNamedOtherwise: (day) => at(`joinGet('${table}', 'misnomers', ${keys})`, day),
    structureOn: (day) => at("{place_structures:Array(UInt16)}", day),
  };
};
