import { basename } from "node:path";
import { z } from "zod";
import type { ShapeRequest, SourceRow } from "../../job.ts";
import { RefusedFile } from "../../RefusedFile.ts";
import { readJsonOf } from "../../sources/readJsonOf.ts";

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

/**
 * Rows of a snapshot of the platform's API as it is, whatever the file is called. The day is the one in the file's name; without
 * one it is left empty, which stands for that of --as-of. Undefined: another shape.
 * @throws RefusedFile where neither gives a day: today's would be a guess
 */
export const readSnapshot = async (path: string, { asOf }: ShapeRequest): Promise<SourceRow[] | undefined> => {
  const parsed = snapshot.safeParse(await readJsonOf(path, ["provinceCode", "totalInjected"]));
  if (!parsed.success) return undefined;
  const name = basename(path);
  const date = /\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? "";
  if (date === "" && asOf === undefined) {
    throw new RefusedFile(
      {
        vi: `Tệp ${name} là số liệu của nền tảng tiêm chủng tại một thời điểm, nhưng không ghi ngày nào`,
        en: `${name} is a snapshot of the vaccination platform, but tells no day`,
      },
      {
        vi: "cho biết ngày của số liệu bằng --as-of YYYY-MM-DD, hoặc ghi ngày vào tên tệp (snapshot-2021-08-04.json)",
        en: "tell the day of its figures with --as-of YYYY-MM-DD, or in the file's name (snapshot-2021-08-04.json)",
      },
      undefined,
      true,
    );
  }
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
