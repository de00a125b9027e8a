import type { Conditions } from "./narrowing.ts";
import type { MeasureMeta } from "./viewCatalogue.ts";

/** What a measure means of a part: a target is of the whole, and nobody has said what a part of it should reach. */
export const metaWithin = <M extends string>(meta: MeasureMeta<M>, only: Conditions): MeasureMeta<M> =>
  only.length === 0 ? meta : { ...meta, target: null };
