import { existsSync } from "node:fs";

const folder = new URL("../../../shared/", import.meta.url);

/** Whether the real public files that tests may read, and the product does not hold, lie beside the project. */
export const isSharedHere = existsSync(folder);

/** One of those files, e.g. `sharedFile("data/admin/new_provinces_34.csv")`; a test that reads one says `it.skipIf(!isSharedHere)`. */
export const sharedFile = (path: string): URL => new URL(path, folder);
