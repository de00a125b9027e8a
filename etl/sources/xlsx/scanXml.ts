import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";

/** What a document contains, in its order. Names come without their namespace prefix. */
export interface XmlEvents {
  /** Read attributes with `attributeOf`. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Text as it was meant: Excel writes control characters as `_x000D_`. */
const withoutEscapes = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** An attribute of a tag, whatever its prefix (`id` finds `r:id`). */
export const attributeOf = (attributes: Readonly<Record<string, string>>, name: string): string | undefined => {
  const value =
    attributes[name] ??
    Object.entries(attributes).find(([each]) => each.endsWith(`:${name}`) && !each.startsWith("xmlns"))?.[1];
  return value === undefined ? undefined : withoutEscapes(value);
};

const localName = (name: string): string => {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
};

/** XML that is broken, or that ends before it is complete. */
export class XmlFault extends Error {}

/**
 * A scanner of XML as spreadsheets have it, fed piece by piece; `end` when there is no more. No document type is followed, so no
 * entity can be declared.
 * @throws XmlFault, from `end` too: for a document that is cut short
 */
export const createXmlScanner = (events: XmlEvents): { write: (chunk: string) => void; end: () => void } => {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on("error", (error) => {
    // Control characters that XML does not know are what some programs write: they harm nothing.
    if (!/disallowed character/.test(error.message)) throw new XmlFault(error.message);
  });
  parser.on("opentag", ({ name, attributes }) => events.open(localName(name), attributes));
  parser.on("closetag", ({ name }) => events.close(localName(name)));
  const { text } = events;
  if (text !== undefined) {
    parser.on("text", (piece) => text(withoutEscapes(piece)));
    parser.on("cdata", text);
  }
  return { write: (chunk) => void parser.write(chunk), end: () => void parser.close() };
};

/**
 * A part of the container, as text, piece by piece.
 * @throws XmlFault where it cannot be unpacked
 */
export async function* partText(content: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8");
  const chunks: AsyncIterator<Buffer | string> = content[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { value, done } = await chunks.next().catch((cause: unknown) => {
        throw new XmlFault("a part cannot be unpacked", { cause });
      });
      if (done === true) return;
      yield decoder.decode(Buffer.isBuffer(value) ? value : Buffer.from(value), { stream: true });
    }
  } finally {
    content.destroy();
  }
}
