import Excel from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "../../warehouse/testing/openTestWarehouse.ts";
import { UserError } from "../../warehouse/UserError.ts";
import type { Job } from "../job.ts";
import { connectionsJob } from "../jobs/connections/connectionsJob.ts";
import { facilitiesJob } from "../jobs/facilities/facilitiesJob.ts";
import { resourcesJob } from "../jobs/resources/resourcesJob.ts";
import { RefusedFile } from "../RefusedFile.ts";
import { runJob } from "../run/runJob.ts";
import type { RunSummary } from "../run/runSummary.ts";
import { openTestFolder, type TestFolder, testConfig, toCsv } from "../testing/runTestBed.ts";
import { readBytes } from "../testing/workbookTestBed.ts";
import { createForm } from "./createForm.ts";
import { readFormFacilities } from "./readFormFacilities.ts";

const facility = (code: string, name: string, commune: string, period: readonly [string, string] = ["", ""]) => ({
  ...{ facility_code: code, name, type: "Bệnh viện", commune_code: commune },
  ...{ valid_from: period[0], valid_to: period[1] },
});

const finding = z.object({ rule_code: z.string(), row_number: z.number(), detail: z.string() });

describe("forms", () => {
  let warehouse: TestWarehouse;
  let folder: TestFolder;
  let files = 0;

  beforeAll(async () => {
    warehouse = await openTestWarehouse();
    folder = await openTestFolder();
    const path = await folder.write(
      "facilities.csv",
      toCsv(
        [
          facility("01001", "Bệnh viện thứ nhất", "00001"),
          facility("01002", "Trạm y tế\nPhúc Xá", "00001"),
          facility("01003", "Phòng khám đã đóng", "00004", ["2010-01-01", "2022-05-31"]),
          facility("01004", "Bệnh viện mới", "00004", ["2022-07-01", ""]),
          facility("01005", "Bệnh viện thứ năm", "00004"),
          facility("31001", "Bệnh viện Hải Phòng", "11296"),
        ].map((row) => ({ ...row, name: row.name.replace("\n", " ") })),
      ),
    );
    await runJob({ job: facilitiesJob, paths: [path], asOf: "2022-06-30" }, { warehouse, config: testConfig });
  });
  afterAll(async () => {
    await warehouse.close();
    await folder.remove();
  });

  const aForm = async (job: Job = resourcesJob): Promise<Excel.Workbook> => {
    const workbook = new Excel.Workbook();
    // exceljs declares a Buffer of its own.
    const bytes = await createForm(warehouse, job, { area: "01", month: "2022-06" });
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
    return workbook;
  };
  const sheetOf = (workbook: Excel.Workbook): Excel.Worksheet => {
    const sheet = workbook.getWorksheet("Biểu mẫu");
    if (sheet === undefined) throw new Error("the form has no sheet to fill in");
    return sheet;
  };
  const cell = (workbook: Excel.Workbook, line: number, column: string): Excel.Cell => {
    const sheet = sheetOf(workbook);
    const names = sheet.getRow(5).values;
    return sheet.getCell(line, Array.isArray(names) ? names.indexOf(column) : 0);
  };
  const load = async (workbook: Excel.Workbook, job: Job = resourcesJob): Promise<RunSummary> => {
    files++;
    const path = await folder.write(`form-${files}.xlsx`, Buffer.from(await workbook.xlsx.writeBuffer()));
    return runJob({ job, paths: [path], asOf: "2022-06-30", isDryRun: true }, { warehouse, config: testConfig });
  };
  const findings = async ({ loadId }: RunSummary): Promise<string[]> => {
    const rows = await warehouse.query(
      `SELECT rule_code, row_number, detail FROM ops.findings WHERE load_id = {load:UInt64} AND match(rule_code, '^(form|total)_')
       ORDER BY rule_code, row_number, detail`,
      { params: { load: loadId ?? "" }, schema: finding },
    );
    return rows.map((row) => `${row.rule_code} ${row.row_number} ${row.detail}`);
  };
  const fill = (workbook: Excel.Workbook, line: number, doctors: number): void => {
    cell(workbook, line, "doctors").value = doctors;
    cell(workbook, line, "updated_date").value = new Date(Date.UTC(2022, 5, 28));
  };
  const refusal = async (reading: Promise<unknown>): Promise<string> => {
    const error: unknown = await reading.catch((reason: unknown) => reason);
    return error instanceof RefusedFile ? error.sentence.vi : `not refused: ${String(error)}`;
  };

  it("lists the facilities of the area in force in the month, locked, with checks on what is filled in", async () => {
    const form = await aForm();
    const sheet = sheetOf(form);
    const lines = [6, 7, 8, 9].map((line) =>
      ["facility_code", "facility_name", "month"].map((name) => cell(form, line, name).text),
    );
    expect(lines).toEqual([
      ["01001", "Bệnh viện thứ nhất", "06/2022"],
      ["01002", "Trạm y tế Phúc Xá", "06/2022"],
      ["01005", "Bệnh viện thứ năm", "06/2022"],
      ["", "", ""],
    ]);
    expect(sheet.getCell("A2").text).toBe("Đơn vị: Thành phố Hà Nội (mã 01, cơ cấu 63 tỉnh, thành phố)");
    expect(cell(form, 4, "doctors").text).toBe("Số bác sĩ");
    // A cell is locked unless it says otherwise.
    const isLocked = (line: number, column: string): boolean => cell(form, line, column).protection?.locked !== false;
    expect([isLocked(4, "doctors"), isLocked(6, "facility_code"), isLocked(6, "month")]).toEqual([true, true, true]);
    expect([isLocked(6, "doctors"), isLocked(9, "facility_code")]).toEqual([false, false]);
    expect(cell(form, 6, "doctors").dataValidation).toMatchObject({ type: "whole", formulae: [0] });
    expect(cell(form, 6, "updated_date").dataValidation).toMatchObject({ type: "date" });
    expect(form.worksheets.map(({ name, state }) => `${name} ${state}`)).toEqual([
      ...["Biểu mẫu visible", "Hướng dẫn visible", "_mau veryHidden", "_danh_muc veryHidden"],
    ]);
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 5 });
  });

  it("finds facilities listed with their place of then under a code of today", async () => {
    const listed = async (area: string, structure?: string): Promise<unknown> => {
      const request = { area, month: "2026-10", structure };
      return (await readFormFacilities(warehouse, request)).facilities.map(({ code }) => code);
    };
    expect(await listed("01")).toEqual(["01001", "01002", "01004", "01005"]);
    expect(await listed("001", "63")).toEqual(["01001", "01002", "01004", "01005"]);
    expect(await listed("00004", "63")).toEqual(["01004", "01005"]);
    expect(await listed("31")).toEqual(["31001"]);
    await expect(listed("01", "65")).rejects.toMatchObject({ fix: "--structure: 34, 63" });
  });

  it("loads a form that is filled in whole", async () => {
    const form = await aForm();
    for (const line of [6, 7, 8]) fill(form, line, line);
    const summary = await load(form);
    expect([summary.read, summary.accepted, summary.byRule.map(({ code }) => code)]).toEqual([3, 3, []]);
    expect(summary.warnings.map(({ en }) => en)).toEqual([
      "form-1.xlsx is a form given out: area 01 (structure of 63 provinces), month 2022-06, 3 facilities",
    ]);
  });

  it("says what was added, removed, altered, left empty or is of another month", async () => {
    const form = await aForm();
    for (const line of [6, 7, 9]) fill(form, line, 10);
    cell(form, 6, "facility_code").value = "01009";
    cell(form, 7, "facility_name").value = "Trạm y tế khác";
    cell(form, 7, "month").value = "05/2022";
    cell(form, 9, "facility_code").value = "31001";
    cell(form, 9, "month").value = "tháng 6 năm 2022";
    cell(form, 30, "facility_code").value = "Tổng cộng";
    cell(form, 30, "doctors").value = 31;
    const summary = await load(form);
    expect([summary.read, summary.accepted]).toEqual([3, 3]);
    expect(await findings(summary)).toEqual([
      "form_month_differs 2 2022-05 ≠ 2022-06",
      "form_row_added 1 01009",
      "form_row_added 3 31001",
      "form_row_altered 2 01002",
      "form_row_empty 0 01005",
      "form_row_missing 0 01001",
      "total_row_differs 0 Biểu mẫu!30 doctors: 31 ≠ 30",
    ]);
  });

  it("refuses a form for another job, or with a changed heading, name, column or hidden sheet", async () => {
    const form = await aForm();
    fill(form, 6, 10);
    expect(await refusal(load(form, connectionsJob))).toMatch(/biểu mẫu của loại dữ liệu "resources"/);
    cell(form, 4, "doctors").value = "Số y tá";
    expect(await refusal(load(form))).toMatch(/cột 5 là "Số y tá", biểu mẫu đã giao là "Số bác sĩ"/);
    const moved = await aForm();
    fill(moved, 6, 10);
    sheetOf(moved).spliceColumns(4, 1);
    expect(await refusal(load(moved))).toMatch(/Tiêu đề của biểu mẫu .* bị sửa: cột 4/);
    const forged = await aForm();
    fill(forged, 6, 10);
    const hidden = forged.getWorksheet("_mau");
    if (hidden !== undefined) hidden.getCell("B6").value = "2022-07";
    expect(await refusal(load(forged))).toMatch(/Trang ẩn _mau .* bị sửa/);
  });

  it("offers lists of facilities and codes where somebody writes as many lines as there are", async () => {
    const form = await aForm(connectionsJob);
    expect(cell(form, 6, "facility_code").value).toBeNull();
    expect(cell(form, 6, "stream").dataValidation).toMatchObject({ type: "list" });
    const [list] = cell(form, 6, "facility_code").dataValidation.formulae;
    expect(list).toBe("'_danh_muc'!$A$1:$A$3");
    expect(form.getWorksheet("_danh_muc")?.getCell("A3").value).toBe("01005");
    const stream = form.getWorksheet("_danh_muc")?.getCell(1, cell(form, 6, "stream").fullAddress.col).value;
    for (const [column, value] of Object.entries({
      facility_code: "01001",
      month: "06/2022",
      stream,
      sent_count: 5,
      accepted_count: 5,
    })) {
      cell(form, 6, column).value = value ?? null;
    }
    const read = await readBytes(Buffer.from(await form.xlsx.writeBuffer()), connectionsJob);
    expect(read.rows).toHaveLength(1);
    expect(read.rows[0]).toMatchObject({ facility_code: "01001", month: "06/2022", sent_count: "5" });
    expect(read.findings).toEqual([]);
  });

  it("gives out nothing for an area that does not exist, that has no facility, or a job without a form", async () => {
    const ask = (job: Job, area: string, month = "2022-06"): Promise<unknown> =>
      createForm(warehouse, job, { area, month }).catch(
        (reason: unknown) => reason instanceof UserError && reason.message,
      );
    expect(await ask(resourcesJob, "98")).toMatch(/^Không có đơn vị 98 trong cơ cấu 63 tỉnh/);
    expect(await ask(resourcesJob, "79")).toMatch(/^Chưa biết cơ sở nào của Thành phố Hồ Chí Minh \(79\)/);
    expect(await ask(facilitiesJob, "01")).toMatch(/^Loại dữ liệu facilities không có biểu mẫu/);
  });
});
