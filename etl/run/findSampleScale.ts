import type { Dataset } from "../job.ts";
import { RefusedFile } from "../RefusedFile.ts";

export interface SampleScale {
  readonly dataset: Dataset;
  /** One row stands for this many. */
  readonly sampleScale: number;
}

/**
 * Sample files say so in every row; `found` is what the rows say. A mixture of sample and real rows, or of scales, must not be loaded together.
 * @throws RefusedFile for a mixture, or where the files are not what the command says they are
 */
export const findSampleScale = (found: readonly string[], asked: Dataset | undefined): SampleScale => {
  const only = found[0] ?? "";
  const scale = /^(?:mau|mẫu)\s+1\/(\d+)$/.exec(only.normalize("NFC").toLowerCase())?.[1];
  if (found.length > 1 || (only !== "" && scale === undefined)) {
    throw new RefusedFile(
      {
        vi: `Cột du_lieu_mau có nhiều giá trị khác nhau hoặc không đọc được: ${found.map((text) => `"${text}"`).join(", ")}`,
        en: `The column du_lieu_mau has several values or one that cannot be read: ${found.map((text) => `"${text}"`).join(", ")}`,
      },
      {
        vi: "tách dữ liệu mẫu và dữ liệu thật thành các tệp riêng",
        en: "keep sample and real rows in files of their own",
      },
    );
  }
  const isSample = scale !== undefined;
  if (asked !== undefined && (asked === "sample") !== isSample) {
    throw new RefusedFile(
      isSample
        ? { vi: "Đây là dữ liệu mẫu, không nạp như dữ liệu thật", en: "This is sample data; it is not loaded as real" }
        : {
            vi: "Tệp không mang nhãn dữ liệu mẫu (du_lieu_mau)",
            en: "The file is not labelled as sample data (du_lieu_mau)",
          },
      { vi: "bỏ tùy chọn --dataset", en: "leave out --dataset" },
    );
  }
  return isSample ? { dataset: "sample", sampleScale: Number(scale) } : { dataset: "real", sampleScale: 1 };
};
