import { expect, it } from "vitest";
import { createFormat } from "../format/createFormat.ts";
import { formatCell, toCsv, withMark } from "./figureTable.ts";

const table = {
  columns: [
    { label: "Tỉnh", kind: "text" as const },
    { label: "Tỷ lệ", kind: "share" as const },
  ],
  rows: [
    ['Huế, "cố đô"', 0.5],
    ["=HYPERLINK(1)", null],
  ],
};

it("writes a file that spreadsheets read, and never a formula or a zero for what is missing", () => {
  expect(toCsv(table)).toBe('\ufeffTỉnh,Tỷ lệ\r\n"Huế, ""cố đô""",0.5\r\n\'=HYPERLINK(1),\r\n');
});

it("says on every row what the figures are of", () => {
  const marked = withMark(table, { column: "Dữ liệu", value: "mẫu 1/200" });
  expect(marked.rows.map((row) => row.at(-1))).toEqual(["mẫu 1/200", "mẫu 1/200"]);
  expect(withMark(table, null)).toBe(table);
});

it("shows cells as people read them", () => {
  const vi = createFormat("vi");
  expect(formatCell(1234.5, "number", vi)).toBe("1.234,5");
  expect(formatCell("2022-06-30", "day", vi)).toBe("30/06/2022");
  expect(formatCell(null, "number", vi)).toBe("—");
});
