import { writeFileSync } from "node:fs";
import { renderSourcesDoc } from "./renderSourcesDoc.ts";

writeFileSync(new URL("../../docs/sources.md", import.meta.url), renderSourcesDoc());
