import { UserError } from "@cubejs-backend/api-gateway";
import { z } from "zod";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";
import { viewOfMember } from "../question/memberCatalogue.ts";
import type { Day } from "../question/periodPoints.ts";
import { views } from "../question/views.ts";
import type { AnswerRow } from "./askCube.ts";
import { type Batch, batchesOf, daysOf, type MeasureRequest, queryOf, type Value, valuesOf } from "./measureBatch.ts";
import { SharedWork } from "./SharedWork.ts";

/** Stands for "from the beginning" in the table. */
const beginning: Day = "1970-01-01";
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

type Ask = (query: object, days: readonly Day[] | undefined, signal: AbortSignal) => Promise<readonly AnswerRow[]>;

/** The values of each request. Of a measure that no view has there are none: it is missing like any other. */
const askValues = async (
  batch: Batch,
  publicationNumber: number,
  ask: (batch: Batch) => Promise<readonly AnswerRow[]>,
): Promise<readonly (readonly [MeasureRequest, Value[]])[]> => {
  try {
    const rows = await ask(batch);
    return batch.map((request) => [request, valuesOf(request, batch, rows)]);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [first, ...rest] = [...new Set(batch.map(({ measure }) => measure))];
    if (rest.length === 0) return batch.map((request) => [request, []]);
    // One of them is refused: which, is seen when each is asked alone.
    const alone = [first, ...rest].map((measure) => batch.filter((request) => request.measure === measure));
    return (
      await Promise.all(
        alone.map(([one, ...others]) => (one === undefined ? [] : askValues([one, ...others], publicationNumber, ask))),
      )
    ).flat();
  }
};

const readScale = async (warehouse: Warehouse, measure: string, publicationNumber: number): Promise<number> => {
  const jobs = views[viewOfMember(measure)]?.jobs ?? [];
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
        askValues(batch, publicationNumber, (asked) => ask(queryOf(asked, publicationNumber), daysOf(asked), signal)),
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
