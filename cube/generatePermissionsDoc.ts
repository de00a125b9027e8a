import { writeFile } from "node:fs/promises";
import { renderPermissionsDoc } from "./renderPermissionsDoc.ts";

await writeFile(new URL("../docs/permissions.md", import.meta.url), renderPermissionsDoc());
