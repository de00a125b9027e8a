import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import type { SourceRow } from "../../job.ts";

/** The vaccination platform's API: one object per province, cumulative since the campaign's start. */
const snapshot = z
  .array(
    z.object({
      provinceCode: z.string(),
      provinceName: z.string(),
      totalInjected: z.number().int(),
      totalOnceInjected: z.number().int(),
      totalTwiceInjected: z.number().int(),
      popOverEighteen: z.number().int().optional(),
    }),
  )
  .nonempty();

/** Rows of a snapshot of the platform's API as it is; the day is the one in the file's name. Undefined: another shape. */
export const readSnapshot = async (path: string): Promise<SourceRow[] | undefined> => {
  if (!path.endsWith(".json")) return undefined;
  const parsed = snapshot.safeParse(parseJson(await readFile(path, "utf8")));
  if (!parsed.success) return undefined;
  const date = /\d{4}-\d{2}-\d{2}/.exec(basename(path))?.[0] ?? "";
  return parsed.data.map((province) => ({
    province_code: province.provinceCode,
    province_name: province.provinceName,
    date,
    total_doses: String(province.totalInjected),
    dose_1: String(province.totalOnceInjected),
    dose_2: String(province.totalTwiceInjected),
    adults: String(province.popOverEighteen ?? ""),
  }));
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
