/** Whatever may hide a semicolon: quoted text, quoted names, comments. Unclosed ones reach to the end. */
const token =
  /'(?:\\.|''|[^'\\])*(?:'|$)|"(?:\\.|""|[^"\\])*(?:"|$)|`(?:\\.|``|[^`\\])*(?:`|$)|--[^\n]*|#!?[ ][^\n]*|\/\*[\s\S]*?(?:\*\/|$)|;|[^'"`;\-#/]+|[\s\S]/g;

const isComment = (text: string): boolean => /^(?:--|\/\*|#!?[ ])/.test(text);

/** The statements of a SQL file, without the semicolons; parts of nothing but comments are left out. */
export const splitStatements = (sql: string): string[] => {
  const statements: string[] = [];
  let statement = "";
  let hasCode = false;
  const end = (): void => {
    if (hasCode) statements.push(statement.trim());
    statement = "";
    hasCode = false;
  };
  for (const [text] of sql.matchAll(token)) {
    if (text === ";") {
      end();
      continue;
    }
    statement += text;
    hasCode ||= !isComment(text) && text.trim() !== "";
  }
  end();
  return statements;
};
