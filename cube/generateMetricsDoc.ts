import { writeFile } from "node:fs/promises";
import { compileModel } from "./compileModel.ts";
import { renderMetricsDoc } from "./renderMetricsDoc.ts";

await writeFile(new URL("../docs/metrics.md", import.meta.url), renderMetricsDoc(await compileModel()));
