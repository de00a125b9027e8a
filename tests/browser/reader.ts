import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { z } from "zod";

// The first question of each subject is computed while other test files have the processor too.
export const patience = 90_000;

const answer = z.object({ data: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))) });
export type Answer = z.infer<typeof answer>["data"];

/** Someone in front of a screen. */
export interface Reader {
  page: Page;
  /** Opens a path and waits until its figures are there. */
  open(path: string): Promise<void>;
  /** Until the page has its figures. */
  settle(): Promise<void>;
  /** What the model answers to a question of Cube's REST API. */
  ask(query: object): Promise<Answer>;
  /** The figure of a card in full, as its accessible name says it: "1.168.737" is 1168737. */
  cardValue(title: string): Promise<number>;
  /** What went wrong in the page so far. */
  faults: string[];
}

export async function newReader(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Reader> {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    // Skeletons that breathe and charts that grow cost a processor that others need, and show nothing else at the end.
    reducedMotion: "reduce",
    ...options,
  });
  page.setDefaultTimeout(patience);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  const settle = async (): Promise<void> => {
    await page.waitForLoadState("networkidle");
    await page.getByRole("main").getByText(/\d/).first().waitFor();
  };
  return {
    page,
    faults,
    settle,
    open: async (path) => {
      await page.goto(new URL(path, url).href);
      await settle();
    },
    ask: async (query) => {
      const asked = new URL("/cubejs-api/v1/load", url);
      asked.searchParams.set("query", JSON.stringify(query));
      return answer.parse(await (await fetch(asked)).json()).data;
    },
    cardValue: async (title) => {
      const card = page.getByRole("article", { name: title, exact: true });
      const label = await card.getByRole("img").first().getAttribute("aria-label");
      return Number((label ?? "").replaceAll(".", ""));
    },
  };
}
