import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Excel from "exceljs";
import type { SourceColumn, SourceRow } from "../job.ts";
import type { ColumnType } from "../sources/columnType.ts";
import type { FileFinding } from "../sources/fileFinding.ts";
import { type ColumnsOfJob, matchColumns } from "../sources/matchColumns.ts";
import { openSource } from "../sources/openSource.ts";
import type { SourcePlan } from "../sources/sourcePlan.ts";

const column = (name: string, type: ColumnType, alias: string, example: string, required = false): SourceColumn => ({
  ...{ name, type, aliases: [alias], required, example },
  description: { vi: name, en: name },
});

/** A job's columns, as a province's monthly report of resources has them. */
export const reportColumns: ColumnsOfJob = {
  name: "resources",
  columns: [
    column("facility_code", "code", "ma_co_so", "01001", true),
    column("facility_name", "text", "ten_co_so", "Bệnh viện Bạch Mai"),
    column("province_name", "text", "ten_tinh", "Hà Nội"),
    column("month", "month", "thang", "2022-06", true),
    column("doctors", "count", "bac_si", "120"),
    column("nurses", "count", "dieu_duong", "260"),
    column("beds_planned", "count", "giuong_ke_hoach", "500"),
    column("beds_actual", "count", "giuong_thuc_ke", "560"),
    column("ct_scanner_in_order", "count", "ct_tot", "2"),
    column("ct_scanner_broken", "count", "ct_hong", "0"),
  ],
};

export interface ReadBook {
  /** Values by canonical name, for the columns that the file has. */
  readonly rows: readonly SourceRow[];
  readonly extra: readonly string[];
  readonly warnings: readonly string[];
  readonly findings: readonly FileFinding[];
  /** Length of what was passed on for the file's hash. */
  readonly bytes: number;
}

/** Where the body has the value of a column of the file. */
const fieldOf = (plan: SourcePlan, position: number): number =>
  Number(/\bc(\d+)\b/.exec(plan.inputColumn(position))?.[1]) - 1;

const parseLine = (line: string): string[] =>
  [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text = ""]) => text.replaceAll('""', '"'));

/** Reads a workbook as a run does, but for the warehouse. */
export const readBookFile = async (path: string, job: ColumnsOfJob = reportColumns): Promise<ReadBook> => {
  const plan = await openSource(path, job);
  const matched = matchColumns(job, plan.headers, "book.xlsx");
  let bytes = 0;
  const parts: Buffer[] = [];
  for await (const part of plan.openBody((chunk) => {
    bytes += chunk.length;
  })) {
    parts.push(Buffer.from(part));
  }
  const lines = Buffer.concat(parts).toString("utf8").split("\n").slice(0, -1).map(parseLine);
  return {
    rows: lines.map((fields) =>
      Object.fromEntries(
        [...matched.positions].map(([name, position]) => [name, fields[fieldOf(plan, position)] ?? ""]),
      ),
    ),
    extra: matched.extra,
    warnings: plan.lateWarnings().map((warning) => warning.en),
    findings: plan.lateFindings(),
    bytes,
  };
};

/** A workbook in memory, written and read. */
export const readBuilt = async (
  build: (workbook: Excel.Workbook) => void,
  job: ColumnsOfJob = reportColumns,
): Promise<ReadBook> => {
  const workbook = new Excel.Workbook();
  build(workbook);
  return readBytes(Buffer.from(await workbook.xlsx.writeBuffer()), job);
};

export const readBytes = async (bytes: Buffer, job: ColumnsOfJob = reportColumns): Promise<ReadBook> => {
  const folder = await mkdtemp(join(tmpdir(), "workbook-"));
  try {
    await writeFile(join(folder, "book.xlsx"), bytes);
    return await readBookFile(join(folder, "book.xlsx"), job);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
