import { asNumber } from "../data/readValue.ts";
import type { Lineage } from "./fetchLineage.ts";

/** One measure within a numerator or denominator. */
export interface Term {
  sign: "+" | "−" | null;
  /** With its view: "vaccination.doses_sent". */
  measure: string;
  value: number | null;
}
/** A numerator or denominator: measures that are added up, or what is counted, in words. */
export type Side = { terms: readonly Term[] } | { words: string };

export interface Formula {
  numerator: Side;
  denominator: Side | null;
  /** What the quotient is multiplied by, "× 10.000"; null where the parts shown do not give the figure by themselves. */
  factor: number | null;
}

const NAME = /[a-z][a-z0-9_]+/g;

function sideOf(part: NonNullable<Lineage["numerator"]>): Side {
  const valueBy = new Map(part.values.map(({ measure, value }) => [measure.slice(measure.indexOf(".") + 1), value]));
  const view = part.values[0]?.measure.split(".")[0];
  const names = part.definition.match(NAME) ?? [];
  const between = part.definition.replace(NAME, "");
  const isSum = names.length > 0 && names.every((name) => valueBy.has(name)) && /^[\s+-]*$/.test(between);
  if (!isSum || view === undefined) return { words: part.definition };
  const signs = between.replace(/\s/g, "");
  return {
    terms: names.map((name, index) => ({
      sign: index === 0 ? null : signs[index - 1] === "-" ? "−" : "+",
      measure: `${view}.${name}`,
      value: asNumber(valueBy.get(name)),
    })),
  };
}

/** Null where it is told in words, or a part of it is missing. */
const totalOf = (side: Side): number | null =>
  "words" in side
    ? null
    : side.terms.reduce<number | null>(
        (sum, { sign, value }) => (sum === null || value === null ? null : sum + (sign === "−" ? -value : value)),
        0,
      );

/** How a figure follows from its parts; null where the model names none. */
export function prepareFormula({
  numerator,
  denominator,
  value,
}: Pick<Lineage, "numerator" | "denominator" | "value">) {
  if (numerator === null) return null;
  const formula = { numerator: sideOf(numerator), denominator: denominator && sideOf(denominator) };
  return { ...formula, factor: factorOf(formula, asNumber(value)) } satisfies Formula;
}

const factors = [1, 100, 1000, 10_000, 100_000, 1_000_000];

function factorOf({ numerator, denominator }: Omit<Formula, "factor">, value: number | null): number | null {
  const top = totalOf(numerator);
  const bottom = denominator === null ? 1 : totalOf(denominator);
  if (value === null || top === null || bottom === null || bottom === 0) return null;
  const plain = top / bottom;
  return factors.find((factor) => Math.abs(plain * factor - value) <= Math.abs(value) * 1e-6) ?? null;
}
