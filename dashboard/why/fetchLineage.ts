import * as z from "zod/mini";
import { fetchJson } from "../data/fetchJson.ts";
import { areaLevels } from "../url/areaRef.ts";

const figure = z.object({ measure: z.string(), value: z.nullable(z.string()) });
const part = z.object({ definition: z.string(), values: z.array(figure) });
const load = z.object({
  publicationNumber: z.number(),
  job: z.string(),
  batch: z.string(),
  runId: z.string(),
  publishedAt: z.string(),
  firstDate: z.string(),
  lastDate: z.string(),
  rowCount: z.number(),
  sampleScale: z.number(),
  files: z.array(z.object({ name: z.string(), sha256: z.string(), bytes: z.number() })),
});
/** A load behind a figure: the run that brought it, and its files. */
export type LoadBehind = z.infer<typeof load>;

const lineage = z.object({
  citation: z.string(),
  measure: z.object({ name: z.string(), unit: z.string() }),
  area: z.object({ structure: z.number(), level: z.enum(areaLevels), code: z.string(), fullName: z.string() }),
  period: z.object({ from: z.string(), to: z.string() }),
  filters: z.array(z.object({ dimension: z.string(), values: z.array(z.string()) })),
  value: z.nullable(z.string()),
  numerator: z.nullable(part),
  denominator: z.nullable(part),
  mapping: z.array(z.object({ mapping: z.nullable(z.string()), values: z.array(figure) })),
  query: z.record(z.string(), z.unknown()),
  sql: z.object({ sql: z.string(), parameters: z.array(z.unknown()) }),
  publicationNumber: z.number(),
  sources: z.array(z.object({ job: z.string(), titleVi: z.string(), titleEn: z.string() })),
  loads: z.array(load),
});
/** Where one figure comes from: cube/server/lineage/readLineage.ts. */
export type Lineage = z.infer<typeof lineage>;

/** One figure, as `/api/lineage` takes it: measure with its view, area in a structure by its code, days. */
export interface CellQuestion {
  measure: string;
  structure: number;
  level: string;
  code: string;
  from: string;
  to: string;
  filters: readonly { dimension: string; values: readonly string[] }[];
}

function parametersOf({ filters, structure, ...cell }: CellQuestion): URLSearchParams {
  const parameters = new URLSearchParams({ ...cell, structure: String(structure) });
  for (const { dimension, values } of filters) parameters.append("filter", `${dimension}:${values.join("|")}`);
  return parameters;
}

/** @throws ApiError */
export async function fetchLineage(cell: CellQuestion, signal: AbortSignal): Promise<Lineage> {
  return lineage.parse((await fetchJson(`/api/lineage?${parametersOf(cell)}`, signal)).body);
}

const citation = z.object({ isReproduced: z.boolean(), lineage });
/** A cited figure computed anew, and whether it is the one that was cited. */
export type Citation = z.infer<typeof citation>;

/** @throws ApiError */
export async function fetchCitation(code: string, signal: AbortSignal): Promise<Citation> {
  return citation.parse((await fetchJson(`/api/citations/${encodeURIComponent(code)}`, signal)).body);
}

const change = z.object({ publication: load, old: z.nullable(z.string()), new: z.nullable(z.string()) });
const restatements = z.object({
  publications: z.number(),
  restatements: z.array(z.object({ changes: z.array(change) })),
});
/** One load that changed a figure: what it was before and after. */
export type Change = z.infer<typeof change>;

/** What changed one figure between two publications, oldest first. @throws ApiError */
export async function fetchChanges(
  cell: CellQuestion,
  [after, until]: readonly [number, number],
  signal: AbortSignal,
): Promise<Change[]> {
  const parameters = parametersOf(cell);
  parameters.set("known_from", `p${after}`);
  parameters.set("known_to", `p${until}`);
  const { body } = await fetchJson(`/api/restatements?${parameters}`, signal);
  return restatements.parse(body).restatements.flatMap(({ changes }) => changes);
}
