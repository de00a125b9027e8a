import type { RefusedFile } from "../../RefusedFile.ts";
import type { Encoding } from "../detectFormat.ts";
import { refuseSource } from "../refuseSource.ts";
import { openZip } from "./openZip.ts";
import { type Book, readBook } from "./readBook.ts";

const saveAsXlsx = {
  vi: "mở bằng Excel hoặc LibreOffice và lưu lại thành .xlsx, không đặt mật khẩu",
  en: "open it in Excel or LibreOffice and save it as .xlsx, without a password",
};

/** Kinds of containers by a part that they have. */
const kinds: readonly (readonly [part: RegExp, kind: string])[] = [
  [/^xl\/workbook\.bin$/, "bảng tính .xlsb / .xlsb workbook"],
  [/^content\.xml$/, "tài liệu OpenDocument (.ods) / OpenDocument (.ods)"],
  [/^word\//, "tài liệu Word (.docx) / Word document (.docx)"],
];

const refuseOtherZip = (name: string, parts: readonly string[]): RefusedFile => {
  const files = parts.filter((part) => /\.(?:csv|tsv|txt|json|ndjson|parquet|xlsx?|xml)(?:\.gz)?$/i.test(part));
  const kind = kinds.find(([part]) => parts.some((each) => part.test(each)))?.[1];
  if (kind === undefined && files.length > 0) {
    const listed = `${files.slice(0, 5).join(", ")}${files.length > 5 ? `, … (${files.length})` : ""}`;
    return refuseSource(
      `Tệp ${name} là tệp nén ZIP, bên trong có ${listed}`,
      `${name} is a ZIP file that holds ${listed}`,
      {
        vi: "giải nén rồi nạp tệp bên trong (nén gzip .gz thì đọc được thẳng)",
        en: "unpack it and load the file inside (gzip, .gz, is read as it is)",
      },
    );
  }
  const [vi, en] = kind?.split(" / ") ?? [
    "tệp nén nhưng không phải bảng tính .xlsx",
    "a container, but no workbook of the kind .xlsx",
  ];
  return refuseSource(
    `Tệp ${name} là ${vi}`,
    `${name} is ${kind === undefined ? "" : "of the kind "}${en}`,
    saveAsXlsx,
  );
};

/**
 * Opens a container that should be a workbook.
 * @throws RefusedFile for one with a password, or of another kind; Error for a damaged one
 */
export const openWorkbook = async (path: string, name: string, encoding?: Encoding): Promise<Book> => {
  const zip = await openZip(path);
  if (zip.isEncrypted) {
    throw refuseSource(`Tệp ${name} được đặt mật khẩu`, `${name} is protected by a password`, saveAsXlsx);
  }
  if (!zip.names.includes("xl/workbook.xml")) throw refuseOtherZip(name, zip.names);
  return readBook(zip, encoding);
};
