import { ClickHouseError } from "./clickHouseError.ts";
import { type SqlToken, sqlTokens } from "./sqlTokens.ts";

interface Span {
  start: number;
  end: number;
}

/** `INSERT … FORMAT X` or `INSERT … VALUES`: everything from `dataStart` on is data. */
export interface DataInsert {
  kind: "dataInsert";
  format: string;
  /** Where `FROM INFILE` goes: before SETTINGS, FORMAT or VALUES. */
  sourceAt: number;
  /** The `FORMAT X` or `VALUES` clause itself. */
  formatClause: Span;
  dataStart: number;
  /** `INSERT … SELECT … FROM input('structure')`: the call, and its argument as written. */
  input?: Span & { structure: string };
}

export interface WholeStatement {
  /** rows: a SELECT, streamed; insert: writes without data of its own; kill: KILL QUERY; other: the rest, small results. */
  kind: "rows" | "insert" | "kill" | "other";
  /** Upper-case first word, e.g. SHOW. */
  verb: string;
  /** End of the statement without the closing semicolon and comments. */
  end: number;
  /** A trailing `FORMAT X`. */
  format?: Span & { name: string };
  tokens: readonly SqlToken[];
}

export type Statement = { kind: "incomplete" } | DataInsert | WholeStatement;

const isWord = (token: SqlToken | undefined, ...words: string[]): boolean =>
  token?.kind === "word" && words.includes(token.text.toUpperCase());
const isPunct = (token: SqlToken | undefined, text: string): boolean => token?.kind === "punct" && token.text === text;
const isName = (token: SqlToken | undefined): token is SqlToken => token?.kind === "word" || token?.kind === "quoted";

// After one of these, FORMAT is a column or an alias and not the clause.
const startsExpression = (token: SqlToken | undefined): boolean =>
  token === undefined ||
  (token.kind === "punct" && token.text !== ")" && token.text !== "]" && token.text !== "*" && token.text !== "}") ||
  isWord(token, "SELECT", "DISTINCT", "BY", "AS", "WHERE", "AND", "OR", "NOT", "ON", "WITH");

const isFormatClause = (tokens: readonly SqlToken[], at: number): boolean =>
  isWord(tokens[at], "FORMAT") && tokens[at + 1]?.kind === "word" && !startsExpression(tokens[at - 1]);

/** As the server skips it: blanks, then one line end. */
function skipToData(text: string, position: number): number {
  const blanks = /[ \t\f]*\r?\n?/y;
  blanks.lastIndex = position;
  return position + (blanks.exec(text)?.[0].length ?? 0);
}

/** Index of the first token behind `INSERT INTO [TABLE] [FUNCTION f(…) | name[.name]]`. */
function afterTarget(tokens: readonly SqlToken[]): number {
  let at = isWord(tokens[1], "INTO") ? 2 : 1;
  if (isWord(tokens[at], "TABLE") && (isName(tokens[at + 1]) || isWord(tokens[at + 1], "FUNCTION"))) at++;
  if (isWord(tokens[at], "FUNCTION") && isName(tokens[at + 1])) return at + 2;
  at++;
  while (isPunct(tokens[at], ".")) at += 2;
  return at;
}

function inputCall(tokens: readonly SqlToken[]): (Span & { structure: string; last: number }) | undefined {
  const at = tokens.findIndex(
    (token, index) => isWord(token, "INPUT") && isPunct(tokens[index + 1], "(") && !isPunct(tokens[index - 1], "."),
  );
  const [call, argument, close] = [tokens[at], tokens[at + 2], tokens[at + 3]];
  if (call === undefined || argument?.kind !== "string" || !close || !isPunct(close, ")")) return undefined;
  return { start: call.start, end: close.end, structure: argument.text, last: at + 3 };
}

function parseInsert(text: string, atEnd: boolean): DataInsert | "incomplete" | "whole" {
  const tokens: SqlToken[] = [];
  let depth = 0;
  let sourceAt: number | undefined;
  let isSelect = false;
  for (const token of sqlTokens(text)) {
    tokens.push(token);
    if (token.kind === "unterminated") return atEnd ? "whole" : "incomplete";
    // A word touching the end of what has arrived may go on in the next piece.
    if (!atEnd && token.end === text.length && token.kind === "word") return "incomplete";
    if (isPunct(token, "(") || isPunct(token, "[")) depth++;
    else if (isPunct(token, ")") || isPunct(token, "]")) depth--;
    const at = tokens.length - 1;
    if (at < afterTarget(tokens) || depth > 0) {
      // A select in parentheses behind the target, in place of the list of columns.
      if (depth === 1 && isPunct(tokens[at - 1], "(") && isWord(token, "SELECT", "WITH")) isSelect = true;
      continue;
    }
    if (isWord(token, "SELECT", "WITH")) isSelect = true;
    if (!isSelect) {
      if (isWord(token, "INFILE") && isWord(tokens[at - 1], "FROM"))
        throw new ClickHouseError(78, "UNKNOWN_TYPE_OF_QUERY", "Query has infile and was send directly to server.");
      if (isWord(token, "SETTINGS")) sourceAt ??= token.start;
      if (isWord(token, "VALUES"))
        return {
          kind: "dataInsert",
          format: "Values",
          sourceAt: sourceAt ?? token.start,
          formatClause: { start: token.start, end: token.end },
          dataStart: token.end,
        };
    }
    if (token.kind !== "word" || !isWord(tokens[at - 1], "FORMAT")) continue;
    const clause = tokens[at - 1];
    if (!clause) continue;
    const found = {
      kind: "dataInsert",
      format: token.text,
      sourceAt: sourceAt ?? clause.start,
      formatClause: { start: clause.start, end: token.end },
      dataStart: skipToData(text, token.end),
    } as const;
    if (!isSelect) return found;
    const input = inputCall(tokens);
    if (input && at - 1 > input.last && isFormatClause(tokens, at - 1)) return { ...found, input };
  }
  return atEnd ? "whole" : "incomplete";
}

function trailingFormat(tokens: readonly SqlToken[]): WholeStatement["format"] {
  for (let at = tokens.length - 2; at > 0; at--) {
    if (!isFormatClause(tokens, at)) continue;
    const rest = tokens[at + 2];
    const name = tokens[at + 1];
    const clause = tokens[at];
    if ((rest !== undefined && !isWord(rest, "SETTINGS")) || !name || !clause) return undefined;
    return { start: clause.start, end: name.end, name: name.text };
  }
  return undefined;
}

function parseWhole(text: string): WholeStatement {
  const all = [...sqlTokens(text)];
  const semicolon = all.findIndex((token) => isPunct(token, ";"));
  const tokens = semicolon < 0 ? all : all.slice(0, semicolon);
  if (semicolon >= 0 && all.slice(semicolon).some((token) => !isPunct(token, ";")))
    throw new ClickHouseError(62, "SYNTAX_ERROR", "Syntax error (Multi-statements are not allowed).");
  const verb = (tokens.find((token) => !isPunct(token, "("))?.text ?? "").toUpperCase();
  const format = trailingFormat(tokens);
  const whole = { verb, end: tokens.at(-1)?.end ?? 0, tokens, ...(format && { format }) };
  const isQuery = verb === "SELECT" || verb === "WITH" || verb === "FROM";
  if (
    verb === "INSERT" ||
    (verb === "WITH" && tokens.some((token, at) => isWord(token, "INSERT") && isWord(tokens[at + 1], "INTO")))
  )
    return { kind: "insert", ...whole };
  if (isQuery && tokens.some((token, at) => isWord(token, "INTO") && isWord(tokens[at + 1], "OUTFILE")))
    throw new ClickHouseError(358, "INTO_OUTFILE_NOT_ALLOWED", "INTO OUTFILE is not allowed");
  if (isQuery) return { kind: "rows", ...whole };
  return { kind: verb === "KILL" ? "kill" : "other", ...whole };
}

/**
 * Finds out what a statement is and where its parts are, from the bytes that have arrived so far
 * (Latin-1, so that offsets are byte offsets). Only an INSERT can be known before its end.
 */
export function parseStatement(text: string, atEnd: boolean): Statement {
  const first = sqlTokens(text).next().value;
  if (first && isWord(first, "INSERT") && (atEnd || first.end < text.length)) {
    const insert = parseInsert(text, atEnd);
    if (insert === "incomplete") return { kind: "incomplete" };
    if (insert !== "whole") return insert;
  }
  return atEnd ? parseWhole(text) : { kind: "incomplete" };
}
