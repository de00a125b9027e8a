import { z } from "zod";
import { areaDimension, type Side } from "../areas/areaDimension.ts";
import { type Level, levels } from "../areas/areaIndex.ts";
import { badRequest } from "../failures/errors.ts";
import { isDay, type QueryFilter, withoutPlaces } from "../question/dateRange.ts";
import type { MemberCatalogue } from "../question/memberCatalogue.ts";
import { asStored, parseFilters } from "../question/parseFilters.ts";
import { wholeNumber } from "../question/parseParameters.ts";
import type { Day } from "../question/periodPoints.ts";
import type { RewrittenQuery } from "../question/rewriteQuery.ts";

/** One figure: a measure of an area over a period, narrowed by filters, as known at some time. */
export interface Cell {
  readonly view: string;
  /** With its view: "vaccination.verified_dose_rate". */
  readonly measure: string;
  readonly structure: number;
  /** Whether the area is one of today's structure or of one that was in force before. */
  readonly side: Side;
  readonly level: Level;
  readonly code: string;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  /** Dimensions without the view, in the order asked. */
  readonly filters: readonly { readonly dimension: string; readonly values: readonly string[] }[];
  /** A day or a publication (p57), as `as_known_on` takes it. */
  readonly known: string | undefined;
}

const day = z.string("must stand once").refine(isDay, "must be a day of the calendar, 2022-06-30");
/** What `as_known_on` takes. */
export const knownParameter = z
  .string("must stand once")
  .refine(
    (text) => isDay(text) || /^p\d{1,15}$/.test(text),
    "must be a day of the calendar (2022-06-30) or a publication (p57)",
  );
const filter = z
  .string()
  .max(300)
  .regex(/^[a-z0-9_]+:.+$/, "must be dimension:value, or dimension:value|value")
  .transform((text) => ({
    dimension: text.slice(0, text.indexOf(":")),
    values: asStored(text.slice(text.indexOf(":") + 1)).split("|"),
  }));

export const cellParameters = z.strictObject({
  measure: z
    .string()
    .max(100)
    .regex(/^[a-z_]+\.[a-z0-9_]+$/, "must be view.measure, for example vaccination.verified_dose_rate"),
  /** Today's, if none is named. */
  structure: wholeNumber(1, 9999).optional(),
  level: z.enum(levels).default("nation"),
  code: z.string().max(20).default("VN"),
  from: day.optional(),
  to: day.optional(),
  known: knownParameter.optional(),
  filter: z.union([filter.transform((one) => [one]), z.array(filter).max(10)]).default([]),
});

/** @throws HttpError where the range ends before it begins */
const assertInOrder = (from: Day | undefined, to: Day | undefined): void => {
  if (from === undefined || to === undefined || from <= to) return;
  const message = `The range from ${from} to ${to} ends before it begins.`;
  throw badRequest([{ field: "to", message, fix: `from=${to}&to=${from}` }]);
};

export const cellOf = (parameters: z.infer<typeof cellParameters>, currentStructure: number): Cell => {
  const { filter: filters, measure, structure = currentStructure, ...rest } = parameters;
  assertInOrder(rest.from, rest.to);
  const code = rest.level === "nation" ? "VN" : rest.code;
  return {
    ...rest,
    code,
    structure,
    side: structure === currentStructure ? "now" : "then",
    measure,
    view: measure.slice(0, measure.indexOf(".")),
    filters,
    from: rest.from,
    to: rest.to,
    known: rest.known,
  };
};

/** What narrows the cell, each condition with the parameter that asked for it. */
const conditionsOf = (cell: Cell, knownParameter: string): QueryFilter[] => {
  const { view, side, level, code, from, to, known } = cell;
  const on = (dimension: string, operator: string, values: readonly string[], at: string): QueryFilter => ({
    ...{ member: `${view}.${dimension}`, operator, values: [...values], at },
  });
  return [
    ...(level === "nation" ? [] : [on(areaDimension(side, level), "equals", [code], "code")]),
    ...cell.filters.map(({ dimension, values }) => on(dimension, "equals", values, "filter")),
    ...(from === undefined ? [] : [on("date", "afterOrOnDate", [from], "from")]),
    ...(to === undefined ? [] : [on("date", "beforeOrOnDate", [to], "to")]),
    ...(known === undefined ? [] : [on("as_known_on", "equals", [known], knownParameter)]),
  ];
};

/** The cell as a query of Cube's REST API, with further measures and dimensions of its view. */
export const cellQuery = (cell: Cell, measures: readonly string[], dimensions: readonly string[] = []): object => ({
  measures,
  dimensions,
  filters: conditionsOf(cell, "known").map(withoutPlaces),
});

export interface RewriteEffects {
  readonly members: MemberCatalogue;
  rewrite(query: object): Promise<RewrittenQuery>;
}

/**
 * The cell's days and publication, as the server settles them for every query.
 * @throws QuestionError that names the parameter which is wrong
 */
export const rewriteCell = (
  cell: Cell,
  { members, rewrite }: RewriteEffects,
  knownParameter = "known",
): Promise<RewrittenQuery> => {
  const filters = conditionsOf(cell, knownParameter);
  for (const { at, ...condition } of filters) {
    // The server settles what is said of days; the rest must suit its dimension.
    if (at === "filter") parseFilters([condition], { members, today: "1970-01-01" }, at);
  }
  return rewrite({ measures: [cell.measure], dimensions: [], filters });
};
