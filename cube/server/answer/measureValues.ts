import { UserError } from "@cubejs-backend/api-gateway";
import { z } from "zod";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";
import { areaDimension, type Side } from "../areas/areaDimension.ts";
import type { Day } from "../question/periodPoints.ts";
import { views } from "../question/views.ts";
import type { AnswerRow } from "./askCube.ts";
import { SharedWork } from "./SharedWork.ts";

/** A measure to be asked of Cube, for the nation or for each unit of a level. */
export interface MeasureRequest {
  /** Public member: "vaccination.verified_dose_rate". */
  readonly measure: string;
  /** Public dimension of the same view that narrows it, and its values; "" and [] for none. */
  readonly filterMember: string;
  readonly filterValues: readonly string[];
  /** First day of the period; undefined: everything up to `day`. */
  readonly from: Day | undefined;
  readonly day: Day;
  readonly level: "nation" | "province" | "commune";
  /** Of the units; 0 for the nation. */
  readonly structure: number;
  readonly side: Side;
}

interface Value {
  readonly areaCode: string;
  /** NaN: missing. */
  readonly value: number;
}

/** Stands for "from the beginning" in the table. */
const beginning: Day = "1970-01-01";
/** Measures of one question to Cube. */
const measuresAtOnce = 20;
/** More than any level has units. */
const rowLimit = 20_000;

const keyOf = (request: Omit<MeasureRequest, "side">): string =>
  JSON.stringify([
    ...[request.measure, request.filterMember, request.filterValues, request.from ?? beginning],
    ...[request.day, request.structure, request.level],
  ]);

const askedRow = z.object({
  measure: z.string(),
  filterMember: z.string(),
  filterValues: z.array(z.string()),
  from: z.string(),
  day: z.string(),
  structure: z.number(),
  level: z.enum(["nation", "province", "commune"]),
});

const readAsked = async (warehouse: Warehouse, publicationNumber: number): Promise<Set<string>> => {
  const rows = await warehouse.query(
    `SELECT DISTINCT measure, filter_member AS filterMember, filter_values AS filterValues, toString(period_start) AS \`from\`,
       toString(day) AS day, structure_code AS structure, toString(area_level) AS level
     FROM mart.agg_measure_values
     WHERE publication_number = {publication:UInt64} AND area_code = '' AND computed_at > now() - INTERVAL 29 DAY`,
    { params: { publication: publicationNumber }, schema: askedRow },
  );
  return new Set(rows.map(keyOf));
};

const viewOf = (member: string): string => member.slice(0, member.indexOf("."));

const areaMemberOf = ({ measure, level, side }: MeasureRequest): string | undefined =>
  level === "nation" ? undefined : `${viewOf(measure)}.${areaDimension(side, level)}`;

/** Requests that differ by their measure only: one question answers them. */
type Batch = readonly [MeasureRequest, ...MeasureRequest[]];

const queryOf = (batch: Batch, publicationNumber: number): object => {
  const [request] = batch;
  const view = viewOf(request.measure);
  const area = areaMemberOf(request);
  const filter = (member: string, operator: string, values: readonly string[]): object => ({
    member,
    operator,
    values,
  });
  return {
    measures: batch.map(({ measure }) => measure),
    dimensions: [`${view}.date`, ...(area === undefined ? [] : [area])],
    filters: [
      ...(request.filterMember === "" ? [] : [filter(request.filterMember, "equals", request.filterValues)]),
      ...(request.from === undefined ? [] : [filter(`${view}.date`, "afterOrOnDate", [request.from])]),
      filter(`${view}.date`, "beforeOrOnDate", [request.day]),
      filter(`${view}.as_known_on`, "equals", [`p${publicationNumber}`]),
    ],
    limit: rowLimit,
  };
};

/** A figure of an earlier day is not the figure of a day that the data does not reach. */
const valuesOf = (request: MeasureRequest, rows: readonly AnswerRow[]): Value[] => {
  const date = `${viewOf(request.measure)}.date`;
  const area = areaMemberOf(request);
  return rows
    .filter((row) => String(row[date]).startsWith(request.day))
    .map((row) => {
      const told = row[request.measure];
      const code = area === undefined ? "VN" : String(row[area]);
      return { areaCode: code, value: told === null || told === undefined ? Number.NaN : Number(told) };
    });
};

type Ask = (query: object, signal: AbortSignal) => Promise<readonly AnswerRow[]>;

/** The values of each request. Of a measure that no view has there are none: it is missing like any other. */
const askValues = async (
  batch: Batch,
  publicationNumber: number,
  ask: (query: object) => Promise<readonly AnswerRow[]>,
): Promise<readonly (readonly [MeasureRequest, Value[]])[]> => {
  try {
    const rows = await ask(queryOf(batch, publicationNumber));
    return batch.map((request) => [request, valuesOf(request, rows)]);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (batch.length === 1) return [[batch[0], []]];
    // One of them is refused: which, is seen when each is asked alone.
    return (await Promise.all(batch.map((request) => askValues([request], publicationNumber, ask)))).flat();
  }
};

const readScale = async (warehouse: Warehouse, measure: string, publicationNumber: number): Promise<number> => {
  const jobs = views[viewOf(measure)]?.jobs ?? [];
  const [row] = await warehouse.query(
    `SELECT max(sample_scale) AS scale FROM mart.load_periods
     WHERE job IN {jobs:Array(String)} AND known_from <= {publication:UInt64} AND known_until > {publication:UInt64}`,
    { params: { jobs: [...jobs], publication: publicationNumber }, schema: z.object({ scale: z.number() }) },
  );
  return row?.scale ?? 0;
};

const store = async (
  warehouse: Warehouse,
  publicationNumber: number,
  answers: readonly (readonly [MeasureRequest, Value[]])[],
  scale: number,
): Promise<void> => {
  const rows = answers.flatMap(([request, values]) => {
    const shared = {
      publication_number: publicationNumber,
      measure: request.measure,
      filter_member: request.filterMember,
      filter_values: request.filterValues,
      period_start: request.from ?? beginning,
      day: request.day,
      structure_code: request.structure,
      area_level: request.level,
      sample_scale: scale,
    };
    return [...values, { areaCode: "", value: Number.NaN }].map(({ areaCode, value }) =>
      JSON.stringify({ ...shared, area_code: areaCode, value: Number.isNaN(value) ? "nan" : value }),
    );
  });
  await warehouse.insertStream("INSERT INTO mart.agg_measure_values FORMAT JSONEachRow", [
    Buffer.from(rows.join("\n")),
  ]);
};

const batchesOf = (requests: readonly MeasureRequest[]): Batch[] => {
  const batches = new Map<string, [MeasureRequest, ...MeasureRequest[]][]>();
  for (const request of requests) {
    const key = keyOf({ ...request, measure: viewOf(request.measure) });
    const known = batches.get(key) ?? [];
    const last = known[known.length - 1];
    if (last === undefined || last.length >= measuresAtOnce) batches.set(key, [...known, [request]]);
    else last.push(request);
  }
  return [...batches.values()].flat();
};

/** @see measureValues */
export type EnsureMeasureValues = (
  requests: readonly MeasureRequest[],
  publicationNumber: number,
  signal: AbortSignal,
) => Promise<void>;

/**
 * Sees to it that mart.agg_measure_values holds Cube's own answers to requests under a publication. What is there, or is being asked by
 * another question, is not asked again; what nobody waits for any more is stopped. An area without a row was asked and has no figure.
 */
export const measureValues = (warehouse: Warehouse, ask: Ask): EnsureMeasureValues => {
  const underWay = new Map<string, SharedWork<void>>();

  const answer = (batch: Batch, publicationNumber: number): void => {
    const keys = batch.map((request) => `${publicationNumber} ${keyOf(request)}`);
    const work = new SharedWork(async (signal) => {
      const [answers, scale] = await Promise.all([
        askValues(batch, publicationNumber, (query) => ask(query, signal)),
        readScale(warehouse, batch[0].measure, publicationNumber),
      ]);
      await store(warehouse, publicationNumber, answers, scale);
    });
    for (const key of keys) underWay.set(key, work);
    work.onEnd(() => {
      for (const key of keys) if (underWay.get(key) === work) underWay.delete(key);
    });
  };

  return async (requests, publicationNumber, signal) => {
    if (requests.length === 0) return;
    const asked = await readAsked(warehouse, publicationNumber);
    const missing = [...new Map(requests.map((request) => [keyOf(request), request])).entries()].filter(
      ([key]) => !asked.has(key),
    );
    const isUnderWay = (key: string): boolean => underWay.has(`${publicationNumber} ${key}`);
    const unasked = missing.filter(([key]) => !isUnderWay(key)).map(([, request]) => request);
    for (const batch of batchesOf(unasked)) answer(batch, publicationNumber);
    const works = new Set(missing.flatMap(([key]) => underWay.get(`${publicationNumber} ${key}`) ?? []));
    await Promise.all([...works].map((work) => work.join(signal)));
  };
};
