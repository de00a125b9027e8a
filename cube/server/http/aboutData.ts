import { z } from "zod";
import { stillInForce } from "../../../warehouse/validity.ts";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";
import type { PublicationState } from "../question/publicationReader.ts";

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

export interface AboutOptions {
  warehouse: Warehouse;
  version: string;
  publications: PublicationState;
}

/** What is loaded: data set, data time, sources; structures and the current campaign. */
export const aboutData = async ({ warehouse, version, publications }: AboutOptions) => {
  const [structures, campaigns] = await Promise.all([
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
  ]);
  return {
    version,
    dataset: publications.dataset,
    sampleScale: publications.sampleScale,
    dataDate: publications.dataDate,
    firstDate: publications.firstDate,
    publishedAt: publications.publishedAt,
    sources: publications.sources,
    structures,
    campaign: campaigns[0] ?? null,
  };
};
