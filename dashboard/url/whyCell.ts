import { isMeasureOf, isViewName } from "../data/measuresOf.ts";
import { type Conditions, EVERYTHING } from "../data/narrowing.ts";
import type { DayRange } from "../data/periods.ts";
import type { ViewName } from "../data/viewCatalogue.ts";
import { type AreaLevel, areaLevels, parseAreaCode } from "./areaRef.ts";
import type { MeasureName } from "./choices.ts";
import { parseConditions, writeConditions } from "./conditions.ts";
import { parseIsoDay } from "./parseIsoDay.ts";

/** A unit, or the part of one that is not known: "01?". */
export interface CellArea {
  level: AreaLevel;
  code: string;
}
/** One figure of a screen, to be asked where it comes from. What it does not say is what the screen shows. */
export interface WhyCell {
  view: ViewName;
  measure: MeasureName;
  area: CellArea | null;
  days: DayRange | null;
  /** Dimensions of the view, each with the values that the figure is of. */
  where: Conditions;
}

/** A measure as a screen shows it; `at` says where the figure differs from the screen. */
export const cellOf = (
  { view, name }: { view: ViewName; name: string },
  at: Partial<Pick<WhyCell, "area" | "days" | "where">> = {},
): WhyCell | null =>
  isMeasureOf(view, name) ? { view, measure: name, area: null, days: null, where: EVERYTHING, ...at } : null;

const writeArea = ({ level, code }: CellArea): string =>
  parseAreaCode(code)?.level === level ? code : `${level}-${code}`;

/** "vaccination.doses_sent.01.2022-06-01.2022-06-30~sex:female": readable, and without signs that a URL must escape. */
export function writeWhy({ view, measure, area, days, where }: WhyCell): string {
  const figure = [view, measure, ...(area ? [writeArea(area)] : []), ...(days ?? [])].join(".");
  return where.length === 0 ? figure : `${figure}~${writeConditions(where)}`;
}

/** The inverse of {@link writeWhy}; undefined for what names no figure. */
export function parseWhy(text: string): WhyCell | undefined {
  const [figure = "", ...conditions] = text.split("~");
  const [view = "", measure = "", ...rest] = figure.split(".");
  if (!isViewName(view) || !isMeasureOf(view, measure)) return undefined;
  const area = rest.length % 2 === 1 ? parseArea(rest[0] ?? "") : null;
  const days = rest.length >= 2 ? parseDays(rest.slice(-2)) : null;
  const where = conditions.length === 0 ? EVERYTHING : parseConditions(view, conditions.join("~"));
  if (area === undefined || days === undefined || where === undefined || rest.length > 3) return undefined;
  return { view, measure, area, days, where };
}

function parseArea(text: string): CellArea | undefined {
  const plain = parseAreaCode(text);
  if (plain) return plain;
  const [name, code = ""] = text.split("-");
  const level = areaLevels.find((known) => known === name);
  return level !== undefined && /^\d{0,5}\?$/.test(code) ? { level, code } : undefined;
}

function parseDays([first = "", last = ""]: string[]): DayRange | undefined {
  const [from, to] = [parseIsoDay(first), parseIsoDay(last)];
  return from !== undefined && to !== undefined && from <= to ? [from, to] : undefined;
}
