import { isUnit } from "../units.ts";
import { ModelError } from "./ModelError.ts";
import type { CubeSource, DimensionSource, HiddenSource, MeasureSource } from "./parseModelFile.ts";

/** Values that a member asks of each hidden member that it says something of. */
export type Asks = Readonly<Record<string, readonly string[]>>;

export interface ExpandedMember {
  readonly name: string;
  readonly asks: Asks;
  /** As Cube takes it. */
  readonly definition: Readonly<Record<string, unknown>> & { readonly meta: Readonly<Record<string, unknown>> };
}

type Source = { readonly where: string; readonly cube: CubeSource };
type Hidden = Readonly<Record<string, HiddenSource>>;

const measureKeys = ["numerator", "denominator", "unit", "additive", "better", "missing", "target", "source"];
const ownKeys = new Set([
  ...["name", "title", "title_en", "description", "description_en", "type", "sql"],
  ...measureKeys,
  ...["not_by", "untold_of"],
]);

const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : value === "any" ? [] : [String(value)];

/** What a member says itself; every other key of it has to be the name of a hidden member, with values that it knows. */
const ownAsks = (
  member: Readonly<Record<string, unknown>>,
  { where }: Source,
  hidden: Hidden,
  everyHidden: ReadonlySet<string>,
): Asks => {
  const asks: Record<string, string[]> = {};
  for (const [key, value] of Object.entries(member)) {
    if (ownKeys.has(key) || value === undefined) continue;
    if (!everyHidden.has(key)) {
      throw new ModelError(
        where,
        `${String(member.name)}: nothing is called ${key}`,
        `use one of ${[...ownKeys, ...everyHidden].join(", ")}`,
      );
    }
    const known = hidden[key]?.all ?? hidden[key]?.finest;
    if (known === undefined) continue;
    const unknown = listOf(value).find((each) => !known.includes(each));
    if (unknown !== undefined) {
      throw new ModelError(
        where,
        `${String(member.name)}: ${key} has no ${unknown}`,
        `use any, or some of ${known.join(", ")}`,
      );
    }
    asks[key] = listOf(value);
  }
  return asks;
};

const assertAsked = (
  name: string,
  asks: Asks,
  of: HiddenSource["asked_of"],
  { where }: Source,
  hidden: Hidden,
): void => {
  for (const [key, source] of Object.entries(hidden)) {
    if (source.asked_of !== of) continue;
    const values = source.all ?? source.finest ?? [];
    if (asks[key] === undefined || (of === "measures" && asks[key].length === 0)) {
      throw new ModelError(
        where,
        `${name} does not say which ${key} it needs`,
        `add "${key}:" with some of ${values.join(", ")}${of === "dimensions" ? ", or any" : ""}`,
      );
    }
  }
};

const referencesOf = (sql: string): string[] =>
  [...sql.matchAll(/\{(?:CUBE\.)?(\w+)\}/g)].flatMap(([, name]) =>
    name === undefined || name === "CUBE" ? [] : [name],
  );

const isSum = (text: string): boolean => /^\w+( [+-] \w+)+$/.test(text);

/** A quotient of measures, or a sum of them, is written in numerator and denominator. */
const sqlOfMeasure = (measure: MeasureSource, names: ReadonlySet<string>, { where }: Source): string => {
  if (measure.sql !== undefined) return measure.sql;
  const { numerator, denominator } = measure;
  const parts = [...numerator.split(/ [+-] /), ...(denominator === undefined ? [] : [denominator])];
  if (parts.every((part) => names.has(part)) && (denominator !== undefined || isSum(numerator))) {
    const text = `(${numerator.replace(/\w+/g, "{CUBE.$&}")})`;
    return denominator === undefined
      ? text
      : `(${isSum(numerator) ? text : text.slice(1, -1)} / nullIf({CUBE.${denominator}}, 0))`;
  }
  throw new ModelError(
    where,
    `${measure.name} has no sql, and its numerator and denominator are not measures of its cube`,
    'add "sql:", for example sum({CUBE}.beds)',
  );
};

const metaOf = ({ title_en, description_en }: MeasureSource | DimensionSource): Record<string, string> => ({
  title_en,
  description_en,
});

/**
 * Measures in the order in which they stand; what one sums over includes what the measures sum over that its SQL names, and no more
 * than these is it told by a dimension.
 */
export const expandMeasures = (
  sources: readonly (Source & { readonly member: MeasureSource })[],
  dimensions: readonly DimensionSource[],
  hidden: Hidden,
  everyHidden: ReadonlySet<string>,
): ExpandedMember[] => {
  const byName = new Map(sources.map((source) => [source.member.name, source]));
  const names = new Set(byName.keys());
  const sqlOf = new Map(sources.map((source) => [source.member.name, sqlOfMeasure(source.member, names, source)]));
  const asksOf = (name: string, under: readonly string[]): Asks => {
    const source = byName.get(name);
    if (source === undefined) return {};
    if (under.includes(name))
      throw new ModelError(source.where, `${name} is computed from itself`, "write its sql anew");
    const own = ownAsks(source.member, source, hidden, everyHidden);
    const sql = sqlOf.get(name) ?? "";
    if (sql.includes("{CUBE}.")) assertAsked(name, own, "measures", source, hidden);
    const asks: Record<string, string[]> = {};
    for (const each of [own, ...referencesOf(sql).map((part) => asksOf(part, [...under, name]))]) {
      for (const [key, values] of Object.entries(each)) asks[key] = [...new Set([...(asks[key] ?? []), ...values])];
    }
    return asks;
  };
  const ownNotBy = (name: string): string[] => {
    const source = byName.get(name);
    if (source?.member.not_by === undefined) return [];
    const named = listOf(source.member.not_by);
    const stray = named.find((each) => !dimensions.some((dimension) => dimension.name === each));
    if (stray === undefined) return named;
    throw new ModelError(source.where, `${name}: not_by names ${stray}, which is no dimension`, "leave it out");
  };
  const notBy = (name: string, asks: Asks): string[] => {
    const named = new Set([name, ...partsOf(name)].flatMap(ownNotBy));
    const isUntold = ({ untold_of = [] }: DimensionSource) =>
      listOf(untold_of).some((kind) => asks.kinds?.includes(kind));
    return dimensions
      .filter((dimension) => named.has(dimension.name) || isUntold(dimension))
      .map((dimension) => dimension.name);
  };
  const partsOf = (name: string): string[] =>
    referencesOf(sqlOf.get(name) ?? "").flatMap((part) => [part, ...partsOf(part)]);
  return sources.map(({ member, ...source }) => {
    const asks = asksOf(member.name, []);
    const untold = notBy(member.name, asks);
    assertAsked(member.name, asks, "measures", source, hidden);
    const { title, description, denominator = null, unit, missing = "gap", target } = member;
    if (unit === undefined || !isUnit(unit)) {
      throw new ModelError(
        source.where,
        `${member.name} has no unit that is known`,
        "name one of cube/units.ts, or add it",
      );
    }
    if (member.source === undefined) {
      throw new ModelError(
        source.where,
        `${member.name} does not say its source`,
        'add "source:", or a default of its cube',
      );
    }
    const isQuotient = denominator !== null || unit === "percent" || unit === "date";
    return {
      name: member.name,
      asks,
      definition: {
        ...{ title, description, type: unit === "date" ? "time" : "number" },
        ...(unit === "percent" ? { format: "percent" } : {}),
        sql: sqlOf.get(member.name),
        meta: {
          ...metaOf(member),
          ...{ numerator: member.numerator, denominator, unit, additive: member.additive ?? !isQuotient },
          ...{ better: member.better, missing, ...(target === undefined ? {} : { target }), source: member.source },
          ...(untold.length === 0 ? {} : { not_by: untold }),
        },
      },
    };
  });
};

export const expandDimensions = (
  sources: readonly (Source & { readonly member: DimensionSource })[],
  hidden: Hidden,
  everyHidden: ReadonlySet<string>,
): ExpandedMember[] =>
  sources.map(({ member, ...source }) => {
    const asks = ownAsks(member, source, hidden, everyHidden);
    assertAsked(member.name, asks, "dimensions", source, hidden);
    const { name, title, description, type = "string", sql = `{CUBE}.${name}` } = member;
    return { name, asks, definition: { title, description, type, sql, meta: metaOf(member) } };
  });
