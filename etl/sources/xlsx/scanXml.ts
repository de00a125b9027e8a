/** What is told of a document, in its order. Names come without their namespace prefix. */
export interface XmlEvents {
  /** `attributes` is the tag's raw text after its name; read it with `attributeOf`. */
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  readonly text?: (text: string) => void;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text as it was meant: the five entities of XML, numbered ones, and the `_x000D_` that Excel writes for control characters. */
export const decodeXml = (text: string): string =>
  (text.includes("&")
    ? text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return entities[name] ?? whole;
        const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
      })
    : text
  ).replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const patterns = new Map<string, RegExp>();
const patternOf = (name: string): RegExp => {
  const known = patterns.get(name) ?? new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, known);
  return known;
};

/** An attribute of a tag, without its prefix (`id` finds `r:id`). */
export const attributeOf = (attributes: string, name: string): string | undefined => {
  const found = patternOf(name).exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : decodeXml(value);
};

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

const skippedUntil = (rest: string): string | undefined =>
  rest.startsWith("<?") ? "?>" : rest.startsWith("<!--") ? "-->" : rest.startsWith("<![CDATA[") ? "]]>" : undefined;

/**
 * A scanner of XML as spreadsheets have it, fed piece by piece. It follows tags and text and nothing else: no document type
 * is read, so no entity can be declared, and nothing is kept but the piece that is not complete.
 */
export const createXmlScanner = (events: XmlEvents): ((chunk: string) => void) => {
  let rest = "";
  return (chunk) => {
    const text = rest + chunk;
    let at = 0;
    for (;;) {
      const start = text.indexOf("<", at);
      if (start < 0) break;
      const end = skippedUntil(text.slice(start, start + 9));
      const close = text.indexOf(end ?? ">", start);
      if (close < 0) break;
      if (start > at) events.text?.(decodeXml(text.slice(at, start)));
      if (end === "]]>") events.text?.(text.slice(start + 9, close));
      at = close + (end?.length ?? 1);
      if (end !== undefined || text[start + 1] === "!") continue;
      if (text[start + 1] === "/") {
        events.close(localName(text.slice(start + 2, close).trim()));
        continue;
      }
      const isEmpty = text[close - 1] === "/";
      const tag = text.slice(start + 1, isEmpty ? close - 1 : close);
      const space = tag.search(/\s/);
      const name = localName(space < 0 ? tag : tag.slice(0, space));
      events.open(name, space < 0 ? "" : tag.slice(space));
      if (isEmpty) events.close(name);
    }
    rest = text.slice(at);
  };
};
