import { basename } from "node:path";
import { z } from "zod";
import type { SourceRow } from "../../job.ts";
import { readJsonOf } from "../../sources/readJsonOf.ts";

/** The vaccination platform's API: one object per province. */
const platformPopulation = z
  .array(
    z.object({
      population: z.number().int(),
      popOverEighteen: z.number().int().optional(),
      provinceCode: z.string(),
      provinceName: z.string(),
    }),
  )
  .nonempty();

/** Rows of the platform's population of provinces as it is; the year is the one in the file's name. Undefined: another shape. */
export const readPlatformPopulation = async (path: string): Promise<SourceRow[] | undefined> => {
  const parsed = platformPopulation.safeParse(await readJsonOf(path, ["provinceCode", "population"]));
  if (!parsed.success) return undefined;
  const year = /(?:^|\D)(20\d{2})(?:\D|$)/.exec(basename(path))?.[1] ?? "";
  return parsed.data.map((province) => ({
    province_code: province.provinceCode,
    province_name: province.provinceName,
    year,
    population: String(province.population),
    population_18_plus: String(province.popOverEighteen ?? ""),
  }));
};
