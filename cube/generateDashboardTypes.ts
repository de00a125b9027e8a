import { mkdir, rm, writeFile } from "node:fs/promises";
import { compileModel } from "./compileModel.ts";
import { renderDashboardTypes } from "./renderDashboardTypes.ts";

const folder = new URL("../dashboard/api/", import.meta.url);

const files = renderDashboardTypes(await compileModel());
// A view that is no more must not leave its file behind.
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const [name, content] of files) await writeFile(new URL(name, folder), content);
