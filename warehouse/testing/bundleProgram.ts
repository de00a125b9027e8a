import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "vite";

const root = join(import.meta.dirname, "../..");

/** Each module finds files and packages from where its source lies. */
const ownPlaces: Plugin = {
  name: "own-places",
  enforce: "pre",
  transform: (code, id) =>
    code
      .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href))
      .replaceAll("import.meta.dirname", JSON.stringify(dirname(id))),
};

/**
 * Writes a program of the product as one file, for tests that start it many times: to read its sources one by one takes four to six
 * times the processor time.
 * @param entry its main file, from the product's root
 */
export const bundleProgram = async (entry: string, folder: string, name: string): Promise<void> => {
  await build({
    configFile: false,
    logLevel: "error",
    root,
    plugins: [ownPlaces],
    ssr: { noExternal: true },
    build: {
      ssr: join(root, entry),
      outDir: folder,
      emptyOutDir: false,
      target: "node20",
      rolldownOptions: { output: { entryFileNames: name } },
    },
  });
};
