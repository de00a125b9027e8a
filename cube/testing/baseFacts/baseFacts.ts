import { z } from "zod";
import type { PlacedFacts } from "../../../warehouse/sources/source.ts";
import { sources, sourceTables } from "../../../warehouse/sources/sources.ts";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";

const row = z.record(z.string(), z.unknown());
/** A row of a base table, with the number of the publication that brought it. */
export interface Fact {
  readonly known: number;
  number(column: string): number;
  /** Undefined where -1 says that the figure was not reported. */
  told(column: string): number | undefined;
  text(column: string): string;
}

const factOf = (cells: Record<string, unknown>, known: number): Fact => {
  const number = (column: string): number => Number(cells[column]);
  return {
    known,
    number,
    told: (column) => (number(column) < 0 ? undefined : number(column)),
    text: (column) => String(cells[column]),
  };
};

/** What a figure is asked of: whole days, a publication, and the places that count. */
export interface Cut {
  readonly from: string;
  readonly to: string;
  readonly publication: number;
  readonly holds: (place: number) => boolean;
}

export type Figures = Readonly<Record<string, number | string | null>>;

/** Base tables as loads wrote them; nothing that Cube reads figures from. */
export interface BaseFacts {
  /** Rows of loads in force at a publication: of each batch the newest load, unless it was withdrawn. */
  readonly inForce: (table: string, publication: number, jobs?: readonly string[]) => Fact[];
  /** First and last day that the loads in force of some jobs have data of. */
  readonly days: (jobs: readonly string[], publication: number) => { first: string; last: string } | undefined;
  /** Publications of the loads in force: "job", "batch_code", "load"; of each batch the newest of those that count. */
  readonly loads: (publication: number, counts?: (load: Fact) => boolean) => Fact[];
  /** The run of a load; its findings; its facts ("rows") with the fields that they could have and have ("fields", "filled"). */
  readonly runOf: (load: Fact) => Fact | undefined;
  readonly findingsOf: (load: Fact) => number;
  readonly fieldsOf: (load: Fact) => Fact | undefined;
  readonly publications: readonly number[];
  /** First publication of a job; undefined without one. */
  readonly firstOf: (job: string) => number | undefined;
  readonly places: readonly number[];
  /** Of a place: "then_province_code" and so on. */
  readonly placeOf: (place: number) => Fact | undefined;
}

export const readBaseFacts = async (warehouse: Warehouse): Promise<BaseFacts> => {
  const rowsOf = (sql: string): Promise<Record<string, unknown>[]> => warehouse.query(sql, { schema: row });
  const publications = (
    await rowsOf(
      `SELECT publication_number, toString(load_id) AS load, job, batch_code, is_withdrawal, first_date, last_date
       FROM ops.publications ORDER BY publication_number`,
    )
  ).map((cells) => factOf(cells, Number(cells.publication_number)));
  const contents = new Map<string, Record<string, unknown>[]>();
  for (const table of sourceTables)
    contents.set(table, await rowsOf(`SELECT *, toString(load_id) AS load FROM ${table}`));
  const places = new Map(
    (
      await rowsOf(
        "SELECT * FROM mart.dim_places FINAL WHERE place_key % 1000000 >= 100000 OR then_commune_code IN ('00001', '00004', '26734')",
      )
    ).map((cells) => [Number(cells.place_key), factOf(cells, 0)]),
  );
  const byLoad = async (sql: string): Promise<Map<string, Fact>> =>
    new Map((await rowsOf(sql)).map((cells) => [String(cells.load), factOf(cells, 0)]));
  const runs = await byLoad("SELECT *, toString(load_id) AS load FROM ops.runs FINAL WHERE load_id > 0");
  const findings = await byLoad("SELECT toString(load_id) AS load, count() AS rows FROM ops.findings GROUP BY load_id");
  const fields = new Map<string, Fact>();
  for (const placed of Object.values(sources).flatMap((source) => ("placed" in source ? [source.placed] : []))) {
    const { table, filledFields, where = "true" }: PlacedFacts = placed;
    const told = await byLoad(
      `SELECT toString(load_id) AS load, count() AS rows, count() * ${filledFields.length} AS fields,
         ${filledFields.map((condition) => `countIf(${condition})`).join(" + ") || "0"} AS filled
       FROM ${table} WHERE ${where} GROUP BY load_id`,
    );
    for (const [load, fact] of told) fields.set(load, fact);
  }
  const isWithdrawal = (each: Fact): boolean => each.text("is_withdrawal") === "true";
  const loadsInForce = (publication: number, counts: (load: Fact) => boolean = () => true): Fact[] => {
    const newest = new Map<string, Fact>();
    for (const each of publications) {
      if (each.known > publication || !(isWithdrawal(each) || counts(each))) continue;
      newest.set(`${each.text("job")} ${each.text("batch_code")}`, each);
    }
    return [...newest.values()].filter((each) => !isWithdrawal(each));
  };
  return {
    loads: loadsInForce,
    runOf: (load) => runs.get(load.text("load")),
    findingsOf: (load) => findings.get(load.text("load"))?.number("rows") ?? 0,
    fieldsOf: (load) => fields.get(load.text("load")),
    inForce: (table, publication, jobs) => {
      const loads = new Map(
        loadsInForce(publication)
          .filter((load) => jobs === undefined || jobs.includes(load.text("job")))
          .map((load) => [load.text("load"), load.known]),
      );
      return (contents.get(table) ?? []).flatMap((cells) => {
        const known = loads.get(String(cells.load));
        return known === undefined ? [] : [factOf(cells, known)];
      });
    },
    days: (jobs, publication) => {
      const told = loadsInForce(publication).filter(
        (load) => jobs.includes(load.text("job")) && load.text("last_date") > "1970-01-01",
      );
      const [first] = told.map((load) => load.text("first_date")).sort();
      const last = told
        .map((load) => load.text("last_date"))
        .sort()
        .at(-1);
      return first === undefined || last === undefined ? undefined : { first, last };
    },
    publications: publications.map(({ known }) => known),
    firstOf: (job) => publications.find((each) => each.text("job") === job)?.known,
    places: [...places.keys()],
    placeOf: (place) => places.get(place),
  };
};

/** Of the rows with one key those of the newest publication. */
export const newest = (facts: readonly Fact[], key: (fact: Fact) => string): Fact[] => {
  const last = new Map<string, number>();
  for (const fact of facts) last.set(key(fact), Math.max(last.get(key(fact)) ?? 0, fact.known));
  return facts.filter((fact) => fact.known === last.get(key(fact)));
};

/** Missing where nothing is known. */
export const sum = (told: readonly (number | undefined)[]): number | null => {
  const numbers = told.filter((each) => each !== undefined);
  return numbers.length === 0 ? null : numbers.reduce((total, each) => total + each, 0);
};

export const quotient = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : part / whole;

export const minus = (whole: number | null, part: number | null): number | null =>
  whole === null || part === null ? null : whole - part;

/** Distinct texts; missing where there are none. */
export const distinct = (texts: readonly string[]): number | null => (texts.length === 0 ? null : new Set(texts).size);

export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

export const monthEnd = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);
