import * as z from "zod/mini";
import type { Language } from "../messages/catalogues.ts";
import { fetchJson } from "./fetchJson.ts";
import { type MeasureName, measureNames } from "./measureNames.ts";
import { member, VIEW } from "./readRow.ts";

export type MeasureUnit = "dose" | "subject" | "person" | "percent" | "per_day" | "date";

/** What the Cube model says of one measure. */
export interface MeasureMeta {
  name: MeasureName;
  title: Record<Language, string>;
  description: Record<Language, string>;
  unit: MeasureUnit;
  better: "up" | "down" | "none";
  missing: "gap" | "zero";
  target: { value: number; legalBasis: string } | null;
}
export type MeasureCatalogue = (name: MeasureName) => MeasureMeta;

const units = ["dose", "subject", "person", "percent", "per_day", "date"] as const;
const measure = z.object({
  name: z.string(),
  title: z.optional(z.string()),
  shortTitle: z.optional(z.string()),
  description: z.optional(z.nullable(z.string())),
  meta: z.optional(
    z.nullable(
      z.object({
        title_vi: z.optional(z.string()),
        title_en: z.optional(z.string()),
        description_en: z.optional(z.string()),
        unit: z.optional(z.enum(units)),
        better: z.optional(z.enum(["up", "down", "none"])),
        missing: z.optional(z.enum(["gap", "zero"])),
        target: z.optional(z.nullable(z.object({ value: z.number(), legal_basis: z.optional(z.string()) }))),
      }),
    ),
  ),
});
const cubeMeta = z.object({ cubes: z.array(z.object({ name: z.string(), measures: z.array(measure) })) });

/** Reads Cube's /meta. A measure the model does not name keeps its code as title, so that nothing is hidden. */
export function parseMeasureCatalogue(body: unknown): MeasureCatalogue {
  const view = cubeMeta.parse(body).cubes.find((cube) => cube.name === VIEW);
  const found = new Map(view?.measures.map((entry) => [entry.name, entry]));
  const toMeta = (name: MeasureName): MeasureMeta => {
    const entry = found.get(member(name));
    const meta = entry?.meta;
    const vi = meta?.title_vi ?? entry?.shortTitle ?? entry?.title ?? name;
    return {
      name,
      title: { vi, en: meta?.title_en ?? name },
      description: { vi: entry?.description ?? "", en: meta?.description_en ?? "" },
      unit: meta?.unit ?? unitByName(name),
      better: meta?.better ?? "none",
      missing: meta?.missing ?? "gap",
      target: meta?.target ? { value: meta.target.value, legalBasis: meta.target.legal_basis ?? "" } : null,
    };
  };
  const metas = new Map(measureNames.map((name) => [name, toMeta(name)]));
  return (name) => metas.get(name) ?? toMeta(name);
}

function unitByName(name: MeasureName): MeasureUnit {
  if (name.endsWith("_date")) return "date";
  if (name === "cleansing_rate") return "per_day";
  if (/rate|progress|completeness|coverage/.test(name)) return "percent";
  return name.includes("dose") && !name.startsWith("people") ? "dose" : "subject";
}

export async function fetchMeasureCatalogue(signal: AbortSignal): Promise<MeasureCatalogue> {
  return parseMeasureCatalogue((await fetchJson("/cubejs-api/v1/meta", signal)).body);
}
