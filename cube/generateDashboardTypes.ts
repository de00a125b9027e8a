import { mkdir, writeFile } from "node:fs/promises";
import { compileModel } from "./compileModel.ts";
import { renderDashboardTypes, viewsWithScreens } from "./renderDashboardTypes.ts";

const folder = new URL("../dashboard/api/", import.meta.url);

await mkdir(folder, { recursive: true });
for (const view of await compileModel()) {
  if (!viewsWithScreens.includes(view.name)) continue;
  await writeFile(new URL(`${view.name}.generated.ts`, folder), renderDashboardTypes(view));
}
