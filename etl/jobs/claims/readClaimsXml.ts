import { basename } from "node:path";
import type { Sentence, SourceRow } from "../../job.ts";
import { RefusedFile } from "../../RefusedFile.ts";
import { detectEncoding } from "../../sources/detectFormat.ts";
import { explainTextFault } from "../../sources/explainTextFault.ts";
import { type ContentForm, openBytes } from "../../sources/openBytes.ts";
import { readHead } from "../../sources/readHead.ts";
import { TextFault } from "../../sources/TextFault.ts";
import { ClaimXmlError, ClaimXmlReader } from "./ClaimXmlReader.ts";

const faults: Readonly<Record<ClaimXmlError["reason"], (name: string, line: number) => Sentence>> = {
  broken: (name, line) => ({
    vi: `Tệp ${name} không phải XML đúng cú pháp (dòng ${line})`,
    en: `${name} is not well-formed XML (line ${line})`,
  }),
  document_type: (name, line) => ({
    vi: `Tệp ${name} có khai báo DOCTYPE (dòng ${line}); không đọc vì lý do an toàn`,
    en: `${name} declares a DOCTYPE (line ${line}); for safety it is not read`,
  }),
  too_long: (name, line) => ({
    vi: `Tệp ${name} có một giá trị dài quá mức (dòng ${line})`,
    en: `${name} has a value that is too long (line ${line})`,
  }),
};

const remedy: Sentence = {
  vi: "xuất lại hồ sơ từ phần mềm của cơ sở theo Quyết định 130/QĐ-BYT và 4750/QĐ-BYT",
  en: "export the claims again from the facility's software as Decisions 130 and 4750/QĐ-BYT say",
};

async function* rowsOf(path: string, form: ContentForm): AsyncGenerator<SourceRow> {
  const reader = new ClaimXmlReader();
  const decoder = new TextDecoder("utf-8");
  try {
    for await (const chunk of openBytes(path, form, () => undefined)) {
      yield* reader.write(decoder.decode(Buffer.from(chunk), { stream: true }));
    }
    yield* reader.write(decoder.decode());
    yield* reader.end();
  } catch (error) {
    if (error instanceof TextFault) throw await explainTextFault({ path, name: basename(path), form }, error);
    if (!(error instanceof ClaimXmlError)) throw error;
    throw new RefusedFile(faults[error.reason](basename(path), error.line), remedy, error);
  }
}

/**
 * Claims of an XML file that facilities send, compressed or not, streamed. Undefined: not XML. The run refuses the file while
 * reading it if it is broken.
 */
export const readClaimsXml = async (path: string): Promise<AsyncIterable<SourceRow> | undefined> => {
  const head = await readHead(path).catch(() => undefined);
  if (head === undefined) return undefined;
  const { compression, bytes } = head;
  const encoding = detectEncoding(bytes);
  const isXml = new TextDecoder(encoding).decode(bytes.subarray(0, 64)).trimStart().startsWith("<");
  return isXml ? rowsOf(path, { compression, encoding, isEncodingTold: true }) : undefined;
};
