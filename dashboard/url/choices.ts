import { measuresOf } from "../data/measuresOf.ts";
import type { MeasureOf, ViewName } from "../data/viewCatalogue.ts";

/** What the URL may say, and so what the pickers offer. */
export const structures = ["now", "then"] as const;
export const periods = ["all", "12m", "6m", "3m", "month", "campaign"] as const;
export const comparisons = ["week", "month", "quarter", "year", "baseline"] as const;
export const counts = ["doses", "subjects"] as const;
/** How a map divides its values into classes. */
export const classings = ["interval", "quantile", "target"] as const;
export type Classing = (typeof classings)[number];
export const grains = ["month", "week"] as const;
export const languages = ["vi", "en"] as const;
export const themes = ["system", "light", "dark"] as const;

/** A measure of some view; which one, the page says. */
export type MeasureName = MeasureOf<ViewName>;
/** Column of a table, with a leading minus for descending. */
export type TableSort = "name" | "-name" | MeasureName | `-${MeasureName}`;

/** The ways in which a table of a view's measures can be sorted. */
export const tableSorts = (view: ViewName): TableSort[] =>
  (["name", ...measuresOf(view)] as const).flatMap((column): TableSort[] => [column, `-${column}`]);
