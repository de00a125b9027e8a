import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Excel from "exceljs";
import { describe, expect, it } from "vitest";
import { hashFile } from "../../landing/hashFile.ts";
import { RefusedFile } from "../../RefusedFile.ts";
import { readBuilt, readBytes, reportColumns } from "../../testing/workbookTestBed.ts";
import { openSource } from "../openSource.ts";

type Cells = readonly (string | number | Date | null | Excel.CellFormulaValue | Excel.CellErrorValue)[];

const header: Cells = ["Mã cơ sở", "Tháng", "Bác sĩ"];

const plainSheet = (workbook: Excel.Workbook, name: string, rows: readonly Cells[]): Excel.Worksheet => {
  const sheet = workbook.addWorksheet(name);
  for (const row of rows) sheet.addRow([...row]);
  return sheet;
};

/** A month's report as a provincial health department sends it. */
const uglySheet = (workbook: Excel.Workbook, name: string): void => {
  const sheet = plainSheet(workbook, name, [
    ["SỞ Y TẾ TỈNH A", null, null, null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    [],
    ["BÁO CÁO NGUỒN LỰC Y TẾ THÁNG 6 NĂM 2022"],
    [null, null, null, null, null, null, null, null, null, "Đơn vị tính: người, giường, máy"],
    ["STT", "Tên tỉnh", "Cơ sở", null, "Tháng", "Nhân lực", null, "Giường bệnh", null, "Máy CT", null, "Ghi chú"],
    [null, null, "Mã", "Tên", null, "Bác sĩ", "Điều dưỡng", "Kế hoạch", "Thực kê", "Tốt", "Hỏng"],
    ["A", "B", "C", "D", "E", 1, 2, 3, "4=3+1", 5, 6],
    ["I", "Huyện thứ nhất"],
    [1, "Hà Nội", "01001", "Bệnh viện\nthứ nhất", "06/2022", "1.120", 260, 500, 560, 2, 0],
    [2, null, "01002", "Trung tâm y tế", "06/2022", 14, "1 030", 50, 48, 0, 1],
    [null, "Cộng huyện thứ nhất", null, null, null, 1134, 1290, 550, 608, 2, 1],
    ["II", "Huyện thứ hai"],
    [1, "Hải Phòng", "31001", "Bệnh viện thứ ba", "06/2022", 10, 20, "", 30, 0, 0],
    [null, "Tổng cộng", null, null, null, "1.144", 1310, 550, 700, 2, 1],
    [],
    ["Ghi chú: số liệu đến hết ngày 30/6/2022"],
    [null, null, null, null, null, null, null, "Tỉnh A, ngày 5 tháng 7 năm 2022"],
    [null, "NGƯỜI LẬP BIỂU", null, null, null, null, null, "GIÁM ĐỐC"],
    [null, "(Ký, ghi rõ họ tên)", null, null, null, null, null, "(Ký, đóng dấu)"],
  ]);
  for (const range of ["A3:L3", "A5:A6", "B5:B6", "C5:D5", "E5:E6", "F5:G5", "H5:I5", "J5:K5", "L5:L6"]) {
    sheet.mergeCells(range);
  }
  sheet.mergeCells("B9:B10");
};
const uglyRows = [
  {
    ...{ facility_code: "01001", facility_name: "Bệnh viện thứ nhất", province_name: "Hà Nội", month: "06/2022" },
    ...{ doctors: "1.120", nurses: "260", beds_planned: "500", beds_actual: "560" },
    ...{ ct_scanner_in_order: "2", ct_scanner_broken: "0" },
  },
  {
    ...{ facility_code: "01002", facility_name: "Trung tâm y tế", province_name: "Hà Nội", month: "06/2022" },
    ...{ doctors: "14", nurses: "1 030", beds_planned: "50", beds_actual: "48" },
    ...{ ct_scanner_in_order: "0", ct_scanner_broken: "1" },
  },
  {
    ...{ facility_code: "31001", facility_name: "Bệnh viện thứ ba", province_name: "Hải Phòng", month: "06/2022" },
    ...{ doctors: "10", nurses: "20", beds_planned: "", beds_actual: "30" },
    ...{ ct_scanner_in_order: "0", ct_scanner_broken: "0" },
  },
];

describe("a workbook as provinces send it", () => {
  it("gives its rows, reports what it leaves out, and says which total is wrong", async () => {
    const { rows, extra, warnings, findings, bytes } = await readBuilt((workbook) => {
      uglySheet(workbook, "Tháng 6");
      plainSheet(workbook, "Danh bạ", [
        ["Điện thoại", "Tháng"],
        ["0243 123 456", "6"],
      ]);
      uglySheet(workbook, "Tháng 6 (2)");
    });
    expect(rows).toEqual([...uglyRows, ...uglyRows]);
    expect(extra).toEqual(["STT", "Ghi chú"]);
    const wrong = (sheet: string) => ({
      rule: "total_row_differs",
      row: 0,
      detail: `${sheet}!14 beds_actual: 700 ≠ 638`,
    });
    expect(findings).toEqual([wrong("Tháng 6"), wrong("Tháng 6 (2)")]);
    expect(warnings.filter((text) => !text.includes("(2)"))).toEqual([
      'Sheet "Tháng 6": data rows 1–3, from the sheet\'s row 9 on',
      'Sheet "Tháng 6", rows 7: line of column numbers, not read',
      'Sheet "Tháng 6", rows 8, 12: headings of groups, not loaded',
      'Sheet "Tháng 6", rows 11, 14: totals, not loaded, only compared',
      'Sheet "Tháng 6", rows 16–19: notes and signatures below the table, not loaded',
      'Sheet "Danh bạ" has another header: 2 rows were not read',
    ]);
    expect(warnings).toContain('Sheet "Tháng 6 (2)": data rows 4–6, from the sheet\'s row 9 on');
    expect(bytes).toBeGreaterThan(5000);
  });

  it("reads the numbers of a total as those of its column are: typed fractions, text with the mark that all agree on", async () => {
    const { findings } = await readBuilt((workbook) =>
      plainSheet(workbook, "S", [
        [...header, "Điều dưỡng", "Giường kế hoạch"],
        ["01001", "6/2022", 1.125, "1,250", "1.500"],
        ["01002", "6/2022", 2, 50, "2.5"],
        ["Tổng cộng", null, 3.125, "1,300", "1.502,5"],
        ["Tổng cộng", null, 1127, "1,300", "1.500"],
      ]),
    );
    expect(findings.map(({ detail }) => detail)).toEqual(["S!5 doctors: 1127 ≠ 3.125"]);
  });

  it("compares totals above the rows they stand for", async () => {
    const { rows, findings } = await readBuilt((workbook) =>
      plainSheet(workbook, "S", [
        ["STT", ...header],
        [null, "Toàn tỉnh", null, 12],
        ["A", "Tuyến tỉnh", null, 7],
        ["I", "Bệnh viện", null, 8],
        [1, "01001", "6/2022", 5],
        [2, "01002", "6/2022", 2],
        ["B", "Tuyến huyện", null, 5],
        [1, "01003", "6/2022", 5],
      ]),
    );
    expect(rows.map((row) => row.doctors)).toEqual(["5", "2", "5"]);
    expect(findings.map(({ detail }) => detail)).toEqual(["S!4 doctors: 8 ≠ 7"]);
  });

  it("keeps a row whose words only look like a total, a note or a heading", async () => {
    const { rows, warnings } = await readBuilt((workbook) =>
      plainSheet(workbook, "S", [
        ["Tên cơ sở", ...header, "Tên tỉnh"],
        ["Cộng Hòa", "01001", "6/2022", 5, "Hà Nội"],
        ["Nguồn: phòng khám", "01002", "6/2022", 5, "Hà Nội"],
        ["Tổng công ty", "01003", "6/2022", 5, "Hà Nội"],
        ["A", "01004", "6/2022", 5, "Hà Nội"],
        [null, "01005", "6/2022", null, null],
        [null, "01006", null, null, null],
      ]),
    );
    expect(rows.map((row) => row.facility_code)).toEqual(["01001", "01002", "01003", "01004", "01005", "01006"]);
    expect(warnings).toEqual([]);
  });

  it("reads two sheets whose columns stand in another order, and says so for hidden ones", async () => {
    const { rows, warnings } = await readBuilt((workbook) => {
      plainSheet(workbook, "Một", [header, ["01001", "6/2022", 1]]);
      const second = plainSheet(workbook, "Hai", [
        ["Bác sĩ", "Tháng", "Mã cơ sở"],
        [2, "6/2022", "01002"],
      ]);
      second.state = "hidden";
      second.getRow(2).hidden = true;
    });
    expect(rows.map((row) => `${row.facility_code} ${row.doctors}`)).toEqual(["01001 1", "01002 2"]);
    expect(warnings).toContain('Sheet "Hai" is hidden, read all the same');
    expect(warnings).toContain('Sheet "Hai", rows 2: hidden rows, read all the same');
  });

  it("takes formulas' results, and names the cells that have none", async () => {
    const { rows, warnings } = await readBuilt((workbook) =>
      plainSheet(workbook, "S", [
        [...header, "Điều dưỡng"],
        [
          "01001",
          { formula: 'TEXT(A1,"")', result: "6/2022", date1904: false },
          { formula: "1+1", result: 2, date1904: false },
          4,
        ],
        ["01002", "6/2022", { formula: "A9", date1904: false }, { error: "#REF!" }],
      ]),
    );
    expect(rows.map(({ month, doctors, nurses }) => [month, doctors, nurses])).toEqual([
      ["6/2022", "2", "4"],
      ["6/2022", "", ""],
    ]);
    expect(warnings).toEqual([
      'Sheet "S", cells C3: formulas without a result, read as empty',
      'Sheet "S", cells D3 (#REF!): cells with an error, read as empty',
    ]);
  });

  it("counts a number merged over several rows once, and does not spread headings to the right", async () => {
    const { rows, warnings } = await readBuilt((workbook) => {
      const sheet = plainSheet(workbook, "S", [
        header,
        ["Huyện A"],
        ["01001", "6/2022", 7],
        ["01002", "6/2022"],
        ["Hết"],
      ]);
      sheet.mergeCells("A2:C2");
      sheet.mergeCells("C3:C4");
    });
    expect(rows).toEqual([
      { facility_code: "01001", month: "6/2022", doctors: "7" },
      { facility_code: "01002", month: "6/2022", doctors: "" },
      { facility_code: "Hết", month: "", doctors: "" },
    ]);
    expect(warnings).toEqual([
      'Sheet "S", rows 2: rows with one cell of text, not loaded',
      'Sheet "S", cells C4: numbers merged over several rows, counted in the first only',
    ]);
  });

  it("reads numbers as they are meant: days, codes with zeros, fractions of three digits", async () => {
    const { rows } = await readBuilt((workbook) => {
      const sheet = plainSheet(workbook, "S", [
        header,
        [1001, new Date(Date.UTC(2022, 5, 1)), 12.345],
        ["01002", 6.5, "1,5"],
      ]);
      sheet.getCell("A2").numFmt = "00000";
    });
    expect(rows).toEqual([
      { facility_code: "01001", month: "2022-06-01", doctors: "12.3450" },
      { facility_code: "01002", month: "6.5", doctors: "1,5" },
    ]);
  });

  it("reads codes and texts as Excel shows them, numbers and months by their digits, and names what it cannot show", async () => {
    const { rows, warnings } = await readBuilt((workbook) => {
      const sheet = plainSheet(workbook, "S", [
        [...header, "Tên cơ sở"],
        [12, 5.2022, 7, 1.003],
        [3, 202206, 12.345, 2],
        [1234567890123456, 44713, 1, 1],
      ]);
      sheet.getCell("A2").numFmt = '"TYT"00000';
      sheet.getCell("C2").numFmt = '0" người"';
      sheet.getCell("A3").numFmt = '[=3]"CS";0';
      sheet.getCell("D3").numFmt = '000"-A"';
      sheet.getCell("A4").numFmt = "0";
      sheet.mergeCells("D3:D4");
    });
    expect(rows).toEqual([
      { facility_code: "TYT00012", month: "5.20220", doctors: "7", facility_name: "1.003" },
      { facility_code: "", month: "202206", doctors: "12.3450", facility_name: "002-A" },
      { facility_code: "", month: "44713", doctors: "1", facility_name: "002-A" },
    ]);
    expect(warnings).toEqual([expect.stringMatching(/^Sheet "S", cells A3, A4: numbers in a column of codes/)]);
  });

  const refused: readonly (readonly [string, Cells[], RegExp])[] = [
    [
      "a unit that stands for a thousand",
      [["Đơn vị tính: nghìn người"], header, ["01001", "6/2022", 1]],
      /đơn vị "Đơn vị tính: nghìn người"/,
    ],
    [
      "rows in thousands",
      [
        [...header, "ĐVT"],
        ["01001", "6/2022", 1, "người"],
        ["01002", "6/2022", 1, "nghìn người"],
      ],
      /đơn vị "nghìn người"/,
    ],
    [
      "a column in millions",
      [
        ["Mã cơ sở", "Tháng (triệu đồng)"],
        ["01001", "6/2022"],
      ],
      /thiếu cột bắt buộc: "month"/,
    ],
    [
      "two columns of one meaning",
      [
        [...header, "bac_si"],
        ["01001", "6/2022", 1, 2],
      ],
      /hai cột cùng nghĩa doctors/,
    ],
    ["no header at all", [["xin chào"]], /thiếu cột bắt buộc.*"xin chào"/],
  ];
  it.each(refused)("refuses %s", async (_, rows, message) => {
    const reading = readBuilt((workbook) => plainSheet(workbook, "S", rows));
    await expect(reading.catch((error: unknown) => error instanceof RefusedFile && error.sentence.vi)).resolves.toMatch(
      message,
    );
  });

  it.each([
    ["under a password", Buffer.from("EncryptedPackage", "utf16le"), /đặt mật khẩu/],
    ["of the old kind", Buffer.from("Workbook", "utf16le"), /\.xls kiểu cũ/],
  ])("refuses a workbook %s, and says what to do", async (_, marker, message) => {
    const error: unknown = await readBytes(
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), marker, Buffer.alloc(100)]),
    ).catch((reason: unknown) => reason);
    if (!(error instanceof RefusedFile)) throw new Error("not refused");
    expect(error.sentence.vi).toMatch(message);
    expect(error.remedy.vi).toContain(".xlsx");
  });

  it("never holds more than a batch of a long sheet, and passes the file's bytes on in order", async () => {
    const folder = await mkdtemp(join(tmpdir(), "workbook-"));
    try {
      const path = join(folder, "long.xlsx");
      const writer = new Excel.stream.xlsx.WorkbookWriter({ filename: path });
      const sheet = writer.addWorksheet("S");
      sheet.addRow([...header]).commit();
      for (let index = 1; index <= 30_000; index++) sheet.addRow([`F${index}`, "6/2022", 2]).commit();
      sheet.addRow(["Tổng cộng", null, 59_999]).commit();
      await writer.commit();

      const plan = await openSource(path, reportColumns);
      let [lines, largest] = [0, 0];
      const hash = createHash("sha256");
      for await (const part of plan.openBody((chunk) => hash.update(chunk))) {
        const text = String(part);
        lines += text.split("\n").length - 1;
        largest = Math.max(largest, text.length);
      }
      expect(lines).toBe(30_000);
      expect(hash.digest("hex")).toBe(await hashFile(path, new AbortController().signal));
      expect(largest).toBeLessThan(2 * 1024 * 1024);
      expect(plan.lateFindings().map(({ detail }) => detail)).toEqual(["S!30002 doctors: 59999 ≠ 60000"]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
