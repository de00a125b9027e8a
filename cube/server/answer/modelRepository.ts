import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const modelFolder = new URL("../../model/", import.meta.url);

/** Where Cube finds the model, whatever the working directory is. */
export const modelRepository = {
  localPath: (): string => fileURLToPath(modelFolder),
  dataSchemaFiles: async (): Promise<{ fileName: string; content: string }[]> => {
    const names = (await readdir(modelFolder, { recursive: true })).filter((name) => name.endsWith(".yml")).sort();
    return Promise.all(
      names.map(async (fileName) => ({ fileName, content: await readFile(new URL(fileName, modelFolder), "utf8") })),
    );
  },
};
