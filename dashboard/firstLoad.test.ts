import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { resources } from "./api/resources.generated.ts";
import { vaccination } from "./api/vaccination.generated.ts";
import { pageNames, pages } from "./pages/pages.ts";

const chunk = z.object({
  file: z.string(),
  isEntry: z.boolean().optional(),
  imports: z.array(z.string()).optional(),
  css: z.array(z.string()).optional(),
});
const root = join(import.meta.dirname, "..");
const out = mkdtempSync(join(tmpdir(), "dashboard-build-"));
let manifest: Record<string, z.infer<typeof chunk>> = {};

const gzipped = (file: string) => gzipSync(readFileSync(join(out, file))).length;
/** A chunk and everything that the browser must have before it runs. */
const withImports = (name: string): string[] => {
  const entry = manifest[name];
  return entry ? [entry.file, ...(entry.imports ?? []).flatMap(withImports)] : [];
};
/** What the browser must have before the overview stands. */
const firstPage = () => [...withImports("index.html"), ...withImports("pages/OverviewPage.tsx")];
const named = (part: string) => Object.keys(manifest).filter((name) => name.includes(part));

describe("the built dashboard", () => {
  beforeAll(() => {
    const vite = join(root, "node_modules/vite/bin/vite.js");
    const config = join(import.meta.dirname, "vite.config.ts");
    execFileSync(process.execPath, [vite, "build", "--config", config, "--outDir", out, "--logLevel", "error"], {
      cwd: root,
      // What readers load; the runner's own NODE_ENV would bring React's development build.
      env: { ...process.env, NODE_ENV: "production" },
    });
    manifest = z.record(z.string(), chunk).parse(JSON.parse(readFileSync(join(out, ".vite/manifest.json"), "utf8")));
  });
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it("loads at most 300 KB of JavaScript before the first page stands, the map with it", () => {
    const first = new Set([...firstPage(), ...named("svg-maps").flatMap(withImports)]);
    const total = [...first].reduce((sum, file) => sum + gzipped(file), 0);
    expect(first.size).toBeGreaterThanOrEqual(3);
    expect(total).toBeLessThanOrEqual(300 * 1024);
  });

  it("tells the server which files each page needs for its first sight, those of its own among them", () => {
    const files = z
      .record(z.string(), z.array(z.string()))
      .parse(JSON.parse(readFileSync(join(out, ".vite/pages.json"), "utf8")));
    expect(Object.keys(files)).toEqual(pageNames.map((name) => pages[name].path));
    const entry = withImports("index.html");
    expect(new Set(files["/"]?.filter((file) => file.endsWith(".js")))).toEqual(
      new Set(firstPage().filter((file) => !entry.includes(file))),
    );
    for (const file of Object.values(files).flat()) expect(existsSync(join(out, file)), file).toBe(true);
  });

  it("keeps the chart and the table library out of the first page", () => {
    const first = new Set(firstPage());
    for (const name of ["charts/EChart.tsx", "table/AreaGrid.tsx"]) {
      const file = manifest[name]?.file;
      expect(file).toBeDefined();
      expect(first.has(file ?? "")).toBe(false);
    }
  });

  it("loads what the model says of a view with its page, not before", () => {
    const first = [...new Set(withImports("index.html"))].map((file) => readFileSync(join(out, file), "utf8")).join("");
    for (const { description } of [vaccination, resources]) expect(first).not.toContain(description.en);
    expect(named("pages/").length).toBeGreaterThanOrEqual(pageNames.length);
  });

  it("has no inline script, which the content security policy would refuse", () => {
    const page = readFileSync(join(out, "index.html"), "utf8");
    expect(page.match(/<script(?![^>]*\bsrc=)[^>]*>/g)).toBeNull();
    expect(page).not.toMatch(/\son\w+=/);
  });

  it("asks no other server for anything", () => {
    for (const file of readdirSync(join(out, "assets")).filter((name) => name.endsWith(".css"))) {
      expect(readFileSync(join(out, "assets", file), "utf8")).not.toMatch(/url\(["']?https?:/);
    }
    const page = readFileSync(join(out, "index.html"), "utf8");
    expect(page).not.toMatch(/(src|href)="https?:/);
  });
});

describe("heavy libraries", () => {
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.tsx?$/.test(name) && !name.startsWith("dist") && !name.includes(".test."),
  );
  it.each([
    ["echarts", "charts/EChart.tsx"],
    ["ag-grid", "table/AreaGrid.tsx"],
  ])("%s is imported by one file alone", (library, only) => {
    const importing = sources.filter((name) =>
      new RegExp(`(from|import\\()\\s*["']${library}`).test(readFileSync(join(import.meta.dirname, name), "utf8")),
    );
    expect(importing).toEqual([only]);
  });
});
