import { viewMembers } from "../api/viewMembers.generated.ts";
import type { DimensionOf, MeasureOf, MeasureUnit, ViewName } from "./viewCatalogue.ts";

export interface MemberKinds {
  measures: Readonly<Record<string, MeasureUnit>>;
  dimensions: Readonly<Record<string, "string" | "number" | "time">>;
}
const kinds: Readonly<Record<ViewName, MemberKinds>> = viewMembers;

export const isViewName = (name: string): name is ViewName => Object.hasOwn(kinds, name);
/** Every view, in the order of the model. */
export const viewNames: readonly ViewName[] = Object.keys(kinds).filter(isViewName);

export const kindsOf = (view: ViewName): MemberKinds => kinds[view];

export const isMeasureOf = <V extends ViewName>(view: V, name: string): name is MeasureOf<V> =>
  Object.hasOwn(kinds[view].measures, name);

export const isDimensionOf = <V extends ViewName>(view: V, name: string): name is DimensionOf<V> =>
  Object.hasOwn(kinds[view].dimensions, name);

/** Names of a view's measures, in the order of the model. */
export const measuresOf = <V extends ViewName>(view: V): MeasureOf<V>[] =>
  Object.keys(kinds[view].measures).filter((name) => isMeasureOf(view, name));
