import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { engineFiles } from "./engineFiles.ts";

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** A folder by the name it was given and by the one the engine resolves it to. */
const namesOf = (folder: string): string[] => {
  try {
    return [...new Set([resolve(folder), realpathSync(folder)])];
  } catch {
    return [resolve(folder)];
  }
};

/**
 * Takes this machine's paths out of an error's text, and what we added to the statement with them: a reader's mistake
 * tells nothing about the server.
 */
export function redactPaths(dataDir: string): (text: string) => string {
  const pipes = namesOf(engineFiles(dataDir).pipes).map(escaped).join("|");
  const folders = [...namesOf(dataDir), ...namesOf(process.cwd())]
    .filter((folder) => folder.length > 1)
    .map((folder) => `${escaped(folder)}\\/?`)
    .join("|");
  const added = new RegExp(
    `\\s*(?:INTO OUTFILE|FROM INFILE) \\\\?'(?:${pipes})\\/[\\w-]+\\\\?' (?:APPEND|COMPRESSION \\\\?'\\w+\\\\?')\\s*`,
    "g",
  );
  const named = new RegExp(`(?:\\(in file\\/uri (?:${pipes})\\/[\\w-]+\\)|(?:${pipes})\\/[\\w-]+)`, "g");
  const left = new RegExp(folders, "g");
  return (text) => text.replace(added, " ").replace(named, "(in the data that was sent)").replace(left, "");
}
