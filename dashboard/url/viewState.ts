import { measuresOf } from "../data/measuresOf.ts";
import { type Conditions, EVERYTHING } from "../data/narrowing.ts";
import { type FacilityState, facilityStates } from "../facilities/prepareFacilities.ts";
import { type PageName, pageNames, pages } from "../pages/pages.ts";
import { type AreaRef, NATION, parseAreaCode } from "./areaRef.ts";
import {
  classings,
  comparisons,
  counts,
  grains,
  languages,
  type MeasureName,
  periods,
  structures,
  type TableSort,
  tableSorts,
  themes,
} from "./choices.ts";
import { canNarrow, parseNarrowing, writeConditions } from "./conditions.ts";
import { parseIsoDay } from "./parseIsoDay.ts";
import { PEERS_KEY, type PeerRef, parsePeers, writePeers } from "./peers.ts";
import { parseWhy, type WhyCell, writeWhy } from "./whyCell.ts";

/** All that a screen shows beside the data itself. It lives in the URL and nowhere else. */
export interface ViewState {
  page: PageName;
  /** What a page's address goes on with, on pages that take one. */
  code: string | null;
  area: AreaRef;
  structure: (typeof structures)[number];
  /** Day as of which figures are shown, YYYY-MM-DD; null: the newest day with data. */
  asOf: string | null;
  period: (typeof periods)[number];
  compare: (typeof comparisons)[number];
  /** Areas to compare with. */
  peers: readonly PeerRef[];
  /** What the figures of the page are narrowed to. */
  only: Conditions;
  /** What map and ranking show: a measure of the page's view. */
  measure: MeasureName;
  /** How the map divides its values; null: as the values and their target ask for. */
  classing: (typeof classings)[number] | null;
  count: (typeof counts)[number];
  grain: (typeof grains)[number];
  /** Column of the area table, with a leading minus for descending. */
  sort: TableSort;
  /** Facilities in the one state that their table shows; null: all of them. */
  facilities: FacilityState | null;
  /** The one source of data that the page of data quality looks at; null: all of them. */
  source: string | null;
  lang: (typeof languages)[number];
  theme: (typeof themes)[number];
  /** Shown on a wall screen, which turns its own pages. */
  wall: boolean;
  /** Seconds for which a wall screen shows each of them. */
  pace: number;
  /** The figure whose origin is shown beside the page. */
  why: WhyCell | null;
  /** What is looked for in the catalogue of measures. */
  search: string;
}

/** What a page shows when its address says nothing more. */
export const defaultViewState = (page: PageName): ViewState => ({
  page,
  code: null,
  area: NATION,
  structure: "now",
  asOf: null,
  period: "all",
  compare: "month",
  peers: [],
  only: EVERYTHING,
  measure: pages[page].measure,
  classing: null,
  count: "doses",
  grain: "month",
  sort: pages[page].sort,
  facilities: null,
  source: null,
  lang: "vi",
  theme: "system",
  wall: false,
  pace: 20,
  why: null,
  search: "",
});

/** What changes where a reader goes on to another page: what was never chosen is as that page has it. */
export const onPage = (view: ViewState, page: PageName): Partial<ViewState> => {
  const [from, to] = [defaultViewState(view.page), defaultViewState(page)];
  return {
    ...{ page, code: null, why: null, search: "" },
    measure: view.measure === from.measure ? to.measure : view.measure,
    sort: view.sort === from.sort ? to.sort : view.sort,
  };
};

/** A URL value that no screen understands; the default was taken instead. */
export interface UrlProblem {
  key: string;
  value: string;
}

export interface ParsedUrl {
  view: ViewState;
  problems: UrlProblem[];
  /** Keys of others (campaign tags, later versions): carried along untouched. */
  rest: [string, string][];
}

const keys = {
  area: "area",
  structure: "structure",
  asOf: "date",
  period: "period",
  compare: "compare",
  peers: PEERS_KEY,
  only: "only",
  measure: "measure",
  classing: "classes",
  count: "count",
  grain: "grain",
  sort: "sort",
  facilities: "facilities",
  source: "source",
  lang: "lang",
  theme: "theme",
  wall: "wall",
  pace: "pace",
  why: "why",
  search: "q",
} as const satisfies Record<Exclude<keyof ViewState, "page" | "code">, string>;
const LONGEST_SEARCH = 100;
const knownKeys: ReadonlySet<string> = new Set(Object.values(keys));

/** Reads the state of a screen out of a URL. Never throws: what it does not understand becomes a problem to show. */
export function parseUrl(url: URL): ParsedUrl {
  const problems: UrlProblem[] = [];
  const read = <T>(key: string, parse: (text: string) => T | undefined, fallback: T): T => {
    const text = url.searchParams.get(key);
    if (text === null) return fallback;
    const value = parse(text);
    if (value !== undefined) return value;
    problems.push({ key, value: text });
    return fallback;
  };
  const oneOf =
    <T extends string>(values: readonly T[]) =>
    (text: string) =>
      values.find((value) => value === text);

  const path = url.pathname.replace(/\/+$/, "") || "/";
  const { named, code } = readPath(path);
  if (!named) problems.push({ key: "path", value: path });
  const page = named ?? "overview";
  const of = pages[page].view;
  const d = defaultViewState(page);
  const view: ViewState = {
    page,
    code,
    structure: read(keys.structure, oneOf(structures), d.structure),
    area: read(keys.area, parseAreaCode, d.area),
    asOf: read(keys.asOf, parseAsOf, d.asOf),
    period: read(keys.period, oneOf(periods), d.period),
    compare: read(keys.compare, oneOf(comparisons), d.compare),
    peers: d.peers,
    only: read(keys.only, (text) => (pages[page].narrows ? parseNarrowing(of, text) : undefined), d.only),
    measure: read(keys.measure, oneOf(measuresOf(of)), d.measure),
    classing: read<ViewState["classing"]>(keys.classing, oneOf(classings), d.classing),
    count: read(keys.count, oneOf(counts), d.count),
    grain: read(keys.grain, oneOf(grains), d.grain),
    sort: read(keys.sort, oneOf(tableSorts(of)), d.sort),
    facilities: read<ViewState["facilities"]>(keys.facilities, oneOf(facilityStates), d.facilities),
    source: read(keys.source, parseSource, d.source),
    lang: read(keys.lang, oneOf(languages), d.lang),
    theme: read(keys.theme, oneOf(themes), d.theme),
    wall: read<boolean>(keys.wall, (text) => text === "1" || undefined, d.wall),
    pace: read(keys.pace, parsePace, d.pace),
    why: read<WhyCell | null>(keys.why, parseWhy, d.why),
    search: read(keys.search, (text) => text.slice(0, LONGEST_SEARCH), d.search),
  };
  if (view.structure === "now" && view.area.level === "district") {
    problems.push({ key: keys.area, value: view.area.code });
    view.area = NATION;
  }
  const peers = url.searchParams.get(keys.peers);
  if (peers !== null) {
    const read = parsePeers(peers, view);
    view.peers = read.peers;
    problems.push(...read.refused.map((value) => ({ key: keys.peers, value })));
  }
  return { view, problems, rest: [...url.searchParams].filter(([key]) => !knownKeys.has(key)) };
}

function readPath(path: string): { named: PageName | undefined; code: string | null } {
  const named = pageNames.find((name) => pages[name].path === path);
  if (named) return { named, code: null };
  const [, root, text = ""] = /^(\/[^/]+)\/([^/]+)$/.exec(path) ?? [];
  const open = pageNames.find((name) => pages[name].takesCode && pages[name].path === root);
  try {
    return open ? { named: open, code: decodeURIComponent(text) } : { named: undefined, code: null };
  } catch {
    // A stray % is no code.
    return { named: undefined, code: null };
  }
}

/** Path and query of a state: defaults left out, others' keys kept. The inverse of {@link parseUrl}. */
export function writeUrl(view: ViewState, rest: readonly [string, string][] = []): string {
  const query = new URLSearchParams();
  const write = (key: string, value: string | null, fallback: string | null) => {
    if (value !== null && value !== fallback) query.set(key, value);
  };
  const d = defaultViewState(view.page);
  const of = pages[view.page].view;
  // A measure of another page's view means nothing here.
  const known = <T extends string>(value: T, values: readonly T[]) => (values.includes(value) ? value : null);
  write(keys.area, view.area.code, d.area.code);
  write(keys.structure, view.structure, d.structure);
  write(keys.asOf, view.asOf, d.asOf);
  write(keys.period, view.period, d.period);
  write(keys.compare, view.compare, d.compare);
  write(keys.peers, writePeers(view.peers, view.area), null);
  const only = pages[view.page].narrows ? view.only.filter(([dimension]) => canNarrow(of, dimension)) : EVERYTHING;
  write(keys.only, writeConditions(only), "");
  write(keys.measure, known(view.measure, measuresOf(of)), d.measure);
  write(keys.classing, view.classing, d.classing);
  write(keys.count, view.count, d.count);
  write(keys.grain, view.grain, d.grain);
  write(keys.sort, known(view.sort, tableSorts(of)), d.sort);
  write(keys.facilities, view.facilities, d.facilities);
  // Other pages show no sources.
  write(keys.source, of === "data_quality" ? view.source : null, d.source);
  write(keys.lang, view.lang, d.lang);
  write(keys.theme, view.theme, d.theme);
  write(keys.wall, view.wall ? "1" : null, null);
  write(keys.pace, String(view.pace), String(d.pace));
  write(keys.why, view.why && writeWhy(view.why), null);
  write(keys.search, view.search, d.search);
  for (const [key, value] of rest) query.append(key, value);
  // What may stand in a query as it is stays readable there.
  const text = query.toString().replace(/%2C|%3A|%7C|%7E/g, decodeURIComponent);
  const { path, takesCode } = pages[view.page];
  const code = takesCode && view.code ? `/${encodeURIComponent(view.code)}` : "";
  return path + code + (text ? `?${text}` : "");
}

/** Sources are data: which there are, the page learns from its figures. */
const parseSource = (text: string): string | undefined => (/^[a-z][a-z0-9_]{0,39}$/.test(text) ? text : undefined);

/** Shorter than a sentence takes to read, or longer than an hour, was never meant. */
/** What is compared and drawn reaches back a year and more, and the server takes days from 1970 on. */
function parseAsOf(text: string): string | undefined {
  const day = parseIsoDay(text);
  return day !== undefined && day >= "1980-01-01" ? day : undefined;
}

function parsePace(text: string): number | undefined {
  const seconds = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return seconds >= 5 && seconds <= 3600 ? seconds : undefined;
}
