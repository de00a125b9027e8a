import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { renderSourcesDoc } from "./renderSourcesDoc.ts";

it("docs/sources.md is what the jobs say (npm run docs)", () => {
  expect(readFileSync(new URL("../../docs/sources.md", import.meta.url), "utf8")).toBe(renderSourcesDoc());
});
