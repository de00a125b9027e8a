import { refuseSource } from "../refuseSource.ts";
import { openZip } from "./openZip.ts";
import { type Book, readBook } from "./readBook.ts";

const saveAsXlsx = {
  vi: "mở bằng Excel hoặc LibreOffice và lưu lại thành .xlsx, không đặt mật khẩu",
  en: "open it in Excel or LibreOffice and save it as .xlsx, without a password",
};

/**
 * Opens a container that should be a workbook.
 * @throws RefusedFile for one with a password, or of another kind; Error for a damaged one
 */
export const openWorkbook = async (path: string, name: string): Promise<Book> => {
  const zip = await openZip(path);
  if (zip.isEncrypted) {
    throw refuseSource(`Tệp ${name} được đặt mật khẩu`, `${name} is protected by a password`, saveAsXlsx);
  }
  if (!zip.names.includes("xl/workbook.xml")) {
    throw refuseSource(
      `Tệp ${name} là tệp nén nhưng không phải bảng tính .xlsx`,
      `${name} is a container, but no workbook of the kind .xlsx`,
      saveAsXlsx,
    );
  }
  return readBook(zip);
};
