import type { viewMembers } from "../api/viewMembers.generated.ts";
import type { Language } from "../messages/catalogues.ts";

type Members = typeof viewMembers;
export type ViewName = keyof Members;
/** Names of a view's measures and dimensions, without the view's own name. */
export type MeasureOf<V extends ViewName> = V extends ViewName ? keyof Members[V]["measures"] : never;
export type DimensionOf<V extends ViewName> = V extends ViewName ? keyof Members[V]["dimensions"] : never;
export type MeasureUnit = { [V in ViewName]: Members[V]["measures"][keyof Members[V]["measures"]] }[ViewName];

type KindOf<V extends ViewName, M> = V extends ViewName
  ? M extends keyof Members[V]["measures"]
    ? Members[V]["measures"][M]
    : M extends keyof Members[V]["dimensions"]
      ? Members[V]["dimensions"][M]
      : never
  : never;
/** Days are YYYY-MM-DD. Null: missing. A text that is missing is empty. */
export type ValueOf<V extends ViewName, M> =
  KindOf<V, M> extends "date" | "time" ? string | null : KindOf<V, M> extends "string" ? string : number | null;
/** The members asked for, each with the kind of value that the model states. */
export type Row<V extends ViewName, M extends string> = { readonly [K in M]: ValueOf<V, K> };
/** A row of any view. */
export type FigureRow = Readonly<Record<string, string | number | null>>;

/** Title and description in both languages. */
export interface Words {
  title: Record<Language, string>;
  description: Record<Language, string>;
}
export interface MeasureFacts extends Words {
  additive: boolean;
  better: "up" | "down" | "none";
  missing: "gap" | "zero";
  numerator: string;
  denominator: string | null;
  source: string;
  /** Dimensions of the view that it is not told by: of one of their values it says nothing. */
  notBy: readonly string[];
  target: { value: number; legalBasis: string } | null;
}
/** What the Cube model says of one measure. */
export interface MeasureMeta<M extends string = string> extends MeasureFacts {
  name: M;
  /** The view that it is a measure of. */
  view: ViewName;
  unit: MeasureUnit;
  /** A quotient of measures of its view: a whole and its parts can be compared by it, however large they are. */
  isRate: boolean;
}

/** What the model says of a view and its members. One file per view, generated, loaded with the page that shows it. */
export interface ViewCatalogue<V extends ViewName> extends Words {
  name: V;
  measures: Readonly<Record<MeasureOf<V>, MeasureFacts>>;
  dimensions: Readonly<Record<DimensionOf<V>, Words>>;
}
