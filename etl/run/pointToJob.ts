import { basename } from "node:path";
import { sources } from "../../warehouse/sources/sources.ts";
import type { Job } from "../job.ts";
import { jobs } from "../jobs.ts";
import { landedColumns } from "../landing/landingTables.ts";
import { RefusedFile } from "../RefusedFile.ts";
import type { Encoding } from "../sources/detectFormat.ts";
import { type MissingColumns, matchColumns } from "../sources/matchColumns.ts";
import { headerText } from "../sources/matchHeaders.ts";
import { normaliseHeader } from "../sources/normaliseHeader.ts";
import { type JsonScan, openSource, scanJsonFile } from "../sources/openSource.ts";

/** How many of a job's columns the file has; undefined: it is no file of the job. A shape of the job's own counts before all. */
const columnsIn = async (
  job: Job,
  path: string,
  encoding: Encoding | undefined,
  scan: JsonScan,
): Promise<number | undefined> => {
  try {
    if ((await job.readShape?.(path, { asOf: undefined })) !== undefined) return Number.POSITIVE_INFINITY;
    const columnsOfJob = { ...job, columns: landedColumns(job) };
    const { headers } = await openSource(path, columnsOfJob, encoding, scan);
    return matchColumns(columnsOfJob, headers, basename(path)).positions.size;
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    // A shape that asks for more is that shape all the same.
    return error.isOfShape ? Number.POSITIVE_INFINITY : undefined;
  }
};

const timeWords = /^(?:date|day|month|year|ngay|thang|nam|ngaybaocao)$/;
const placeWords =
  /tinh|thanhpho|quan|huyen|phuong|xa|diaphuong|coso|benhvien|province|district|commune|ward|state|facility|hospital|area|^ma|code|id$|ten|name/;

/** Columns of a time and of figures, and none that names a place or a thing: a series of the whole country. */
const isNationalSeries = (headers: readonly string[]): boolean => {
  const names = headers.map(normaliseHeader).filter((name) => name !== "");
  return names.length > 1 && names.some((name) => timeWords.test(name)) && !names.some((name) => placeWords.test(name));
};

/**
 * What a file looks like that lacks a job's columns, and which job takes it.
 * @returns the refusal to throw: the given one where that is not clear
 */
export const pointToJob = async (
  refused: MissingColumns,
  job: Job,
  path: string,
  encoding?: Encoding,
): Promise<RefusedFile> => {
  let layout: ReturnType<JsonScan> | undefined;
  const scan: JsonScan = (file) => (layout ??= scanJsonFile(file));
  let best: { readonly name: Job["name"]; readonly columns: number } | undefined;
  for (const other of jobs) {
    const columns = other.name === job.name ? undefined : await columnsIn(other, path, encoding, scan);
    if (columns !== undefined && columns > (best?.columns ?? 0)) best = { name: other.name, columns };
  }
  if (best !== undefined) {
    const { title } = sources[best.name];
    const name = basename(path);
    return new RefusedFile(
      {
        vi: `${refused.sentence.vi}. Tệp giống nguồn "${title.vi}" (${best.name})`,
        en: `${refused.sentence.en}. The file looks like the source "${title.en}" (${best.name})`,
      },
      { vi: `npm run etl -- run ${best.name} ${name}`, en: `npm run etl -- run ${best.name} ${name}` },
      refused,
    );
  }
  if (isNationalSeries(refused.headers.map(headerText))) {
    return new RefusedFile(
      {
        vi: `${refused.sentence.vi}. Tệp giống một chuỗi số liệu cả nước theo thời gian, không có cột tỉnh hay cơ sở`,
        en: `${refused.sentence.en}. The file looks like a series of the whole country over time, without a column of provinces or facilities`,
      },
      {
        vi: "số liệu cả nước nạp bằng nguồn official_totals: npm run etl -- template official_totals",
        en: "figures of the whole country are loaded with official_totals: npm run etl -- template official_totals",
      },
      refused,
    );
  }
  return refused;
};
