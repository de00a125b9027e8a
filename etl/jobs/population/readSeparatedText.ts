import { open, readFile } from "node:fs/promises";

/** Cells of separated text, trimmed, line by line; quoted cells may hold separators, quotes and line breaks. Empty lines are left out. */
export const parseSeparatedText = (text: string, delimiter: string): string[][] => {
  const rows: string[][] = [];
  let [row, cell, isQuoted]: [string[], string, boolean] = [[], "", false];
  const endCell = (): void => {
    row.push(cell.trim());
    cell = "";
  };
  const endRow = (): void => {
    endCell();
    if (row.some((each) => each !== "")) rows.push(row);
    row = [];
  };
  const source = text.replace(/^\uFEFF/, "");
  for (let index = 0; index < source.length; index++) {
    const character = source.charAt(index);
    if (isQuoted && character === '"' && source[index + 1] === '"') {
      cell += '"';
      index++;
    } else if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) cell += character;
    else if (character === delimiter) endCell();
    else if (character === "\n") endRow();
    else if (character !== "\r") cell += character;
  }
  endRow();
  return rows;
};

const headBytes = 2048;

/** The whole text of a file whose beginning passes the test; undefined for another, of which no more than the beginning is read. */
export const readTextOf = async (path: string, isOfShape: (head: string) => boolean): Promise<string | undefined> => {
  if (!path.endsWith(".csv")) return undefined;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    if (!isOfShape(buffer.subarray(0, bytesRead).toString("utf8"))) return undefined;
  } finally {
    await file.close();
  }
  return readFile(path, "utf8");
};
