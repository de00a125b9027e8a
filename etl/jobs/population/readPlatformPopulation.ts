import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import type { SourceRow } from "../../job.ts";

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
  if (!path.endsWith(".json")) return undefined;
  const parsed = platformPopulation.safeParse(parseJson(await readFile(path, "utf8")));
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

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
