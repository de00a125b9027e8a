import { type PublishedName, rebuildName } from "../../../warehouse/sources/sharedJobs.ts";
import { sources } from "../../../warehouse/sources/sources.ts";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";
import type { ModelMeasure, ModelView } from "../../compileModel.ts";
import type { AnswerRow } from "../answer/askCube.ts";
import type { AreaIndex } from "../areas/areaIndex.ts";
import { HttpError } from "../failures/errors.ts";
import type { DataState } from "../question/rewriteQuery.ts";
import { sourcesBehind } from "../question/sourcesBehind.ts";
import { type Cell, cellQuery, type RewriteEffects, rewriteCell } from "./cell.ts";
import { citationOf, type SettledCell } from "./citation.ts";
import type { LineageLimits } from "./lineageLimits.ts";
import { readLoadsKnownAt } from "./readLoads.ts";

export interface LineageEffects extends RewriteEffects {
  /** Whether the reader may know of every load, and how the nation's figures came to today's borders. */
  readonly tellsAll: { readonly loads: boolean; readonly mapping: boolean };
  readonly warehouse: Warehouse;
  readonly model: readonly ModelView[];
  readonly limits: LineageLimits;
  ask(query: object): Promise<readonly AnswerRow[]>;
  /** The SQL that Cube would run for a query, with its parameters. */
  askSql(query: object): Promise<{ sql: string; parameters: readonly unknown[] }>;
  readPublications(): Promise<DataState>;
  readAreas(): Promise<AreaIndex>;
}

/** @throws HttpError (404) for a measure that no public view has */
export const findMeasure = (model: readonly ModelView[], name: string): ModelMeasure => {
  for (const view of model) {
    const found = view.measures.find((measure) => measure.name === name);
    if (found !== undefined) return found;
  }
  throw new HttpError(404, `Không có chỉ số ${name}. (No such measure.)`, "Xem danh mục chỉ số: docs/metrics.md.", {
    fields: ["measure"],
  });
};

/** Measures that a definition names as its parts: "doses_administered - doses_recorded" names two. */
const partsOf = (view: string, text: string | null, model: readonly ModelView[]): string[] => {
  const names = new Set(model.flatMap((each) => each.measures.map((measure) => measure.name)));
  return [...new Set((text ?? "").match(/[a-z][a-z0-9_]+/g) ?? [])]
    .map((word) => `${view}.${word}`)
    .filter((name) => names.has(name));
};

const textOf = (row: AnswerRow | undefined, member: string): string | null => {
  const value = row?.[member];
  return value === null || value === undefined ? null : String(value);
};

/** What a job is called where people read of it. */
const titleOf = (job: PublishedName) =>
  job === rebuildName ? { vi: "Tính lại số liệu tổng hợp", en: "Figures worked out anew" } : sources[job].title;

/** The cell's days and publication, as the server settles them for every query. */
export const settle = async (cell: Cell, effects: LineageEffects): Promise<SettledCell | undefined> => {
  const { question } = await rewriteCell(cell, effects);
  const to = question.points.ends[question.points.ends.length - 1];
  return to === undefined
    ? undefined
    : { ...cell, from: question.points.start, to, known: `p${question.publicationNumber}` };
};

const loadIdAt = (state: DataState, known: string): number => {
  const shown = state.history.filter(({ number }) => number <= Number(known.slice(1)));
  return shown[shown.length - 1]?.loadId ?? 0;
};

/**
 * Where one figure comes from: its definition, its parts with their values, the question that gives it, how its area was mapped, the
 * runs and files behind it, and a code to cite it by.
 * @throws HttpError where there is no such measure or area, or no data on those days
 */
export const readLineage = async (asked: Cell, effects: LineageEffects) => {
  const measure = findMeasure(effects.model, asked.measure);
  const [areas, state] = await Promise.all([effects.readAreas(), effects.readPublications()]);
  const area = areas.get(asked.structure, asked.level, asked.code);
  if (area === undefined) {
    throw new HttpError(
      404,
      `Không có đơn vị ${asked.code} ở cấp ${asked.level} của địa giới ${asked.structure}. (No such unit.)`,
      "Tìm đơn vị theo tên: /api/areas/search?q=…",
      { fields: ["code"] },
    );
  }
  const cell = await settle(asked, effects);
  if (cell === undefined) {
    throw new HttpError(404, "Chưa có số liệu trong khoảng này. (No data in this period.)", "Chọn khoảng khác.");
  }
  const { meta } = measure;
  const parts = [meta.numerator, meta.denominator].map((text) => partsOf(cell.view, text, effects.model));
  const all = [...new Set([cell.measure, ...parts.flat()])];
  const query = cellQuery(cell, [cell.measure]);
  const { tellsAll } = effects;
  const hasPlaces = effects.model.some(
    ({ name, dimensions }) =>
      name === cell.view && dimensions.some((each) => each.name === `${cell.view}.area_mapping`),
  );
  const tellsMapping = hasPlaces && (tellsAll.mapping || cell.level !== "nation");
  const publicationNumber = Number(cell.known.slice(1));
  const jobs = await sourcesBehind(cell.view);
  const [rows, mapped, sql, loads] = await Promise.all([
    effects.ask(cellQuery(cell, all)),
    tellsMapping ? effects.ask(cellQuery(cell, all, [`${cell.view}.area_mapping`])) : [],
    effects.askSql(query),
    tellsAll.loads ? readLoadsKnownAt(effects.warehouse, { publicationNumber, jobs, to: cell.to }) : [],
  ]);
  const valueIn = (member: string): string | null => textOf(rows[0], member);
  const part = (text: string | null, members: readonly string[]) =>
    text === null
      ? null
      : { definition: text, values: members.map((name) => ({ measure: name, value: valueIn(name) })) };
  const value = valueIn(cell.measure);
  return {
    citation: citationOf(cell, { value, loadId: loadIdAt(state, cell.known) }),
    measure: {
      name: measure.name,
      titleVi: measure.shortTitle,
      titleEn: meta.title_en,
      descriptionVi: measure.description,
      descriptionEn: meta.description_en,
      unit: meta.unit,
      source: meta.source,
      target: meta.target ?? null,
    },
    area: { structure: cell.structure, level: cell.level, code: cell.code, fullName: area.fullName },
    period: { from: cell.from, to: cell.to },
    filters: cell.filters,
    value,
    numerator: part(meta.numerator, parts[0] ?? []),
    denominator: part(meta.denominator, parts[1] ?? []),
    // How the units reported came to those of today; a split commune counts whole at its main successor (assigned).
    mapping: mapped.map((row) => ({
      mapping: textOf(row, `${cell.view}.area_mapping`),
      values: all.map((name) => ({ measure: name, value: textOf(row, name) })),
    })),
    query,
    sql,
    publicationNumber,
    /** Every source whose files can change the figure, whether one is loaded or not; none where loads are not told. */
    sources: (tellsAll.loads ? jobs : []).map((job) => ({ job, titleVi: titleOf(job).vi, titleEn: titleOf(job).en })),
    loads,
  };
};

/** The figure that a citation code names, computed anew, and whether it is the one that was cited. */
export const readCitation = async (code: string, cell: SettledCell, effects: LineageEffects) => {
  const lineage = await readLineage(cell, effects);
  return { isReproduced: lineage.citation === code, lineage };
};
