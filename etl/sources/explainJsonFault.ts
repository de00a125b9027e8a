import type { Readable } from "node:stream";
import type { RefusedFile } from "../RefusedFile.ts";
import { findJsonFault, type JsonFault } from "./findJsonFault.ts";
import { exportAgain, refuseSource } from "./refuseSource.ts";

const words: Readonly<Record<JsonFault["kind"], (found: string) => { readonly vi: string; readonly en: string }>> = {
  cut: () => ({
    vi: "bị cắt cụt, mảng hay đối tượng cuối chưa đóng",
    en: "it is cut short, its last array or object does not end",
  }),
  no_number: (found) => ({
    vi: `${found} không phải là số trong JSON; giá trị thiếu phải ghi là null`,
    en: `${found} is no number in JSON; a missing value is written null`,
  }),
  trailing_comma: () => ({
    vi: "dấu phẩy thừa trước dấu đóng ] hoặc }",
    en: "a comma stands before a closing ] or }",
  }),
  duplicate_key: (found) => ({
    vi: `khóa "${found}" có hai lần trong một bản ghi, không rõ giá trị nào đúng`,
    en: `the key "${found}" stands twice in one record, so that it is open which value is right`,
  }),
  unexpected: (found) => ({ vi: `gặp "${found}" ở chỗ không đúng`, en: `"${found}" stands where it cannot` }),
};

async function* piecesOf(text: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8");
  for await (const chunk of text) {
    yield decoder.decode(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk), { stream: true });
  }
}

/** Reads JSON that was refused once more, for what is wrong with it and where. Undefined: nothing was found. */
export const explainJsonFault = async (name: string, text: Readable): Promise<RefusedFile | undefined> => {
  const fault = await findJsonFault(piecesOf(text));
  if (fault === undefined) return undefined;
  const said = words[fault.kind](fault.found);
  return refuseSource(
    `Tệp JSON ${name} sai định dạng ở dòng ${fault.line}: ${said.vi}`,
    `The JSON of ${name} has a wrong format in line ${fault.line}: ${said.en}`,
    exportAgain,
  );
};
