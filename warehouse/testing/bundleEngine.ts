import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import { programVariable } from "../embedded/startEmbedded.ts";

const root = join(import.meta.dirname, "../..");

/**
 * The engine's program in one file, for every engine that this process and its children start from then on: to read the sources one by
 * one takes four times the processor time, and a run starts some sixty engines.
 */
export const bundleEngine = async (folder: string): Promise<void> => {
  await build({
    configFile: false,
    logLevel: "error",
    root,
    ssr: { noExternal: true, external: ["chdb"] },
    build: {
      ssr: join(root, "warehouse/embedded/main.ts"),
      outDir: folder,
      emptyOutDir: false,
      target: "node20",
      rolldownOptions: { output: { entryFileNames: "engine.mjs" } },
    },
  });
  // The file asks for chdb from where it lies.
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  process.env[programVariable] = join(folder, "engine.mjs");
};
