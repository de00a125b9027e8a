import { z } from "zod";
import { type Level, levels } from "../areas/areaIndex.ts";
import { HttpError } from "../http/errors.ts";
import { wholeNumber } from "../http/parseParameters.ts";
import { isDay } from "../question/dateRange.ts";
import type { Day } from "../question/periodPoints.ts";

/** Which dimensions name an area: `now_…` those of today's structure, `then_…` those of the structure that a fact was reported in. */
export type Side = "now" | "then";

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
    values: text.slice(text.indexOf(":") + 1).split("|"),
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

/** The dimension that an area is a member of. @throws HttpError where the level has no such dimension */
export const areaDimension = (side: Side, level: Level): string => {
  if (level === "nation" || (side === "now" && level === "district")) {
    throw new HttpError(
      400,
      `Địa giới ${side === "now" ? "hiện nay" : "khi đó"} không có cấp ${level}. (No such level.)`,
      "level=province",
    );
  }
  return `${side}_${level}_code`;
};

export const cellOf = (parameters: z.infer<typeof cellParameters>, currentStructure: number): Cell => {
  const { filter: filters, measure, structure = currentStructure, ...rest } = parameters;
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

/** The cell as a query of Cube's REST API, with further measures and dimensions of its view. */
export const cellQuery = (cell: Cell, measures: readonly string[], dimensions: readonly string[] = []): object => {
  const { view, side, level, code, from, to, known } = cell;
  const equals = (dimension: string, values: readonly string[]): object => ({
    member: `${view}.${dimension}`,
    operator: "equals",
    values,
  });
  const date = `${view}.date`;
  return {
    measures,
    dimensions,
    filters: [
      ...(level === "nation" ? [] : [equals(areaDimension(side, level), [code])]),
      ...cell.filters.map(({ dimension, values }) => equals(dimension, values)),
      ...(from === undefined ? [] : [{ member: date, operator: "afterOrOnDate", values: [from] }]),
      ...(to === undefined ? [] : [{ member: date, operator: "beforeOrOnDate", values: [to] }]),
      ...(known === undefined ? [] : [equals("as_known_on", [known])]),
    ],
  };
};
