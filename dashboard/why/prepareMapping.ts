import { asNumber } from "../data/readValue.ts";
import type { Lineage } from "./fetchLineage.ts";

export const mappings = ["exact", "assigned", "unknown"] as const;
export type Mapping = (typeof mappings)[number];

/** What of a figure came to its area in one way. */
export interface MappedPart {
  mapping: Mapping;
  /** The figure of this part alone. */
  value: number | null;
  /** Of what the figure is counted from; null where that cannot be divided. */
  share: number | null;
}

type MappingRow = Lineage["mapping"][number];
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * How much of a figure came whole from former units, how much by assignment of split ones, and how much is known only above the
 * commune. Units that never changed count with the whole ones. Null where nothing had to be mapped; "mixed" where the parts do not
 * add up to the figure, because its own parts are reported at different levels.
 * @param additive whether parts of the figure add up; a quotient is divided by its denominator
 */
export function prepareMapping(
  { mapping, measure, denominator, value }: Pick<Lineage, "mapping" | "measure" | "denominator" | "value">,
  additive: boolean,
): MappedPart[] | "mixed" | null {
  if (mapping.every((row) => row.mapping === "same")) return null;
  const [only, ...others] = denominator?.values ?? [];
  const counted = additive ? { measure: measure.name, value } : others.length === 0 ? only : undefined;
  const valuesOf = (kind: Mapping, name: string | undefined) =>
    mapping
      .filter((row) => kindOf(row) === kind)
      .map((row) => asNumber(row.values.find((figure) => figure.measure === name)?.value))
      .filter((part) => part !== null);
  const countOf = (kind: Mapping) => sum(valuesOf(kind, counted?.measure));

  const total = asNumber(counted?.value);
  const added = sum(mappings.map(countOf));
  if (counted !== undefined && total !== null && Math.abs(added - total) > Math.abs(total) * 1e-6) return "mixed";
  return mappings
    .filter((kind) => mapping.some((row) => kindOf(row) === kind))
    .map((kind) => {
      const values = valuesOf(kind, measure.name);
      return {
        mapping: kind,
        value: values.length === 0 || (values.length > 1 && !additive) ? null : sum(values),
        share: counted === undefined || added <= 0 ? null : countOf(kind) / added,
      };
    });
}

const kindOf = ({ mapping }: MappingRow): Mapping | undefined =>
  mapping === "same" ? "exact" : mappings.find((kind) => kind === mapping);
