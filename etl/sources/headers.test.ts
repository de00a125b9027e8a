import { describe, expect, it } from "vitest";
import { jobs } from "../jobs.ts";
import { reportColumns } from "../testing/workbookTestBed.ts";
import type { ColumnType } from "./columnType.ts";
import { createHeaderMatcher, type Header } from "./matchHeaders.ts";
import { isNumber, numberIn } from "./numberIn.ts";
import type { Mark } from "./numberMarks.ts";
import { parseSeparatedHeader } from "./parseSeparatedHeader.ts";
import { isColumnNumberRow, isNote, isUnitRow, scaledUnitBehind, scaledUnitIn, totalLabel } from "./rowKinds.ts";

describe("the header of separated text", () => {
  const parse = (lines: readonly string[]): unknown => {
    const found = parseSeparatedHeader(lines.join("\n"), reportColumns);
    return { ...found, head: undefined };
  };

  it("is found below title lines, in two lines, with the line of column numbers passed over", () => {
    expect(
      parse([
        '"BÁO CÁO THÁNG 6, NĂM 2022"',
        "",
        ";;;;Máy CT;;",
        "Mã cơ sở;Tháng;Nhân lực;;;;Ghi chú",
        "A;B;1;2;3;4;5",
        "01001;6/2022;5;6;1;0;",
      ]),
    ).toMatchObject({ delimiter: ";", skippedLines: 5 });
    expect(
      parse([
        "Nguồn lực y tế, tháng 6",
        "Mã cơ sở,Tháng,Nhân lực,,Máy CT,,Ghi chú",
        ",,Bác sĩ,Điều dưỡng,Tốt,Hỏng,",
        "(1),(2),(3),(4),(5),(6),(7)",
        "người,người,người,người,cái,cái,người",
        "01001,6/2022,5,6,1,0,",
      ]),
    ).toEqual({
      delimiter: ",",
      emptyFieldsBehind: 1,
      head: undefined,
      body: [["01001", "6/2022", "5", "6", "1", "0", ""]],
      score: 6,
      skippedLines: 5,
      headers: [
        ["Mã cơ sở", ""],
        ["Tháng", ""],
        ["Nhân lực", "Bác sĩ"],
        ["Nhân lực", "Điều dưỡng"],
        ["Máy CT", "Tốt"],
        ["Máy CT", "Hỏng"],
        ["Ghi chú", ""],
      ],
    });
  });

  it("may have a line break in a name, and takes no row of data for a second line", () => {
    expect(parse(['"Mã\ncơ sở",Tháng,Bác sĩ', "tháng,nurses,", "01001,6/2022,5"])).toMatchObject({
      skippedLines: 1,
      headers: [["Mã\ncơ sở"], ["Tháng"], ["Bác sĩ"]],
    });
  });

  it("is the first line with text where no line names a column", () => {
    expect(parse(["", "a,b", "c,d,e"])).toMatchObject({ skippedLines: 2, headers: [["a"], ["b"]] });
  });
});

describe("columns of a header", () => {
  const match = (headers: readonly Header[]): Readonly<Record<string, number>> =>
    Object.fromEntries(createHeaderMatcher(reportColumns.columns)(headers).positions);

  it.each<readonly [string, readonly Header[], Readonly<Record<string, number>>]>([
    ["the joined name", [["Giường kế", "hoạch"]], { beds_planned: 0 }],
    ["the lowest level", [["Nhân lực", "Bác sĩ (người)"]], { doctors: 0 }],
    ["a level above it", [["Bác sĩ", "người"]], { doctors: 0 }],
    [
      "the level whose lower one says it is the whole",
      [
        ["Bác sĩ", "Trong đó nữ"],
        ["Bác sĩ", "Tổng số"],
      ],
      { doctors: 1 },
    ],
    ["a group's name behind its part's", [["Cơ sở", "Mã"]], { facility_code: 0 }],
    [
      "an abridged name",
      [
        ["Giường bệnh", "Kế hoạch"],
        ["Máy CT", "Hỏng"],
      ],
      { beds_planned: 0, ct_scanner_broken: 1 },
    ],
    [
      "nothing, where two columns answer alike",
      [
        ["Công lập", "Bác sĩ"],
        ["Tư nhân", "Bác sĩ"],
      ],
      {},
    ],
    ["the surer of two", [["Bác sĩ"], ["Bác sĩ", "Nữ"]], { doctors: 0 }],
  ])("are found by %s", (_, headers, positions) => {
    expect(match(headers)).toEqual(positions);
  });
});

describe("rows that are no data", () => {
  it.each([
    [["A", "B", "1", "2", "3=1+2"], true],
    [["(1)", "(2)", "(3) = (1) + (2)"], true],
    [["A", "B", "3", "4"], true],
    [["01001", "6/2022", "1", "2"], false],
    [["1", "2"], false],
    [["1", "3", "4"], false],
  ])("column numbers: %j %s", (cells, expected) => {
    expect(isColumnNumberRow(cells)).toBe(expected);
  });

  it("units, and those that stand for more than one", () => {
    expect(isUnitRow(["", "người", "(giường)", "%"])).toBe(true);
    expect(isUnitRow(["người", "Bệnh viện"])).toBe(false);
    expect(scaledUnitIn(["", "ĐVT: triệu đồng"])).toBe("ĐVT: triệu đồng");
    expect(scaledUnitIn(["Chi phí (Đơn vị tính: 1.000 đồng)", "x"])).toBe("Chi phí (Đơn vị tính: 1.000 đồng)");
    expect(scaledUnitIn(["Tỷ", "Nguyễn"])).toBeUndefined();
    expect(scaledUnitIn(["nghìn người", "đồng"])).toBe("nghìn người");
    expect(scaledUnitIn(["Số tiền (ĐVT: x 1.000)", "Tháng"])).toBe("Số tiền (ĐVT: x 1.000)");
    expect(scaledUnitIn(["Đơn vị tính: người", "Đơn vị: Sở Y tế", "1.000"])).toBeUndefined();
    expect([isUnitRow(["1.000", "1000"]), scaledUnitIn(["1.000", "1000"])]).toEqual([false, undefined]);
  });

  it.each([
    ["Số tiền (triệu đồng)", "so tien", "trieu dong"],
    ["so_tien_trieu_dong", "so tien", "trieu dong"],
    ["Số tiền, ĐVT: nghìn đồng", "so tien", "nghin dong"],
    ["Số tiền (1.000 đồng)", "so tien", "1.000 dong"],
    ["Dân số (nghìn người)", "dan so", "nghin nguoi"],
    ["Số tiền [USD]", "so tien", "usd"],
    ["Số tiền (x1000)", "so tien", "x1000"],
    ["Số tiền (× 10^6)", "so tien", "× 10^6"],
  ])("unit behind a name: %s", (text, name, unit) => {
    expect(scaledUnitBehind(text)).toEqual({ name, unit });
  });
  it.each(["Số tiền (đồng)", "Ghi chú", "Bác sĩ (người)", "Tỷ lệ", "triệu đồng", "Số lượt"])(
    "no unit of many: %s",
    (text) => {
      expect(scaledUnitBehind(text)).toBeUndefined();
    },
  );

  it.each([
    ["Tổng cộng (I+II):", "grand"],
    ["TOÀN TỈNH", "grand"],
    ["Total", "grand"],
    ["Cộng huyện Củ Chi", "part"],
    ["Tổng số xã A", "part"],
    ["Cộng", "part"],
    ["Cộng Hòa", undefined],
    ["Bệnh viện Tổng cục", undefined],
  ])("total: %s is %s", (text, expected) => {
    expect(totalLabel(text)).toBe(expected);
  });

  it.each([
    ["Ghi chú: số liệu sơ bộ", true],
    ["Hà Nội, ngày 5 tháng 7 năm 2022", true],
    ["KT. GIÁM ĐỐC", true],
    ["(*) chưa kể bệnh viện ngành", true],
    ["Nguồn Sống", false],
    ["Trạm y tế", false],
  ])("note: %s %s", (text, expected) => {
    expect(isNote(text)).toBe(expected);
  });

  it.each<readonly [text: string, parting: Mark | undefined, expected: number | undefined]>([
    ["1.234", ".", 1234],
    ["1.234", undefined, undefined],
    ["1.234", ",", undefined],
    ["1.1250", ".", 1.125],
    ["1 234 567", undefined, 1_234_567],
    ["12 34", undefined, undefined],
    ["1,5", ".", 1.5],
    ["1.234,5", ".", 1234.5],
    ["12 %", undefined, 12],
    ["01/02", ".", undefined],
    ["1.23.4", ".", undefined],
    ["", ".", undefined],
  ])("number: %s, where %s parts thousands, is %s", (text, parting, expected) => {
    expect(numberIn(text, parting)).toBe(expected);
    expect(isNumber(text)).toBe(/^(?!12 34|01\/|1\.23\.)\d/.test(text));
  });

  it.each(jobs.flatMap((job) => job.columns.map((column) => [`${job.name}.${column.name}`, column] as const)))(
    "%s is declared as what its example shows",
    (_, { type, example }) => {
      const shapes: Readonly<Record<ColumnType, RegExp>> = {
        text: /^/,
        code: /^\S*$/,
        count: /^\d{1,3}(\.\d{3})*$/,
        amount: /^\d{1,3}(\.\d{3})*$/,
        number: /^\d+([.,]\d+)*( ?%)?$/,
        percent: /^\d+([.,]\d+)?( ?%)?$/,
        day: /^(\d{1,2}\/\d{1,2}\/\d{4}( \d{2}:\d{2}:\d{2})?|\d{12}|)$/,
        month: /^\d{2}\/\d{4}$/,
        year: /^\d{4}$/,
        flag: /^(có|không|0|1)$/,
      };
      expect(example).toMatch(shapes[type]);
    },
  );
});
