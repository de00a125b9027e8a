import { fileURLToPath } from "node:url";
import { modelFolder, readModel } from "../../expand/readModel.ts";

/** Where Cube finds the model, whatever the working directory is. */
export const modelRepository = {
  localPath: (): string => fileURLToPath(modelFolder),
  dataSchemaFiles: async (): Promise<{ fileName: string; content: string }[]> =>
    readModel().scripts.map((script) => ({ ...script })),
};
