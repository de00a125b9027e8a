/** A string as a ClickHouse literal. */
export const quoteString = (value: string): string => `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

/** A name as a ClickHouse identifier. */
export const quoteName = (name: string): string => `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;

/** Statements are parsed as Latin-1 so that offsets are bytes; this gives the text back. */
export const fromLatin1 = (text: string): string => Buffer.from(text, "latin1").toString("utf8");
