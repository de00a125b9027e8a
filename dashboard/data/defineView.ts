import { type AreaLevel, type AreaRef, areaLevels } from "../url/areaRef.ts";
import { ApiError } from "./ApiError.ts";
import type { Structure } from "./fetchAreas.ts";
import { type CubeFilter, type CubeQuery, type CubeRow, type Grain, loadCube } from "./loadCube.ts";
import { isDimensionOf, kindsOf, measuresOf } from "./measuresOf.ts";
import { type Conditions, EVERYTHING, untoldBy } from "./narrowing.ts";
import type { DayRange } from "./periods.ts";
import { readValue } from "./readValue.ts";
import type { DimensionOf, FigureRow, MeasureMeta, MeasureOf, Row, ViewCatalogue, ViewName } from "./viewCatalogue.ts";

/** Where figures are of: the area of the context bar, in its structure. */
export interface Scope {
  area: AreaRef;
  structure: Structure;
  /** What the screen is narrowed to; a view without the dimension tells of everything. */
  only?: Conditions;
}
/** States as of the last day, flows within the days; both ends included. */
export interface Question<V extends ViewName, M = MeasureOf<V>, D = DimensionOf<V>> {
  measures: readonly M[];
  /** Dimensions that break the figures down. */
  by?: readonly D[];
  days: DayRange;
  /** Keeps the rows whose dimension has one of the values. */
  where?: Partial<Record<DimensionOf<V>, readonly string[]>>;
}
/** Dimensions, code and name, of the units directly below an area. */
export interface PlaceColumns<D extends string = string> {
  level: AreaLevel;
  code: D;
  name: D;
}

/** A typed client of one view of Cube: what its measures mean, and how to ask for them. */
export interface CubeView<V extends ViewName> {
  name: V;
  /** Every measure, in the order of the model. */
  measures: readonly MeasureMeta<MeasureOf<V>>[];
  meta(measure: MeasureOf<V>): MeasureMeta<MeasureOf<V>>;
  /** The units that the view tells of below an area; null where it tells of none. */
  placesBelow(scope: Scope): PlaceColumns<DimensionOf<V>> | null;
  /** The question as Cube takes it, without measures that say nothing of what the scope is narrowed to; null where it tells nothing at all. */
  query(scope: Scope, question: Question<V>, grain?: Grain): CubeQuery | null;
  /**
   * One row per combination of the dimensions asked for; none where the view tells nothing of such an area. What is not told by a
   * dimension that the scope is narrowed by is missing. @throws ApiError
   */
  figures<M extends MeasureOf<V>, D extends DimensionOf<V> = never>(
    scope: Scope,
    question: Question<V, M, D>,
    signal: AbortSignal,
  ): Promise<Row<V, M | D>[]>;
  /** The same for each day, week (from Monday), month … of the days asked for, oldest first. `date`: its first day. @throws ApiError */
  series<M extends MeasureOf<V>, D extends DimensionOf<V> = never>(
    scope: Scope,
    question: Question<V, M, D>,
    grain: Grain,
    signal: AbortSignal,
  ): Promise<Row<V, M | D | "date">[]>;
}

/** More rows than any screen shows: every commune of the country, or ten years of days. */
const MOST_ROWS = 10_000;

/** The client of the view that a catalogue describes. */
export function defineView<V extends ViewName>(catalogue: ViewCatalogue<V>, load = loadCube): CubeView<V> {
  const { name: view } = catalogue;
  const kinds = kindsOf(view);
  const member = (name: string) => `${view}.${name}`;
  const meta: CubeView<V>["meta"] = (measure) => {
    const unit = kinds.measures[measure];
    if (unit === undefined) throw new Error(`${member(measure)} has no unit: run \`npm run docs\``);
    const facts = catalogue.measures[measure];
    const isRate =
      unit !== "date" && (facts.denominator?.split(" - ").every((name) => name in kinds.measures) ?? false);
    return { name: measure, view, unit, isRate, ...facts };
  };

  const areaFilter = ({ area, structure }: Scope): CubeFilter[] | null => {
    if (area.level === "nation") return [];
    const code = `${structure}_${area.level}_code`;
    return isDimensionOf(view, code) ? [{ member: member(code), operator: "equals", values: [area.code] }] : null;
  };
  /** What the scope is narrowed to, in so far as the view tells of it. */
  const narrowedTo = ({ only = EVERYTHING }: Scope): Conditions => only.filter(([name]) => isDimensionOf(view, name));
  const query: CubeView<V>["query"] = (scope, { measures, by = [], days, where = {} }, grain) => {
    const area = areaFilter(scope);
    if (area === null) return null;
    const date = member("date");
    const told = measures.filter((measure) => untoldBy(catalogue.measures[measure], narrowedTo(scope)).length === 0);
    // Of none of them anything can be said here.
    if (told.length === 0 && measures.length > 0) return null;
    const conditions = [...narrowedTo(scope), ...Object.entries<readonly string[] | undefined>(where)];
    const chosen = conditions.flatMap(([name, values]): CubeFilter[] =>
      values === undefined ? [] : [{ member: member(name), operator: "equals", values: [...values] }],
    );
    return {
      measures: told.map(member),
      ...(by.length > 0 ? { dimensions: by.map(member) } : {}),
      timeDimensions: [{ dimension: date, ...(grain ? { granularity: grain } : {}), dateRange: days }],
      filters: [...area, ...chosen],
      ...(grain ? { order: [[date, "asc"]] } : {}),
      limit: MOST_ROWS,
    };
  };

  const read = (row: CubeRow, name: string, grain: Grain | undefined) => {
    const kind = kinds.measures[name] ?? kinds.dimensions[name] ?? "string";
    const value = row[member(name)];
    return readValue(kind, name === "date" && grain ? (row[member(`date.${grain}`)] ?? value) : value);
  };
  const holds = <N extends string>(row: FigureRow, names: readonly N[]): row is Row<V, N> =>
    names.every((name) => row[name] !== undefined);
  const ask = async <N extends string>(
    asked: CubeQuery | null,
    names: readonly N[],
    grain: Grain | undefined,
    signal: AbortSignal,
  ): Promise<Row<V, N>[]> => {
    if (asked === null) return [];
    const rows = await load(asked, signal);
    if (rows.length >= MOST_ROWS) {
      throw new ApiError("more rows than a screen can show", { status: 200, fix: null, requestId: null });
    }
    return rows.map((row) => {
      const figures: FigureRow = Object.fromEntries(names.map((name) => [name, read(row, name, grain)]));
      if (!holds(figures, names)) throw new Error(`a row of ${view} lacks ${names.join(", ")}`);
      return figures;
    });
  };

  return {
    name: view,
    measures: measuresOf(view).map(meta),
    meta,
    query,
    placesBelow({ area, structure }) {
      for (const level of areaLevels.slice(areaLevels.indexOf(area.level) + 1)) {
        const [code, name] = [`${structure}_${level}_code`, `${structure}_${level}_name`];
        if (isDimensionOf(view, code) && isDimensionOf(view, name)) return { level, code, name };
      }
      return null;
    },
    figures: (scope, question, signal) =>
      ask(query(scope, question), [...question.measures, ...(question.by ?? [])], undefined, signal),
    series: (scope, question, grain, signal) =>
      ask(query(scope, question, grain), [...question.measures, ...(question.by ?? []), "date"], grain, signal),
  };
}
