import * as z from "zod/mini";
import { fetchJson } from "./fetchJson.ts";

const day = z.nullable(z.string());
const about = z.object({
  version: z.string(),
  dataset: z.nullable(z.enum(["sample", "real"])),
  sampleScale: z.nullable(z.number()),
  dataDate: day,
  firstDate: z.optional(day),
  publishedAt: day,
  /** The administrative structures, the newest first. */
  structures: z.array(
    z.object({
      code: z.number(),
      name_vi: z.string(),
      name_en: z.string(),
      validFrom: z.string(),
      validTo: z.nullable(z.string()),
    }),
  ),
  sources: z.array(
    z.object({
      job: z.string(),
      lastDate: z.optional(day),
      publishedAt: z.optional(day),
      rowCount: z.optional(z.nullable(z.union([z.number(), z.string()]))),
    }),
  ),
  /** The sources of each subject's view: the newest day told, when published, and when the newest load failed. */
  subjects: z.array(
    z.object({
      view: z.string(),
      sources: z.array(
        z.object({
          job: z.string(),
          titleVi: z.string(),
          titleEn: z.string(),
          publishedAt: day,
          lastDate: day,
          failedAt: day,
        }),
      ),
    }),
  ),
  campaign: z.nullable(
    z.object({
      code: z.string(),
      name_vi: z.string(),
      name_en: z.string(),
      baselineDate: z.string(),
      legalBasis: z.string(),
    }),
  ),
});
/** What is loaded: sample or real, as of which day, from which sources. */
export type About = z.infer<typeof about>;

export async function fetchAbout(signal: AbortSignal): Promise<About> {
  return about.parse((await fetchJson("/api/about", signal)).body);
}

/** What was loaded when the server sent the page, which it put into it; undefined where it could not. */
export function aboutInPage(): About | undefined {
  const text = document.getElementById("about")?.textContent;
  return text ? about.parse(JSON.parse(text)) : undefined;
}
