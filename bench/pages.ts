import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Command } from "commander";
import type { Browser } from "playwright-core";
import { z } from "zod";
import { figurePages, pages } from "../dashboard/pages/pages.ts";
import { findChromium } from "../tests/browser/findChromium.ts";
import { launchBrowser } from "../tests/browser/launchBrowser.ts";
import { newSampleDir, startProduct } from "../tests/startProduct.ts";

/**
 * What Lighthouse says of the overview as it is shipped, on a desk and on a phone (four times slower, slow 4G, both simulated);
 * and how long each page takes to be complete, cold and warm. Lighthouse is fetched when this runs: with all it needs it would be a
 * third of the product's own packages.
 */
const LIGHTHOUSE = "lighthouse@12.8.2";
const program = new Command("bench:pages")
  .description("Lighthouse on the overview, and how long each page takes, on the sample.")
  .option("--rounds <count>", "how often each is measured; the median counts", Number, 3)
  .option("--scale <n>", "one row of the sample for n", "200")
  .parse();
const { rounds, scale } = program.opts<{ rounds: number; scale: string }>();
const write = (text: string): void => void process.stdout.write(`${text}\n`);
const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const report = z.object({
  categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
  audits: z.record(z.string(), z.object({ numericValue: z.number().optional() })),
});
const audits = { FCP: "first-contentful-paint", LCP: "largest-contentful-paint", TBT: "total-blocking-time" } as const;

async function lighthouse(url: string, preset: "desktop" | "phone"): Promise<z.infer<typeof report>> {
  const folder = await mkdtemp(join(tmpdir(), "lighthouse-"));
  const path = join(folder, "report.json");
  const flags = ["--quiet", "--output=json", `--output-path=${path}`, "--chrome-flags=--headless=new --no-sandbox"];
  try {
    await promisify(execFile)(
      "npx",
      ["--yes", LIGHTHOUSE, url, ...flags, ...(preset === "desktop" ? ["--preset=desktop"] : [])],
      { env: { ...process.env, CHROME_PATH: findChromium() } },
    );
    return report.parse(JSON.parse(await readFile(path, "utf8")));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Milliseconds from the first request of a page until nothing on it is waited for. */
async function complete(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(url);
    const isComplete = () =>
      document.querySelector("main") !== null &&
      document.querySelector(".pending, .skeleton, [aria-busy=true]") === null;
    await page.waitForFunction(isComplete, undefined, { polling: "raf", timeout: 60_000 });
    return await page.evaluate(() => performance.now());
  } finally {
    await page.close();
  }
}

const dataDir = await newSampleDir();
const product = await startProduct(dataDir, { SAMPLE_SCALE: scale });
const browser = await launchBrowser();
try {
  write(`sample 1/${scale}, ${cpus().length} processors (${cpus()[0]?.model}), Node ${process.version}`);
  write("page: cold (the first reader of its figures), warm (a new reader, median)");
  for (const { path } of figurePages.map((name) => pages[name])) {
    const url = new URL(path, product.url).href;
    const cold = await complete(browser, url);
    const warm: number[] = [];
    for (let round = 0; round < rounds; round++) warm.push(await complete(browser, url));
    write(`  ${path.padEnd(14)} ${cold.toFixed(0).padStart(6)} ms  ${median(warm).toFixed(0).padStart(6)} ms`);
  }
  for (const preset of ["desktop", "phone"] as const) {
    const reports: z.infer<typeof report>[] = [];
    for (let round = 0; round < rounds; round++) reports.push(await lighthouse(product.url, preset));
    const score = (category: string) =>
      Math.round(100 * median(reports.map(({ categories }) => categories[category]?.score ?? Number.NaN)));
    const audit = (name: string) => median(reports.map((each) => each.audits[name]?.numericValue ?? Number.NaN));
    const times = Object.entries(audits).map(([short, name]) => `${short} ${audit(name).toFixed(0)} ms`);
    write(
      `Lighthouse, ${preset}: performance ${score("performance")}, accessibility ${score("accessibility")}, best practices ${score("best-practices")}; ${times.join(", ")}, CLS ${audit("cumulative-layout-shift").toFixed(3)}`,
    );
  }
} finally {
  await browser.close();
  await product.interrupt();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
}
