import type { Sentence } from "../job.ts";
import { RefusedFile } from "../RefusedFile.ts";
import { scaledUnitIn } from "./rowKinds.ts";

export const exportAgain: Sentence = {
  vi: "xuất lại tệp từ phần mềm nguồn (xem docs/sources.md)",
  en: "export the file again from its source (see docs/sources.md)",
};

export const refuseSource = (vi: string, en: string, fix: Sentence, cause?: unknown): RefusedFile =>
  new RefusedFile({ vi, en }, fix, cause);

export const withoutHeader = (name: string): RefusedFile =>
  refuseSource(`Tệp ${name} không có dòng tiêu đề`, `${name} has no header`, exportAgain);

/**
 * Figures in thousands or millions would be loaded a thousand or a million times too small.
 * @throws RefusedFile where a line above or just below the header tells such a unit
 */
export const refuseScaledUnits = (name: string, rows: readonly (readonly string[])[]): void => {
  for (const cells of rows) {
    const unit = scaledUnitIn(cells);
    if (unit === undefined) continue;
    throw refuseSource(
      `Tệp ${name} ghi số liệu theo đơn vị "${unit}"`,
      `${name} gives its figures in the unit "${unit}"`,
      {
        vi: "ghi số liệu đầy đủ (đồng, người, lượt…), không theo nghìn hay triệu, và bỏ dòng đơn vị",
        en: "write the figures in full (dong, persons, visits…), not in thousands or millions, and remove the line of the unit",
      },
    );
  }
};
