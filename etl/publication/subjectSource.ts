import type { Parameters } from "../../warehouse/Warehouse.ts";

/** The loads of one side's facts, in the order of their publication. */
export interface VisibleLoads {
  readonly doses: readonly number[];
  readonly verifications: readonly number[];
  readonly certificates: readonly number[];
}

/** Which subjects a publication may change. "all": every subject with a dose. */
export type Touched =
  | "all"
  | {
      readonly table: "mart.fct_doses" | "mart.fct_verifications" | "mart.fct_certificates";
      /** The load being published, and the one that it replaces. */
      readonly loads: readonly number[];
    };

/** Person keys are hashes, so equal ranges hold equally many, and a range is read through the primary key. */
export interface PersonRange {
  readonly first: bigint;
  readonly last: bigint;
}

/** One range of subjects, as some loads have it. */
export interface SubjectSource {
  readonly loads: VisibleLoads;
  /**
   * Verification loads of the side to be taken off at once: the state changes are then those of `loads` less those that
   * these would have given. Undefined: nothing is taken off.
   */
  readonly lessVerifications: readonly number[] | undefined;
  readonly touched: Touched;
  readonly range: PersonRange;
}

const keyCount = 1n << 128n;

export const splitPersons = (count: number): PersonRange[] =>
  Array.from({ length: count }, (_, index) => ({
    first: (keyCount * BigInt(index)) / BigInt(count),
    last: (keyCount * BigInt(index + 1)) / BigInt(count) - 1n,
  }));

/** No load has number 0: an empty list finds nothing. */
const listed = (loads: readonly number[]): readonly number[] => (loads.length === 0 ? [0] : loads);

export const subjectParams = ({ loads, lessVerifications, touched, range }: SubjectSource): Parameters => ({
  dose_loads: listed(loads.doses),
  verification_loads: listed(loads.verifications),
  less_verification_loads: listed(lessVerifications ?? []),
  certificate_loads: listed(loads.certificates),
  touched_loads: listed(touched === "all" ? [] : touched.loads),
  first_person: String(range.first),
  last_person: String(range.last),
});

const inRange = "person_key BETWEEN {first_person:UInt128} AND {last_person:UInt128}";

/**
 * Condition on the person_key of a fact table: in the range, and touched. Where one load replaces another, only the
 * persons of whom the two do not say the same are touched: a corrected file mostly repeats its predecessor.
 */
export const personCondition = ({ touched }: SubjectSource): string => {
  if (touched === "all") return inRange;
  return `${inRange} AND person_key IN (
      SELECT person_key FROM ${touched.table}
      WHERE load_id IN {touched_loads:Array(UInt64)} AND ${inRange}
      ${touched.loads.length > 1 ? `GROUP BY person_key HAVING ${saysOtherwise}` : ""})`;
};

/** Sums of row hashes do not depend on the order of rows and differ between a repeated row and a single one. */
const saysOtherwise = `
        sumIf(cityHash64(* EXCEPT load_id), load_id = {touched_loads:Array(UInt64)}[1])
          != sumIf(cityHash64(* EXCEPT load_id), load_id = {touched_loads:Array(UInt64)}[2])`;

/** The doses that count: of a dose in several loads, the newest publication's row. */
export const dosesSql = (source: SubjectSource): string => `
    SELECT * FROM mart.fct_doses
    WHERE load_id IN {dose_loads:Array(UInt64)} AND ${personCondition(source)}
    ${source.loads.doses.length > 1 ? `ORDER BY ${loadOrder("dose_loads")} DESC LIMIT 1 BY person_key, dose_key` : ""}`;

/** Rank of a row's load in a list that is in order of publication. */
export const loadOrder = (parameter: string): string =>
  `transform(load_id, {${parameter}:Array(UInt64)}, arrayEnumerate({${parameter}:Array(UInt64)}), 0)`;
