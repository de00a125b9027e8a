export interface SqlToken {
  kind: "word" | "quoted" | "string" | "punct" | "unterminated";
  text: string;
  /** Byte offsets: the text is Latin-1, one character for each byte. */
  start: number;
  end: number;
}

// Not \s: that takes the byte A0, which is the second half of "à", for a space.
const space = /[ \t\n\r\f\v]*/y;
const word = /[A-Za-z0-9_$\x80-\xff]+/y;
const heredoc = /\$([A-Za-z0-9_]*)\$/y;

function matchAt(pattern: RegExp, sql: string, position: number): RegExpExecArray | undefined {
  pattern.lastIndex = position;
  return pattern.exec(sql) ?? undefined;
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

function commentEnd(sql: string, position: number): number | undefined {
  const two = sql.slice(position, position + 2);
  if (two === "--" || two === "#!" || two === "# ") {
    const newline = sql.indexOf("\n", position);
    return newline < 0 ? sql.length : newline + 1;
  }
  if (two !== "/*") return undefined;
  const close = sql.indexOf("*/", position + 2);
  return close < 0 ? sql.length : close + 2;
}

/**
 * The tokens of a statement, comments left out, one by one so that data behind an INSERT is never looked at.
 * Takes Latin-1 text so that offsets are byte offsets into the request.
 */
export function* sqlTokens(sql: string): Generator<SqlToken, void> {
  let position = 0;
  while (position < sql.length) {
    position += matchAt(space, sql, position)?.[0].length ?? 0;
    if (position >= sql.length) return;
    const afterComment = commentEnd(sql, position);
    if (afterComment !== undefined) {
      position = afterComment;
      continue;
    }
    const token = readToken(sql, position);
    yield token;
    position = token.end;
  }
}

function readToken(sql: string, start: number): SqlToken {
  const character = sql.charAt(start);
  const token = (kind: SqlToken["kind"], end: number): SqlToken => ({ kind, text: sql.slice(start, end), start, end });
  if (character === "'" || character === '"' || character === "`") {
    const end = quoteEnd(sql, start);
    if (end === undefined) return token("unterminated", sql.length);
    return token(character === "'" ? "string" : "quoted", end);
  }
  const tag = matchAt(heredoc, sql, start)?.[0];
  if (tag) {
    const close = sql.indexOf(tag, start + tag.length);
    return close < 0 ? token("unterminated", sql.length) : token("string", close + tag.length);
  }
  const letters = matchAt(word, sql, start)?.[0];
  return letters ? token("word", start + letters.length) : token("punct", start + 1);
}
