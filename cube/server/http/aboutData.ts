import { z } from "zod";
import { sources } from "../../../warehouse/sources/sources.ts";
import { stillInForce } from "../../../warehouse/validity.ts";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";
import type { PublicationState } from "../question/publicationReader.ts";
import { subjectViews } from "../question/views.ts";

const structure = z.object({
  code: z.number(),
  name_vi: z.string(),
  name_en: z.string(),
  validFrom: z.string(),
  validTo: z.string().transform((day) => (day === stillInForce ? null : day)),
});
const campaign = z.object({
  code: z.string(),
  name_vi: z.string(),
  name_en: z.string(),
  baselineDate: z.string(),
  legalBasis: z.string(),
});

/** The newest attempt to load a source where that came to nothing. */
const failure = z.object({ job: z.string(), failedAt: z.string() });

export interface AboutOptions {
  warehouse: Warehouse;
  version: string;
  publications: PublicationState;
  /** Whether the names of files are told. */
  tellsFiles: boolean;
}

/** The sources that each subject's figures are of: what is loaded of them, and what failed to. */
const subjectsOf = ({ sources: loaded }: PublicationState, failures: ReadonlyMap<string, string>) =>
  Object.entries(subjectViews).map(([view, { jobs }]) => ({
    view,
    sources: jobs.map((job) => {
      const found = loaded.find((source) => source.job === job);
      return {
        job,
        titleVi: sources[job].title.vi,
        titleEn: sources[job].title.en,
        publishedAt: found?.publishedAt ?? null,
        lastDate: found?.lastDate ?? null,
        failedAt: failures.get(job) ?? null,
      };
    }),
  }));

/** What is loaded: data set, data time, sources; structures and the current campaign. */
export const aboutData = async ({ warehouse, version, publications, tellsFiles }: AboutOptions) => {
  const [structures, campaigns, failures] = await Promise.all([
    warehouse.query(
      `SELECT structure_code AS code, name_vi, name_en, valid_from AS validFrom, valid_to AS validTo
       FROM mart.dim_structures FINAL ORDER BY valid_from DESC`,
      { schema: structure },
    ),
    warehouse.query(
      `SELECT campaign_code AS code, name_vi, name_en, baseline_date AS baselineDate, legal_basis AS legalBasis
       FROM mart.dim_campaigns FINAL WHERE is_current ORDER BY baseline_date DESC LIMIT 1`,
      { schema: campaign },
    ),
    warehouse.query(
      `SELECT toString(job) AS job, formatDateTime(max(started_at), '%Y-%m-%dT%H:%i:%SZ', 'UTC') AS failedAt
       FROM ops.runs FINAL
       WHERE status IN ('published', 'unchanged', 'refused', 'failed', 'held')
         AND (toString(dataset) = (SELECT dataset FROM mart.shown_dataset) OR (SELECT count() FROM mart.shown_dataset) = 0)
       GROUP BY job HAVING argMax(toString(status), started_at) IN ('refused', 'failed', 'held')`,
      { schema: failure },
    ),
  ]);
  return {
    version,
    dataset: publications.dataset,
    sampleScale: publications.sampleScale,
    dataDate: publications.dataDate,
    firstDate: publications.firstDate,
    publishedAt: publications.publishedAt,
    sources: tellsFiles ? publications.sources : publications.sources.map((source) => ({ ...source, files: [] })),
    structures,
    campaign: campaigns[0] ?? null,
    subjects: subjectsOf(publications, new Map(failures.map(({ job, failedAt }) => [job, failedAt]))),
  };
};
