export interface SeparatedHeader {
  readonly delimiter: "," | ";" | "\t";
  readonly headers: readonly string[];
  /** Lines before the first data line: blank ones and the header itself. */
  readonly skippedLines: number;
}

const splitLine = (line: string, delimiter: string): string[] => {
  const fields: string[] = [];
  let field = "";
  let isQuoted = false;
  for (let index = 0; index < line.length; index++) {
    const character = line[index];
    if (isQuoted && character === '"' && line[index + 1] === '"') {
      field += '"';
      index++;
    } else if (character === '"') isQuoted = !isQuoted;
    else if (character === delimiter && !isQuoted) {
      fields.push(field);
      field = "";
    } else field += character;
  }
  return [...fields, field].map((name) => name.trim());
};

/** The first line with text is the header; its commonest separator outside quotes is the file's. Undefined: no such line. */
export const parseSeparatedHeader = (head: string): SeparatedHeader | undefined => {
  const lines = head.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const index = lines.findIndex((line) => line.replace(/[,;\t"\s]/g, "") !== "");
  const line = lines[index];
  if (line === undefined) return undefined;
  const candidates = ([",", ";", "\t"] as const).map((delimiter) => ({
    delimiter,
    headers: splitLine(line, delimiter),
    skippedLines: index + 1,
  }));
  return candidates.reduce((best, one) => (one.headers.length > best.headers.length ? one : best));
};
