import type { Readable } from "node:stream";
import type { Sentence } from "../job.ts";
import type { RefusedFile } from "../RefusedFile.ts";
import { guessFont, guessLegacyBytes } from "./guessEncoding.ts";
import { encodingNames } from "./legacyEncodings.ts";
import { type ContentForm, openBytes } from "./openBytes.ts";
import { exportAgain, refuseSource } from "./refuseSource.ts";
import type { TextFault } from "./TextFault.ts";

export interface TextFile {
  readonly path: string;
  readonly name: string;
  readonly form: ContentForm;
}

const saveAsUtf8: Sentence = {
  vi: 'lưu lại tệp với bảng mã UTF-8 (Excel: "CSV UTF-8")',
  en: 'save the file as UTF-8 (Excel: "CSV UTF-8")',
};

/** Number of the line, from 1, that holds a byte of the text; a carriage return alone ends a line too. */
const lineAt = async (text: Readable, offset: number): Promise<number> => {
  let line = 1;
  let [at, last] = [0, 0];
  for await (const chunk of text) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    const end = Math.min(bytes.length, offset - at);
    for (let index = 0; index < end; index++) {
      const byte = bytes[index] ?? 0;
      if (byte === 13 || (byte === 10 && last !== 13)) line++;
      last = byte;
    }
    at += bytes.length;
    if (at >= offset) break;
  }
  return line;
};

const ofEncoding = (name: string, line: number, fault: TextFault): RefusedFile => {
  const encoding = guessLegacyBytes(fault.sample);
  const looks =
    encoding === undefined
      ? { vi: "", en: "" }
      : {
          vi: `, có vẻ là ${encodingNames[encoding]}`,
          en: `, it looks like ${encodingNames[encoding]}`,
        };
  return refuseSource(
    `Tệp ${name} không phải UTF-8 hay UTF-16 (từ dòng ${line})${looks.vi}`,
    `${name} is neither UTF-8 nor UTF-16 (from line ${line} on)${looks.en}`,
    encoding === undefined
      ? saveAsUtf8
      : {
          vi: `chạy lại với --encoding ${encoding}, hoặc ${saveAsUtf8.vi}`,
          en: `run again with --encoding ${encoding}, or ${saveAsUtf8.en}`,
        },
    fault,
  );
};

/** Text typed for a font of the time before Unicode. `place` says where, in both languages. */
export const refuseFontText = (name: string, place: Sentence, text: string, cause?: unknown): RefusedFile => {
  const encoding = guessFont(text) ?? "tcvn3";
  return refuseSource(
    `Chữ trong tệp ${name} (${place.vi}) được gõ theo bảng mã ${encodingNames[encoding]} của phông chữ cũ, không phải Unicode`,
    `The text of ${name} (${place.en}) was typed in ${encodingNames[encoding]} for an old font, not in Unicode`,
    {
      vi: `chạy lại với --encoding ${encoding}, hoặc chuyển mã sang Unicode rồi lưu lại; nếu chữ đúng là như vậy: --encoding utf-8`,
      en: `run again with --encoding ${encoding}, or convert the text to Unicode and save it; if it is right as it stands: --encoding utf-8`,
    },
    cause,
  );
};

/** JSON that ends before its last array or object does. */
export const refuseCutJson = (name: string, cause?: unknown): RefusedFile =>
  refuseSource(
    `Tệp JSON ${name} sai định dạng: bị cắt cụt, mảng hay đối tượng cuối chưa đóng`,
    `${name} has a wrong format: the JSON is cut short, its last array or object does not end`,
    exportAgain,
    cause,
  );

/** Records in an array, or in an object, of which another follows. `line` is where it begins. */
const refuseSeveral = (name: string, line: number, cause: unknown): RefusedFile =>
  refuseSource(
    `Tệp JSON ${name} có nhiều mảng bản ghi nối tiếp nhau (mảng thứ hai, hoặc đối tượng chứa nó, ở dòng ${line})`,
    `${name} has several arrays of records, one behind another (the second, or the object that it is in, in line ${line})`,
    {
      vi: "ghép các bản ghi vào một mảng, hoặc ghi mỗi bản ghi một dòng (NDJSON), hoặc tách thành nhiều tệp và nạp cùng nhau với --batch",
      en: "join the records in one array, or write one record per line (NDJSON), or make a file of each and load them together with --batch",
    },
    cause,
  );

/** What a fault that a stage found in a file's text means to the file's owner, with its line. */
export const explainTextFault = async ({ path, name, form }: TextFile, fault: TextFault): Promise<RefusedFile> => {
  const isOfEncoding = fault.kind === "not_utf8" || fault.kind === "font_text";
  const readAs = { ...form, ...(isOfEncoding ? { encoding: undefined } : { isEncodingTold: true }) };
  const line = await lineAt(
    openBytes(path, readAs, () => undefined),
    fault.offset,
  );
  if (fault.kind === "json_goes_on") return refuseSeveral(name, line, fault);
  const correct = {
    vi: `đóng hoặc bỏ dấu ngoặc kép ở dòng ${line}, hoặc xuất lại tệp từ phần mềm nguồn`,
    en: `close or remove the quote in line ${line}, or export the file again from its source`,
  };
  switch (fault.kind) {
    case "not_utf8":
      return ofEncoding(name, line, fault);
    case "font_text":
      return refuseFontText(
        name,
        { vi: `từ dòng ${line}`, en: `from line ${line} on` },
        fault.sample.toString("utf8"),
        fault,
      );
    case "unclosed_quote":
      return refuseSource(
        `Tệp ${name} sai định dạng: dấu ngoặc kép mở ở dòng ${line} không được đóng và nuốt phần còn lại của tệp (hoặc tệp bị cắt cụt)`,
        `${name} has a wrong format: the quote opened in line ${line} is never closed and swallows the rest of the file (or the file is cut short)`,
        correct,
        fault,
      );
    case "swallowed_rows":
      return refuseSource(
        `Tệp ${name} sai định dạng: dấu ngoặc kép mở ở dòng ${line} nuốt các dòng sau nó vào một ô`,
        `${name} has a wrong format: the quote opened in line ${line} swallows the rows below it into one cell`,
        correct,
        fault,
      );
    case "text_after_quote":
      return refuseSource(
        `Tệp ${name} sai định dạng: dấu ngoặc kép mở ở dòng ${line} không được đóng đúng chỗ, sau dấu đóng còn chữ`,
        `${name} has a wrong format: the quote opened in line ${line} is not closed where it should be, text follows the closing quote`,
        correct,
        fault,
      );
  }
};
