export interface SqlToken {
  /** invalid: bytes that begin no token of ClickHouse's, which no statement can hold outside of quotes. */
  kind: "word" | "quoted" | "string" | "punct" | "unterminated" | "invalid";
  text: string;
  /** Byte offsets: the text is Latin-1, one character for each byte. */
  start: number;
  end: number;
}

// Blanks as ClickHouse's lexer knows them, in UTF-8 too, so that text copied from an office document runs. Not \s: that
// takes the byte A0, which is the second half of "à", for a space.
const utf8Space =
  /(?:[ \t\n\r\f\v]|\xc2[\x85\xa0]|\xe1\xa0\x8e|\xe2\x80[\x80-\x8b\xa8\xa9\xaf]|\xe2\x81[\x9f\xa0]|\xe3\x80\x80|\xef\xbb\xbf)+/y;
const utf8Invalid = /[\x80-\xff]+/y;
const heredoc = /\$([A-Za-z0-9_]*)\$/y;

// What a byte may begin. A statement may hold hundreds of thousands of tokens, and nobody else is served while it is
// cut up: a table by the byte's number is far faster than an expression at each position.
const SPACE = 1;
const WORD = 2;
const PUNCT = 3;
const QUOTE = 4;
const HIGH = 5;
const classOf = new Uint8Array(256);
const classify = (characters: string, value: number): void => {
  for (const character of characters) classOf[character.charCodeAt(0)] = value;
};
classify(" \t\n\r\f\v", SPACE);
classify("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_$", WORD);
classify("()[]{}<>=,;.:?*+-/%|!@^#", PUNCT);
classify("'\"`", QUOTE);
classOf.fill(HIGH, 128);

const officeQuotes = [
  ["\xe2\x80\x98", "\xe2\x80\x99", "string"],
  ["\xe2\x80\x9c", "\xe2\x80\x9d", "quoted"],
] as const;

const [dash, slash, hash, star, bang, space, dollar] = ["-", "/", "#", "*", "!", " ", "$"].map((c) => c.charCodeAt(0));

function matchAt(pattern: RegExp, sql: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(sql)?.[0];
}

/** Where the quote opened at `start` closes (past it), or undefined. Backslashes escape; a doubled quote is one. */
function quoteEnd(sql: string, start: number): number | undefined {
  const quote = sql[start];
  for (let position = start + 1; position < sql.length; position++) {
    const character = sql[position];
    if (character === "\\") position++;
    else if (character === quote) {
      if (sql[position + 1] !== quote) return position + 1;
      position++;
    }
  }
  return undefined;
}

/** The end of the comment that begins at `position`, or undefined where none does. */
function commentEnd(sql: string, position: number): number | undefined {
  const first = sql.charCodeAt(position);
  if (first !== dash && first !== hash && first !== slash) return undefined;
  const second = sql.charCodeAt(position + 1);
  if (first === slash) {
    if (second !== star) return undefined;
    const close = sql.indexOf("*/", position + 2);
    return close < 0 ? sql.length : close + 2;
  }
  if (first === dash ? second !== dash : second !== bang && second !== space) return undefined;
  const newline = sql.indexOf("\n", position);
  return newline < 0 ? sql.length : newline + 1;
}

/**
 * The tokens of a statement, comments left out, one by one so that data behind an INSERT is never looked at.
 * Takes Latin-1 text so that offsets are byte offsets into the request.
 */
export function* sqlTokens(sql: string): Generator<SqlToken, void> {
  let position = 0;
  for (;;) {
    const token = nextToken(sql, position);
    if (!token) return;
    yield token;
    position = token.end;
  }
}

/** The first token at or behind `position`. */
export function nextToken(sql: string, position: number): SqlToken | undefined {
  let at = position;
  while (at < sql.length) {
    const kind = classOf[sql.charCodeAt(at)];
    if (kind === SPACE) at++;
    else if (kind === HIGH) {
      const blanks = matchAt(utf8Space, sql, at);
      if (!blanks) break;
      at += blanks.length;
    } else {
      const afterComment = commentEnd(sql, at);
      if (afterComment === undefined) break;
      at = afterComment;
    }
  }
  return at < sql.length ? readToken(sql, at) : undefined;
}

// Not a closure of its caller: one made for each token would cost more than the token.
const tokenOf = (sql: string, kind: SqlToken["kind"], start: number, end: number): SqlToken => ({
  kind,
  text: sql.slice(start, end),
  start,
  end,
});

function readToken(sql: string, start: number): SqlToken {
  const code = sql.charCodeAt(start);
  switch (classOf[code]) {
    case WORD: {
      if (code === dollar) {
        const tag = matchAt(heredoc, sql, start);
        if (tag) {
          const close = sql.indexOf(tag, start + tag.length);
          return close < 0
            ? tokenOf(sql, "unterminated", start, sql.length)
            : tokenOf(sql, "string", start, close + tag.length);
        }
      }
      let end = start + 1;
      while (classOf[sql.charCodeAt(end)] === WORD) end++;
      return tokenOf(sql, "word", start, end);
    }
    case PUNCT:
      return tokenOf(sql, "punct", start, start + 1);
    case QUOTE: {
      const end = quoteEnd(sql, start);
      if (end === undefined) return tokenOf(sql, "unterminated", start, sql.length);
      return tokenOf(sql, sql[start] === "'" ? "string" : "quoted", start, end);
    }
    case HIGH:
      return readHigh(sql, start);
    default:
      return tokenOf(sql, "invalid", start, start + 1);
  }
}

/** Office documents' quotes and minus; nothing else beyond ASCII stands outside of quotes. */
function readHigh(sql: string, start: number): SqlToken {
  const three = sql.slice(start, start + 3);
  if (three === "\xe2\x88\x92") return tokenOf(sql, "punct", start, start + 3);
  for (const [open, close, kind] of officeQuotes) {
    if (three !== open) continue;
    const end = sql.indexOf(close, start + 3);
    return end < 0 ? tokenOf(sql, "unterminated", start, sql.length) : tokenOf(sql, kind, start, end + 3);
  }
  return tokenOf(sql, "invalid", start, start + (matchAt(utf8Invalid, sql, start)?.length ?? 1));
}
