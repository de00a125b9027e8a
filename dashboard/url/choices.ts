import { measureNames } from "../data/measureNames.ts";

/** What the URL may say, and so what the pickers offer. */
export const pages = ["overview", "vaccination"] as const;
export const structures = ["now", "then"] as const;
export const periods = ["all", "12m", "6m", "3m", "campaign"] as const;
export const comparisons = ["week", "month", "quarter", "year", "baseline"] as const;
export const counts = ["doses", "subjects"] as const;
export const grains = ["month", "week"] as const;
export const languages = ["vi", "en"] as const;
export const themes = ["system", "light", "dark"] as const;

const tableColumns = ["name", ...measureNames] as const;
export type TableColumn = (typeof tableColumns)[number];
export type TableSort = TableColumn | `-${TableColumn}`;
const descending: TableSort[] = tableColumns.map((column): TableSort => `-${column}`);
export const tableSorts: readonly TableSort[] = [...tableColumns, ...descending];
