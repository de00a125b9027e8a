import { z } from "zod";
import type { Warehouse } from "../../../warehouse/Warehouse.ts";
import type { PublicationState } from "../question/publicationReader.ts";

export interface HealthOptions {
  warehouse: Warehouse;
  version: string;
  readPublications(): Promise<PublicationState>;
}

const engine = z.object({ version: z.string() });

/** @throws if the warehouse does not answer, or has no tables yet */
export const health = async ({ warehouse, version, readPublications }: HealthOptions) => {
  const [[row], publications] = await Promise.all([
    warehouse.query("SELECT version() AS version", { schema: engine }),
    readPublications(),
  ]);
  return {
    status: "ok",
    version,
    warehouse: { engine: warehouse.isEmbedded ? "ClickHouse (chdb)" : "ClickHouse", version: row?.version ?? "" },
    data: {
      dataset: publications.dataset,
      loadedAt: publications.publishedAt,
      dataDate: publications.dataDate,
      publicationNumber: publications.publicationNumber,
    },
  };
};
