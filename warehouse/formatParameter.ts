import type { ParameterValue } from "./Warehouse.ts";

const escapeSequences: Record<string, string> = { "\t": "\\t", "\n": "\\n", "\r": "\\r", "'": "\\'", "\\": "\\\\" };
const escapeText = (text: string): string =>
  text.replace(/[\t\n\r'\\]/g, (character) => escapeSequences[character] ?? character);

/** A parameter as ClickHouse's HTTP interface reads it in `param_<name>`: escaped like a TSV field. */
export const formatParameter = (value: ParameterValue): string => {
  if (typeof value === "boolean") return value ? "1" : "0";
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "object") {
    return `[${value.map((item) => (typeof item === "string" ? `'${escapeText(item)}'` : String(item))).join(",")}]`;
  }
  return String(value);
};
