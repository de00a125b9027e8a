import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Locator, Page } from "playwright-core";
import { z } from "zod";

const lines = z.array(z.record(z.string(), z.string()));

/** What a button downloads, a line by the names of its columns. */
export async function readCsv(page: Page, button: Locator): Promise<z.infer<typeof lines>> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return lines.parse(parse(await readFile(await download.path()), { bom: true, columns: true }));
}
