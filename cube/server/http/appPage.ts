import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

/** How long a page waits for what is put into it. Without it, it asks for itself. */
const patienceMilliseconds = 1000;

/** What the build says of each page: the files that its first sight needs, by its address. */
const pageFiles = z.record(z.string(), z.array(z.string()));

/** The built page, or nothing where none is built. */
const readBuilt = (file: string): Promise<string | undefined> =>
  readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });

const filesOf = async (folder: string, path: string): Promise<readonly string[]> => {
  const text = await readBuilt(join(folder, ".vite", "pages.json"));
  if (text === undefined) return [];
  // Some pages' addresses go on with a code.
  const [, first = ""] = path.split("/");
  return pageFiles.parse(JSON.parse(text))[`/${first}`] ?? [];
};

const linkTo = (file: string): string =>
  file.endsWith(".css")
    ? `<link rel="stylesheet" crossorigin href="/${file}">`
    : `<link rel="modulepreload" crossorigin href="/${file}">`;

/** JSON that no closing tag can end early. */
const dataBlock = (id: string, value: unknown): string =>
  `<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll("<", "\\u003c")}</script>`;

export interface PageData {
  readAbout(): Promise<unknown>;
  /** Who is signed in, or how to; undefined where there are no accounts. */
  readonly account: unknown;
}

/**
 * The page of an address with what is loaded in it and that page's files named: its questions leave with the first script, not
 * after two more rounds. Undefined where no dashboard is built.
 */
export const appPage = async (
  folder: string,
  path: string,
  { readAbout, account }: PageData,
): Promise<string | undefined> => {
  const built = await readBuilt(join(folder, "index.html"));
  if (built === undefined) return undefined;
  const [files, about] = await Promise.all([
    filesOf(folder, path),
    // Whoever opens the page is to see it, and what is the matter, even while the warehouse is away.
    Promise.race([readAbout().catch(() => undefined), sleep(patienceMilliseconds, undefined, { ref: false })]),
  ]);
  const blocks = Object.entries({ about, account }).filter(([, value]) => value !== undefined);
  const additions = [...files.map(linkTo), ...blocks.map(([id, value]) => dataBlock(id, value))];
  return built.replace("</head>", () => `${additions.join("")}</head>`);
};
