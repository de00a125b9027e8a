import { z } from "zod";
import type { Warehouse } from "../../warehouse/Warehouse.ts";
import type { LandingTables } from "./landingTables.ts";

const landed = z.object({
  /** All rows of the files. */
  rows: z.number(),
  /** Of them those whose form is at fault. */
  misshapen: z.number(),
  /** Different texts of the others' column of sample data, three at most. */
  labels: z.array(z.string()),
});

/** What a run's files were found to hold. */
export const readLanded = async (warehouse: Warehouse, { raw }: LandingTables): Promise<z.infer<typeof landed>> => {
  const [found] = await warehouse.query(
    `SELECT count() AS rows, countIf(shape_fault != 0) AS misshapen,
       arraySort(groupUniqArrayIf(3)(toString(sample_label), shape_fault = 0)) AS labels FROM ${raw}`,
    { schema: landed },
  );
  return found ?? { rows: 0, misshapen: 0, labels: [] };
};
