import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin, Rollup } from "vite";

const root = import.meta.dirname;
const record = /path: "(?<path>\/[^"]*)"[^}]*?import\("\.\/(?<file>[^"]+)"\)/g;

/** Addresses of the pages and the file of each, as pages/pages.ts has them; it cannot be run here, where nothing is built. */
const readPages = (): { path: string; file: string }[] =>
  [...readFileSync(join(root, "pages/pages.ts"), "utf8").matchAll(record)].map(({ groups }) => ({
    path: groups?.path ?? "",
    file: join(root, "pages", groups?.file ?? ""),
  }));

/** A chunk and what it imports, with their styles. */
function withImports(bundle: Rollup.OutputBundle, name: string, found = new Set<string>()): Set<string> {
  const chunk = bundle[name];
  if (found.has(name) || chunk?.type !== "chunk") return found;
  found.add(name);
  for (const file of chunk.viteMetadata?.importedCss ?? []) found.add(file);
  for (const imported of chunk.imports) withImports(bundle, imported, found);
  return found;
}

/**
 * Names the fonts in the page's head, and writes .vite/pages.json: the files that each page needs for its first sight beside
 * those of the entry, by its address. The server names them in the page too, so that the browser need not find one after another.
 */
export const pageFiles = (): Plugin => ({
  name: "page-files",
  apply: "build",
  // Every page is written in these fonts: text that waits for its style to name them would move when they come.
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => file.endsWith(".woff2"))
        .map((file) => ({
          tag: "link",
          attrs: { rel: "preload", as: "font", type: "font/woff2", crossorigin: "", href: `/${file}` },
          injectTo: "head" as const,
        })),
  },
  generateBundle: {
    order: "post",
    handler(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
      const entry = chunks.find(({ isEntry }) => isEntry);
      const ofEntry = entry ? withImports(bundle, entry.fileName) : new Set<string>();
      const files = readPages().map(({ path, file }) => {
        const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId === file);
        if (!chunk) throw new Error(`The page ${path} has no chunk of its own: ${file}`);
        return [path, [...withImports(bundle, chunk.fileName)].filter((name) => !ofEntry.has(name))] as const;
      });
      this.emitFile({ type: "asset", fileName: ".vite/pages.json", source: JSON.stringify(Object.fromEntries(files)) });
    },
  },
});
