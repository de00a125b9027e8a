import { ClickHouseError } from "./clickHouseError.ts";
import { fromLatin1 } from "./sqlText.ts";
import { nextToken, type SqlToken, sqlTokens } from "./sqlTokens.ts";

/** As much of an unreadable token as an error shows: what follows may be data. */
const MAX_SHOWN = 20;

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
}

export type Statement = { kind: "incomplete" } | DataInsert | WholeStatement;

// Asked of each of what may be hundreds of thousands of tokens: most of them differ in length.
const isWord = (token: SqlToken | undefined, word: string): boolean =>
  token?.kind === "word" && token.text.length === word.length && token.text.toUpperCase() === word;
const isOneOf = (token: SqlToken | undefined, words: ReadonlySet<string>): boolean =>
  token?.kind === "word" && words.has(token.text.toUpperCase());
const isPunct = (token: SqlToken | undefined, text: string): boolean => token?.kind === "punct" && token.text === text;
const isSelectStart = (token: SqlToken): boolean => isWord(token, "SELECT") || isWord(token, "WITH");
const isName = (token: SqlToken | undefined): token is SqlToken => token?.kind === "word" || token?.kind === "quoted";

const expressionStarts = new Set(["SELECT", "DISTINCT", "BY", "AS", "WHERE", "AND", "OR", "NOT", "ON", "WITH"]);

// After one of these, FORMAT is a column or an alias and not the clause.
const startsExpression = (token: SqlToken | undefined): boolean =>
  token === undefined ||
  (token.kind === "punct" && token.text !== ")" && token.text !== "]" && token.text !== "*" && token.text !== "}") ||
  isOneOf(token, expressionStarts);

const isFormatClause = (before: SqlToken | undefined, clause: SqlToken, name: SqlToken): boolean =>
  name.kind === "word" && isWord(clause, "FORMAT") && !startsExpression(before);

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

/** `input('structure')`, if the last four tokens are one. `before` stands in front of them. */
function inputCall(before: SqlToken | undefined, last: readonly SqlToken[]): DataInsert["input"] {
  const [call, open, argument, close] = last;
  if (!call || !close || argument?.kind !== "string" || isPunct(before, ".")) return undefined;
  if (!isWord(call, "INPUT") || !isPunct(open, "(") || !isPunct(close, ")")) return undefined;
  return { start: call.start, end: close.end, structure: argument.text };
}

function parseInsert(text: string, atEnd: boolean): DataInsert | "incomplete" | "whole" {
  // As many tokens as the target may have; of the rest, which may be very many, only the last few are looked at.
  const head: SqlToken[] = [];
  const recent: SqlToken[] = [];
  let depth = 0;
  let sourceAt: number | undefined;
  let isSelect = false;
  let target = 0;
  let at = -1;
  let input: DataInsert["input"];
  for (const token of sqlTokens(text)) {
    at++;
    recent.push(token);
    if (recent.length > 64) recent.splice(0, 56);
    const previous = recent.at(-2);
    if (token.kind === "unterminated") return atEnd ? "whole" : "incomplete";
    // A word touching the end of what has arrived may go on in the next piece.
    if (!atEnd && token.end === text.length && token.kind === "word") return "incomplete";
    if (isPunct(token, "(") || isPunct(token, "[")) depth++;
    else if (isPunct(token, ")") || isPunct(token, "]")) {
      depth--;
      input ??= inputCall(recent.at(-5), recent.slice(-4));
    }
    // A point behind the name makes it longer; further on it is settled.
    if (at <= target + 1) {
      head.push(token);
      target = afterTarget(head);
    }
    if (at < target || depth > 0) {
      // A select in parentheses behind the target, in place of the list of columns.
      if (depth === 1 && isPunct(previous, "(") && isSelectStart(token)) isSelect = true;
      continue;
    }
    if (isSelectStart(token)) isSelect = true;
    if (!isSelect) {
      if (isWord(token, "INFILE") && isWord(previous, "FROM"))
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
    if (token.kind !== "word" || !previous || !isWord(previous, "FORMAT")) continue;
    const found = {
      kind: "dataInsert",
      format: token.text,
      sourceAt: sourceAt ?? previous.start,
      formatClause: { start: previous.start, end: token.end },
      dataStart: skipToData(text, token.end),
    } as const;
    if (!isSelect) return found;
    if (input && isFormatClause(recent.at(-3), previous, token)) return { ...found, input };
  }
  return atEnd ? "whole" : "incomplete";
}

// The engine takes these for commands of a terminal, answers success and has run nothing; `\i` would read a file.
const terminalWords = new Set(["exit", "quit", "logout", "q"]);
const cannotBegin = /^[^\w([{*+-]/;

const unreadable = ({ text, start }: SqlToken): ClickHouseError =>
  new ClickHouseError(
    62,
    "SYNTAX_ERROR",
    `Syntax error: failed at position ${start + 1} (${fromLatin1(text.slice(0, MAX_SHOWN)).trim()}). A statement begins with a word such as SELECT or INSERT`,
  );

/**
 * Refuses what the engine would answer with success without having looked at it.
 * @param first up to two tokens from the start
 * @throws ClickHouseError SYNTAX_ERROR
 */
function refuseUnreadable([first, second]: readonly SqlToken[]): void {
  if (first === undefined) throw new ClickHouseError(62, "SYNTAX_ERROR", "Syntax error: Empty query");
  const isCommand = first.kind === "word" && second === undefined && terminalWords.has(first.text);
  const isUnfit = first.kind === "unterminated" || (first.kind === "punct" && cannotBegin.test(first.text));
  if (isCommand || isUnfit) throw unreadable(first);
}

function parseWhole(text: string): WholeStatement {
  const firsts: SqlToken[] = [];
  let verb = "";
  let isClosed = false;
  let isInsert = false;
  let end = 0;
  // The last FORMAT clause, if nothing but SETTINGS follows it.
  let format: WholeStatement["format"];
  let behindFormat: SqlToken | undefined;
  let [last, beforeLast]: (SqlToken | undefined)[] = [];
  // One pass that keeps nothing: a statement may hold a list of hundreds of thousands of values.
  for (const token of sqlTokens(text)) {
    if (isPunct(token, ";")) {
      isClosed = true;
      continue;
    }
    if (isClosed) throw new ClickHouseError(62, "SYNTAX_ERROR", "Syntax error (Multi-statements are not allowed).");
    if (token.kind === "invalid") throw unreadable(token);
    if (firsts.length < 2) firsts.push(token);
    if (verb === "" && !isPunct(token, "(")) verb = token.text.toUpperCase();
    if (last && isFormatClause(beforeLast, last, token)) {
      format = { start: last.start, end: token.end, name: token.text };
      behindFormat = undefined;
    } else if (format) behindFormat ??= token;
    if (isWord(token, "OUTFILE") && isWord(last, "INTO"))
      throw new ClickHouseError(358, "INTO_OUTFILE_NOT_ALLOWED", "INTO OUTFILE is not allowed");
    if (isWord(token, "INTO") && isWord(last, "INSERT")) isInsert = true;
    end = token.end;
    [last, beforeLast] = [token, last];
  }
  refuseUnreadable(firsts);
  if (behindFormat && !isWord(behindFormat, "SETTINGS")) format = undefined;
  const whole = { verb, end, ...(format && { format }) };
  if (verb === "INSERT" || (verb === "WITH" && isInsert)) return { kind: "insert", ...whole };
  if (verb === "SELECT" || verb === "WITH" || verb === "FROM") return { kind: "rows", ...whole };
  return { kind: verb === "KILL" ? "kill" : "other", ...whole };
}

/**
 * Finds out what a statement is and where its parts are, from the bytes that have arrived so far
 * (Latin-1, so that offsets are byte offsets). Only an INSERT can be known before its end.
 */
export function parseStatement(text: string, atEnd: boolean): Statement {
  const first = nextToken(text, 0);
  if (first && isWord(first, "INSERT") && (atEnd || first.end < text.length)) {
    const insert = parseInsert(text, atEnd);
    if (insert === "incomplete") return { kind: "incomplete" };
    if (insert !== "whole") return insert;
  }
  return atEnd ? parseWhole(text) : { kind: "incomplete" };
}
