import { readModel } from "../../expand/readModel.ts";
import { areaDimension, type Side } from "../areas/areaDimension.ts";
import { memberName, viewOfMember } from "../question/memberCatalogue.ts";
import type { Day } from "../question/periodPoints.ts";
import { questionLimits } from "../question/questionLimits.ts";
import type { AnswerRow } from "./askCube.ts";

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

/** Requests that one question to Cube answers. */
export type Batch = readonly [MeasureRequest, ...MeasureRequest[]];

export interface Value {
  readonly areaCode: string;
  /** NaN: missing. */
  readonly value: number;
}

const measuresAtOnce = 20;
/** Days, times values of a filter, of one question. */
const slicesAtOnce = 24;
/** More than any level has units. */
const mostUnits = { nation: 1, province: 200, commune: 12_000 } as const;

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** Whether a measure tells of a day alone, so that it is the same asked with other days as asked alone. */
const isState = (measure: string): boolean => {
  const view = readModel().views[viewOfMember(measure)];
  const found = view?.measures.find(({ name }) => name === memberName(measure));
  if (view === undefined || found === undefined || found.name.endsWith("_in_period")) return false;
  const { kinds } = view.hidden;
  return kinds === undefined || (found.asks.kinds ?? []).every((kind) => kinds.states?.includes(kind));
};

/** Whether the filter says the same as a row of the answer for its value: text, told as it is compared. */
const isOneOfRows = ({ measure, filterMember, filterValues }: MeasureRequest): boolean =>
  filterValues.length === 1 &&
  memberName(filterMember) !== "as_known_on" &&
  readModel().views[viewOfMember(measure)]?.dimensions.find(({ name }) => name === memberName(filterMember))?.definition
    .type === "string";

const groupsOf = (
  requests: readonly MeasureRequest[],
  keyOf: (request: MeasureRequest) => unknown,
): MeasureRequest[][] => {
  const groups = new Map<string, MeasureRequest[]>();
  for (const request of requests) {
    const key = JSON.stringify(keyOf(request));
    groups.set(key, [...(groups.get(key) ?? []), request]);
  }
  return [...groups.values()];
};

const slicesOf = (batch: readonly MeasureRequest[]): number =>
  unique(batch.map(({ day }) => day)).length * unique(batch.map(({ filterValues }) => filterValues.join("|"))).length;

const fits = (batch: readonly MeasureRequest[]): boolean =>
  unique(batch.map(({ measure }) => measure)).length <= measuresAtOnce &&
  slicesOf(batch) <= slicesAtOnce &&
  slicesOf(batch) * Math.max(...batch.map(({ level }) => mostUnits[level])) <= questionLimits.rows;

/** Few questions for all requests: planning a statement costs more than the days and values that it tells of. */
export const batchesOf = (requests: readonly MeasureRequest[]): Batch[] => {
  const alike = groupsOf(requests, (request) => [
    ...[viewOfMember(request.measure), request.from, request.level, request.structure, request.side],
    ...[request.filterMember, isOneOfRows(request) ? null : request.filterValues],
  ]);
  const ofDays = alike.flatMap((group) =>
    group.every(({ measure, from }) => from === undefined && isState(measure))
      ? [group]
      : groupsOf(group, ({ day }) => day),
  );
  return ofDays.flatMap((group) => {
    const batches: [MeasureRequest, ...MeasureRequest[]][] = [];
    for (const request of group) {
      const last = batches[batches.length - 1];
      if (last !== undefined && fits([...last, request])) last.push(request);
      else batches.push([request]);
    }
    return batches;
  });
};

const areaMemberOf = ({ measure, level, side }: MeasureRequest): string | undefined =>
  level === "nation" ? undefined : `${viewOfMember(measure)}.${areaDimension(side, level)}`;

const valuesOfFilter = (batch: Batch): string[] => unique(batch.flatMap(({ filterValues }) => filterValues));

/** Whether the answer has a row for each value of the filter. */
const isByFilter = (batch: Batch): boolean =>
  batch.some(({ filterValues }) => filterValues.join("|") !== batch[0].filterValues.join("|"));

/** The days of a batch, where they are several. */
export const daysOf = (batch: Batch): Day[] | undefined => {
  const days = unique(batch.map(({ day }) => day));
  return days.length > 1 ? days : undefined;
};

export const queryOf = (batch: Batch, publicationNumber: number): object => {
  const [request] = batch;
  const view = viewOfMember(request.measure);
  const area = areaMemberOf(request);
  const days = batch.map(({ day }) => day).sort();
  const filter = (member: string, operator: string, values: readonly (string | undefined)[]): object => ({
    ...{ member, operator, values },
  });
  return {
    measures: unique(batch.map(({ measure }) => measure)),
    dimensions: [
      `${view}.date`,
      ...(area === undefined ? [] : [area]),
      ...(isByFilter(batch) && request.filterMember !== area ? [request.filterMember] : []),
    ],
    filters: [
      ...(request.filterMember === "" ? [] : [filter(request.filterMember, "equals", valuesOfFilter(batch))]),
      ...(request.from === undefined ? [] : [filter(`${view}.date`, "afterOrOnDate", [request.from])]),
      filter(`${view}.date`, "beforeOrOnDate", [days[days.length - 1]]),
      filter(`${view}.as_known_on`, "equals", [`p${publicationNumber}`]),
    ],
    limit: questionLimits.rows,
  };
};

/** A figure of an earlier day is not the figure of a day that the data does not reach. */
export const valuesOf = (request: MeasureRequest, batch: Batch, rows: readonly AnswerRow[]): Value[] => {
  const date = `${viewOfMember(request.measure)}.date`;
  const area = areaMemberOf(request);
  const [held] = isByFilter(batch) ? request.filterValues : [];
  return rows
    .filter((row) => String(row[date]).startsWith(request.day))
    .filter((row) => held === undefined || row[request.filterMember] === held)
    .map((row) => {
      const told = row[request.measure];
      const code = area === undefined ? "VN" : String(row[area]);
      return { areaCode: code, value: told === null || told === undefined ? Number.NaN : Number(told) };
    });
};
