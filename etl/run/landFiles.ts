import { WarehouseError } from "../../warehouse/WarehouseError.ts";
import type { SourceFile } from "../job.ts";
import { hashFile } from "../landing/hashFile.ts";
import { type LandingContext, landFile, landRows } from "../landing/landFile.ts";
import { settleNumbers } from "../landing/settleNumbers.ts";
import { RefusedFile } from "../RefusedFile.ts";
import { refuseUnreadable } from "../sources/refuseSource.ts";
import type { InspectedFile } from "./inspectFiles.ts";

const exportAgain = {
  vi: "kiểm tra dòng được nêu, hoặc xuất lại tệp từ phần mềm nguồn",
  en: "check the row that is named, or export the file again from its source",
};

/** Errors of a stream that was cut short or damaged: zlib and the text decoder have codes of words, fzstd of numbers. */
const isDamage = (error: unknown): boolean => {
  if (!(error instanceof Error) || error instanceof WarehouseError) return false;
  const code = "code" in error ? error.code : undefined;
  return typeof code === "number" || (typeof code === "string" && /^(Z_|ERR_ENCODING)/.test(code));
};

/** ClickHouse's codes for input that it cannot parse, or for a row too large to hold. */
const unreadable = new Set([6, 23, 25, 26, 27, 32, 33, 38, 41, 53, 72, 117, 131, 190, 191, 210, 432, 636, 637]);

const positionIn = (message: string): string => /\(at row (\d+)\)/.exec(message)?.[1] ?? "";

/** What a failure while reading a file means to its owner; anything else is passed on as it is. */
const explain = async (file: InspectedFile, error: unknown): Promise<unknown> => {
  const explained = file.source.kind === "table" ? await file.source.plan.explain?.(error) : undefined;
  if (explained instanceof RefusedFile) return explained;
  const unreadableFile = refuseUnreadable(file.path, error);
  if (unreadableFile !== error) return unreadableFile;
  if (isDamage(error)) {
    return new RefusedFile(
      { vi: `Tệp ${file.name} bị hỏng hoặc bị cắt cụt`, en: `${file.name} is damaged or cut short` },
      exportAgain,
      error,
    );
  }
  if (error instanceof WarehouseError && unreadable.has(error.code)) {
    const row = positionIn(error.message);
    const at = row === "" ? { vi: "", en: "" } : { vi: ` gần dòng dữ liệu ${row}`, en: ` near data row ${row}` };
    return new RefusedFile(
      {
        vi: `Không đọc được tệp ${file.name}${at.vi}: sai định dạng (ngoặc kép không khớp, hoặc dòng bị cắt)`,
        en: `${file.name} cannot be read${at.en}: wrong format (quotes that do not match, or a row cut short)`,
      },
      exportAgain,
      error,
    );
  }
  return error;
};

/**
 * Streams the files into the landing table, one after another.
 * @returns the files with their hashes
 * @throws RefusedFile for a damaged file
 */
export const landFiles = async (
  context: LandingContext,
  files: readonly InspectedFile[],
  onRead: (bytes: number, rows: number) => void,
): Promise<SourceFile[]> => {
  const landed: SourceFile[] = [];
  for (const [index, file] of files.entries()) {
    const number = index + 1;
    try {
      if (file.source.kind === "rows") {
        await landRows(context, number, file.source.rows);
        onRead(file.bytes, 0);
        const sha256 = await hashFile(file.path, context.signal);
        landed.push({ path: file.path, name: file.name, sha256, bytes: file.bytes });
        continue;
      }
      const { plan, matched } = file.source;
      const { sha256, bytes } = await landFile(context, { number, plan, matched }, onRead);
      landed.push({ path: file.path, name: file.name, sha256, bytes });
    } catch (error) {
      throw await explain(file, error);
    }
  }
  await settleNumbers(context);
  return landed;
};
