import { basename } from "node:path";
import { detectEncoding } from "./detectFormat.ts";
import { explainTextFault } from "./explainTextFault.ts";
import { openBytes } from "./openBytes.ts";
import { readHead } from "./readHead.ts";
import { TextFault } from "./TextFault.ts";

/**
 * The whole text of a file whose beginning passes the test, whatever the file is called, compressed or not; undefined for
 * another, of which no more than the beginning is read.
 * @throws RefusedFile where text that passed is damaged further on
 */
export const readTextOf = async (path: string, isOfShape: (head: string) => boolean): Promise<string | undefined> => {
  // A file that cannot be opened or decompressed is refused, with its reason, when it is read as a table.
  const head = await readHead(path).catch(() => undefined);
  if (head === undefined) return undefined;
  const { compression, bytes } = head;
  const encoding = detectEncoding(bytes);
  // A byte order mark is dropped by the decoder; what is no text passes no test.
  if (!isOfShape(new TextDecoder(encoding).decode(bytes))) return undefined;
  const form = { compression, encoding, isEncodingTold: true };
  const parts: Buffer[] = [];
  try {
    for await (const part of openBytes(path, form, () => undefined)) parts.push(Buffer.from(part));
  } catch (error) {
    throw error instanceof TextFault ? await explainTextFault({ path, name: basename(path), form }, error) : error;
  }
  return new TextDecoder("utf-8").decode(Buffer.concat(parts));
};
