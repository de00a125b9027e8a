import type { Sentence } from "../job.ts";
import { RefusedFile } from "../RefusedFile.ts";
import { type Header, headerText } from "./matchHeaders.ts";
import { normaliseHeader } from "./normaliseHeader.ts";
import { isScaledUnit, scaledUnitIn } from "./rowKinds.ts";

export const exportAgain: Sentence = {
  vi: "xuất lại tệp từ phần mềm nguồn (xem docs/sources.md)",
  en: "export the file again from its source (see docs/sources.md)",
};

export const refuseSource = (vi: string, en: string, fix: Sentence, cause?: unknown): RefusedFile =>
  new RefusedFile({ vi, en }, fix, cause);

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && "code" in error && typeof error.code === "string" && codes.includes(error.code);

/** A file that the system does not let us open or read. Anything that is no error of a file's is passed on as it is. */
export const refuseUnreadable = (path: string, cause: unknown): unknown => {
  if (hasCode(cause, "ENOENT", "ENOTDIR")) {
    return refuseSource(
      `Không mở được tệp ${path}: không có tệp này`,
      `${path} cannot be opened: there is no such file`,
      { vi: "kiểm tra đường dẫn", en: "check the path" },
      cause,
    );
  }
  if (hasCode(cause, "EACCES", "EPERM")) {
    return refuseSource(
      `Không mở được tệp ${path}: không có quyền đọc`,
      `${path} cannot be opened: it may not be read`,
      { vi: "cấp quyền đọc tệp cho người dùng đang chạy lệnh", en: "allow the user who runs the command to read it" },
      cause,
    );
  }
  if (hasCode(cause, "EIO", "EISDIR", "EMFILE", "ENAMETOOLONG", "ELOOP")) {
    return refuseSource(
      `Không đọc được tệp ${path}`,
      `${path} cannot be read`,
      { vi: "chép tệp sang ổ đĩa khác rồi nạp lại", en: "copy the file to another disk and load it from there" },
      cause,
    );
  }
  return cause;
};

/** A container of which a part cannot be read, or is not what was written. */
export const refuseDamaged = (name: string, cause: unknown): RefusedFile =>
  refuseSource(
    `Tệp ${name} bị hỏng hoặc bị cắt cụt`,
    `${name} is damaged or cut short`,
    {
      vi: "chép hoặc tải lại tệp; mở bằng phần mềm đã tạo ra nó và lưu lại",
      en: "copy or download the file again; open it in the program that wrote it and save it anew",
    },
    cause,
  );

/** More columns than any table of a source has. */
export const refuseWide = (name: string, columns: number): RefusedFile =>
  refuseSource(
    `Tệp ${name} có ${columns} cột, nhiều hơn mọi biểu của nguồn dữ liệu`,
    `${name} has ${columns} columns, more than any table of a source`,
    {
      vi: "xóa các cột thừa bên phải bảng rồi lưu lại",
      en: "remove the columns to the right of the table and save it again",
    },
  );

export const withoutHeader = (name: string): RefusedFile =>
  refuseSource(`Tệp ${name} không có dòng tiêu đề`, `${name} has no header`, exportAgain);

export const refuseScaledUnit = (name: string, unit: string): RefusedFile =>
  refuseSource(`Tệp ${name} ghi số liệu theo đơn vị "${unit}"`, `${name} gives its figures in the unit "${unit}"`, {
    vi: "ghi số liệu đầy đủ (đồng, người, lượt…), không theo nghìn hay triệu, và bỏ tên đơn vị",
    en: "write the figures in full (dong, persons, visits…), not in thousands or millions, and remove the name of the unit",
  });

/**
 * Figures in thousands or millions would be loaded a thousand or a million times too small.
 * @throws RefusedFile where a line above or just below the header states such a unit
 */
export const refuseScaledUnits = (name: string, rows: readonly (readonly string[])[]): void => {
  for (const cells of rows) {
    const unit = scaledUnitIn(cells);
    if (unit === undefined) continue;
    throw refuseScaledUnit(name, unit);
  }
};

const unitColumns = new Set(["donvitinh", "dvt", "donvi", "donvitien", "loaitien", "tiente", "unit", "currency"]);

/**
 * Likewise, where a column that is not read gives each row's unit.
 * @throws RefusedFile where one of the first rows tells such a unit
 */
export const refuseScaledRows = (
  name: string,
  headers: readonly Header[],
  read: Iterable<number>,
  rows: readonly (readonly string[])[],
): void => {
  const known = new Set(read);
  const units = [...headers.keys()].filter(
    (position) => !known.has(position) && unitColumns.has(normaliseHeader(headerText(headers[position] ?? []))),
  );
  for (const row of rows) {
    for (const position of units) {
      const unit = row[position] ?? "";
      if (isScaledUnit(unit)) throw refuseScaledUnit(name, unit);
    }
  }
};
