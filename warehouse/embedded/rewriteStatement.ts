import type { DataInsert, WholeStatement } from "./parseStatement.ts";
import { fromLatin1, quoteString } from "./sqlText.ts";
import { sqlTokens } from "./sqlTokens.ts";

/** Compression of the data behind a pipe or file, by ClickHouse's name. */
export type SourceCompression = "none" | "lz4";

/**
 * `SELECT …` whose formatted result goes to a file or named pipe. The engine's own streaming reader
 * formats every chunk as a document of its own, which breaks JSON and Parquet; a file is one document.
 */
export function selectIntoFile(text: string, statement: WholeStatement, format: string, file: string): string {
  const outfile = `\nINTO OUTFILE ${quoteString(file)} APPEND`;
  if (statement.format) {
    const { start } = statement.format;
    return `${fromLatin1(text.slice(0, start))}${outfile} ${fromLatin1(text.slice(start, statement.end))}`;
  }
  return `${fromLatin1(text.slice(0, statement.end))}${outfile} FORMAT ${format}`;
}

/**
 * An INSERT that reads its data from a file or named pipe. With `input('structure')` the call becomes
 * `file(…)`: the engine's own `input()` answers success over inline data and stores nothing.
 */
export function insertFromFile(text: string, insert: DataInsert, file: string, compression: SourceCompression): string {
  const { input, formatClause, sourceAt } = insert;
  if (input) {
    const call = `file(${quoteString(file)}, ${quoteString(insert.format)}, ${fromLatin1(input.structure)}, ${quoteString(compression)})`;
    return `${fromLatin1(text.slice(0, input.start))}${call}${fromLatin1(text.slice(input.end, formatClause.start))}`;
  }
  const infile = `\nFROM INFILE ${quoteString(file)} COMPRESSION ${quoteString(compression)}\n`;
  const settings = text.slice(sourceAt, formatClause.start);
  return `${fromLatin1(text.slice(0, sourceAt))}${infile}${fromLatin1(settings)} FORMAT ${insert.format}`;
}

/**
 * `KILL QUERY` where `query_id = '…'` also finds the id the client gave, which the engine knows only as
 * the statement's `log_comment`. SYNC is dropped: the engine would wait for ever for its own list to shrink.
 * @returns the statement, and the ids it names.
 */
export function rewriteKill(text: string, statement: WholeStatement): { sql: string; queryIds: string[] } {
  const tokens = [...sqlTokens(text.slice(0, statement.end))];
  const queryIds: string[] = [];
  let sql = "";
  let copied = 0;
  tokens.forEach((token, at) => {
    const [equals, literal] = [tokens[at + 1], tokens[at + 2]];
    const isColumn = token.kind !== "string" && /^[`"]?query_id[`"]?$/.test(token.text);
    if (isColumn && equals?.text === "=" && literal?.kind === "string") {
      const value = fromLatin1(literal.text);
      queryIds.push(unquote(value));
      sql += `${fromLatin1(text.slice(copied, token.start))}has([query_id, ${CLIENT_QUERY_ID}], ${value})`;
      copied = literal.end;
    } else if (token.kind === "word" && token.text.toUpperCase() === "SYNC") {
      sql += fromLatin1(text.slice(copied, token.start));
      copied = token.end;
    }
  });
  return { sql: sql + fromLatin1(text.slice(copied, statement.end)), queryIds };
}

/** The client's query id as an expression over `system.processes`. */
export const CLIENT_QUERY_ID = "splitByChar('\\n', Settings['log_comment'])[1]";

const unquote = (literal: string): string => literal.slice(1, -1).replace(/\\(.)/gs, "$1").replaceAll("''", "'");
